package io.github.parallelvalidation.data;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

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
    private final ColumnReaders columns;
    private final List<ParquetColumn> parts;
    private int batch;
    private int at;
    private long row;

    private ParquetRowReader(
            Origin origin,
            HardwoodContext threads,
            ParquetFileReader file,
            ColumnReaders columns,
            List<ParquetColumn> parts) {
        this.origin = origin;
        this.threads = threads;
        this.file = file;
        this.columns = columns;
        this.parts = parts;
    }

    static ParquetRowReader open(Content content) throws IOException {
        Path path = content.file();
        if (!content.isPlain()) {
            throw DataException.invalid(path, "the Parquet file is packed once more; unpack it");
        }
        Origin origin = new Origin.Rows(path);
        HardwoodContext threads = HardwoodContext.create(1);
        try {
            ParquetFileReader file = ParquetFileReader.open(InputFile.of(path), threads);
            try {
                return open(origin, threads, file);
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

    private static ParquetRowReader open(Origin origin, HardwoodContext threads, ParquetFileReader file) {
        List<ColumnSchema> schema = file.getFileSchema().getColumns();
        List<String> names = schema.stream().map(ColumnSchema::name).toList();
        int[] roles;
        try {
            roles = ColumnNames.roles(names);
        } catch (IllegalArgumentException e) {
            throw DataException.invalid(
                    origin.file(), String.valueOf(e.getMessage()).replace("the header", "the file"));
        }
        List<Integer> wanted = IntStream.range(0, roles.length)
                .filter(i -> roles[i] != Roles.OTHER)
                .boxed()
                .toList();
        ColumnReaders columns = file.buildColumnReaders(
                        ColumnProjection.columns(wanted.stream().map(names::get).toArray(String[]::new)))
                .batchSize(RowBlock.SIZE)
                .build();
        List<ParquetColumn> parts = wanted.stream()
                .map(i -> new ParquetColumn(origin, columns.getColumnReader(names.get(i)), schema.get(i), roles[i]))
                .toList();
        return new ParquetRowReader(origin, threads, file, columns, parts);
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public void read(RowBlock block) throws IOException {
        block.clear();
        try {
            while (!block.isFull()) {
                if (at == batch) {
                    if (!columns.nextBatch()) {
                        return;
                    }
                    batch = columns.getRecordCount();
                    at = 0;
                    parts.forEach(ParquetColumn::startBatch);
                }
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

    /// The library's complaints about a damaged file are of many kinds.
    private static RuntimeException translated(Origin origin, RuntimeException e) {
        return switch (e) {
            case DataException ours -> ours;
            case UnsupportedOperationException codec ->
                DataException.unavailable(
                        origin.file(),
                        "the Parquet file uses something that is not read (%s); write it with snappy, zstd or gzip"
                                .formatted(codec.getMessage()));
            default -> DataException.unreadable(origin.file(), e);
        };
    }

    @Override
    public void close() throws IOException {
        try (threads;
                file;
                columns) {
            batch = 0;
        }
    }
}
