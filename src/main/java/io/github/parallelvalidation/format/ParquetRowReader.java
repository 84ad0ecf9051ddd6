package io.github.parallelvalidation.format;

import dev.hardwood.HardwoodContext;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowGroupPredicate;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads a Parquet file whose columns have the names of a CSV's header; the index of pandas is a column too.
final class ParquetRowReader implements RowReader {
    /// Held, for a logger that nobody holds forgets its level.
    private static final Logger HARDWOOD = Logger.getLogger("dev.hardwood");

    static {
        // It tells which of its ways it takes; and its native gzip needs a permission that a worker does not have.
        HARDWOOD.setLevel(Level.WARNING);
        if (System.getProperty("hardwood.uselibdeflate") == null) {
            System.setProperty("hardwood.uselibdeflate", "false");
        }
    }

    private final Origin origin;
    private final HardwoodContext threads;
    private final ParquetFileReader file;
    private final List<ColumnSchema> schema;
    private final int[] roles;
    private final OneSymbol symbol;
    private final Iterator<RowGroup> groups;
    private final List<ParquetColumn> parts = new ArrayList<>();
    private @Nullable ColumnReaders columns;
    private int batch;
    private int at;
    private long row;

    private ParquetRowReader(Origin origin, HardwoodContext threads, ParquetFileReader file) {
        this.origin = origin;
        this.symbol = new OneSymbol(origin);
        this.threads = threads;
        this.file = file;
        this.groups = file.getFileMetaData().rowGroups().iterator();
        this.schema = file.getFileSchema().getColumns();
        try {
            List<String> names = schema.stream().map(ColumnSchema::name).toList();
            Sample sample = ColumnNames.hasSeveralTimes(names) ? ParquetSample.ofTimes(file, origin) : Sample.NONE;
            this.roles = ColumnNames.roles(names, sample);
        } catch (IllegalArgumentException e) {
            throw DataException.invalid(
                    origin.file(), String.valueOf(e.getMessage()).replace("the header", "the file"));
        }
    }

    static ParquetRowReader open(UnpackedFile content) throws IOException {
        Path path = content.file();
        if (!content.isPlain()) {
            throw DataException.invalid(path, "the Parquet file is packed once more; unpack it");
        }
        Origin origin = new Origin.Rows(path);
        HardwoodContext threads = HardwoodContext.create(1);
        try {
            ParquetFileReader file = ParquetFileReader.open(new UnmappedInput(path), threads);
            try {
                return new ParquetRowReader(origin, threads, file);
            } catch (RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            threads.close();
            throw e;
        } catch (RuntimeException e) {
            threads.close();
            throw translated(origin, e);
        }
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public void read(RowBlock block) throws IOException {
        block.clear();
        try {
            while (!block.isFull() && (at < batch || nextBatch())) {
                int to = block.length();
                for (ParquetColumn part : parts) {
                    part.copy(at, block, to, row + 1);
                }
                block.line[to] = ++row;
                block.grow();
                at++;
            }
        } catch (RuntimeException e) {
            throw translated(origin, e);
        }
    }

    private boolean nextBatch() {
        at = 0;
        batch = 0;
        while (columns == null || !columns.nextBatch()) {
            if (!groups.hasNext()) {
                checkAll();
                return false;
            }
            openGroup(groups.next());
        }
        batch = columns.getRecordCount();
        for (ParquetColumn part : parts) {
            part.startBatch();
        }
        return true;
    }

    /// One group of rows at a time: the library reads far ahead, which a small heap has no room for.
    private void openGroup(RowGroup group) {
        closeGroup();
        long start = group.columns().getFirst().chunkStartOffset();
        long length = 0;
        for (ColumnChunk chunk : group.columns()) {
            length += chunk.metaData().totalCompressedSize();
        }
        List<ColumnSchema> wanted = IntStream.range(0, roles.length)
                .filter(i -> roles[i] != ColumnRoles.OTHER)
                .mapToObj(schema::get)
                .toList();
        ColumnReaders opened = file.buildColumnReaders(ColumnProjection.columns(
                        wanted.stream().map(ColumnSchema::name).toArray(String[]::new)))
                .filter(RowGroupPredicate.byteRange(start, start + length + 1))
                .batchSize(RowBlock.SIZE)
                .build();
        columns = opened;
        for (ColumnSchema column : wanted) {
            parts.add(new ParquetColumn(
                    origin, opened.getColumnReader(column.name()), column, roles[schema.indexOf(column)], symbol));
        }
    }

    private void closeGroup() {
        parts.clear();
        if (columns != null) {
            columns.close();
            columns = null;
        }
    }

    private void checkAll() {
        long rows = file.getFileMetaData().numRows();
        if (row != rows) {
            throw DataException.invalid(
                    origin.file(), "the file says it has %d rows, but %d can be read".formatted(rows, row));
        }
    }

    /// The library's complaints about a damaged file are of many kinds.
    private static RuntimeException translated(Origin origin, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataException ours) {
                return ours;
            }
            if (cause instanceof UnsupportedOperationException codec) {
                return DataException.unavailable(
                        origin.file(),
                        "the Parquet file uses something that is not read (%s); write it with snappy, zstd or gzip"
                                .formatted(codec.getMessage()));
            }
        }
        return DataException.unreadable(origin.file(), e);
    }

    @Override
    public void close() throws IOException {
        try (threads;
                file) {
            closeGroup();
        }
    }
}
