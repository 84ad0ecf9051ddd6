package io.github.parallelvalidation.format;

import io.github.parallelvalidation.format.arrow.ArrowBatch;
import io.github.parallelvalidation.format.arrow.ArrowColumn;
import io.github.parallelvalidation.format.arrow.ArrowField;
import io.github.parallelvalidation.format.arrow.ArrowFile;
import io.github.parallelvalidation.format.arrow.ArrowType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a Feather file, which is what freqtrade writes and pandas' `to_feather`: Arrow's file format with the column
/// names of a CSV's header.
final class FeatherRowReader implements RowReader {
    private final Origin origin;
    private final ArrowFile file;
    private final OneSymbol symbol;
    private final TimestampText timestamps = new TimestampText();
    private final int[] roles;
    private final List<FeatherColumn> columns = new ArrayList<>();
    private int batch;
    private long left;
    private long row;

    private FeatherRowReader(Origin origin, ArrowFile file) throws IOException {
        this.origin = origin;
        this.file = file;
        this.symbol = new OneSymbol(origin);
        List<String> names = file.fields().stream().map(ArrowField::name).toList();
        try {
            this.roles = ColumnNames.roles(names, FeatherSample.of(file));
        } catch (IllegalArgumentException e) {
            throw DataException.invalid(
                    origin.file(), String.valueOf(e.getMessage()).replace("the header", "the file"));
        }
        for (int i = 0; i < roles.length; i++) {
            require(file.fields().get(i), roles[i]);
        }
    }

    private void require(ArrowField field, int role) {
        if (role == ColumnRoles.CLOCK) {
            throw DataException.invalid(
                    origin.file(), "day and time of day stand in two columns; write them as timestamps in one");
        }
        boolean isUnread = field.type() instanceof ArrowType.Other || field.isDictionary();
        if (isUnread && role != ColumnRoles.OTHER && role != ColumnRoles.SYMBOL) {
            throw DataException.invalid(
                    origin.file(),
                    "the column '%s' is %s; it must hold %s"
                            .formatted(
                                    field.name(),
                                    field.typeName(),
                                    role == ColumnRoles.TIME ? "timestamps" : "numbers"));
        }
    }

    static FeatherRowReader open(UnpackedFile content) throws IOException {
        Path path = content.file();
        if (!content.isPlain()) {
            throw DataException.invalid(path, "the Feather file is packed once more; unpack it");
        }
        ArrowFile file = ArrowFile.open(path);
        try {
            return new FeatherRowReader(new Origin.Rows(path), file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public void read(RowBlock block) throws IOException {
        block.clear();
        while (!block.isFull() && (left > 0 || nextBatch())) {
            int count = (int) Math.min(left, RowBlock.SIZE - block.length());
            for (FeatherColumn column : columns) {
                column.column().read(count);
            }
            for (int i = 0; i < count; i++) {
                int to = block.length();
                row++;
                for (FeatherColumn column : columns) {
                    column.copy(i, block, to, row);
                }
                block.line[to] = row;
                block.grow();
            }
            left -= count;
        }
    }

    private boolean nextBatch() throws IOException {
        closeColumns();
        if (batch == file.batches()) {
            return false;
        }
        ArrowBatch next = file.batch(batch++);
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] != ColumnRoles.OTHER) {
                ArrowColumn column = next.column(file.fields().get(i));
                columns.add(new FeatherColumn(origin, column, roles[i], symbol, timestamps));
            }
        }
        left = next.rows();
        return true;
    }

    private void closeColumns() throws IOException {
        for (FeatherColumn column : columns) {
            column.column().close();
        }
        columns.clear();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            closeColumns();
        }
    }
}
