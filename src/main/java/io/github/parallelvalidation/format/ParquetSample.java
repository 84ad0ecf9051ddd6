package io.github.parallelvalidation.format;

import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.util.ArrayList;
import java.util.List;

/// The first rows of a Parquet file as text, of those columns that may be the time.
final class ParquetSample {
    private static final int ROWS = 50;

    private ParquetSample() {}

    static Sample ofTimes(ParquetFileReader file, Origin origin) {
        List<ColumnSchema> schema = file.getFileSchema().getColumns();
        List<ColumnSchema> times = schema.stream()
                .filter(column -> ColumnNames.isTime(column.name()))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        try (ColumnReaders columns = file.buildColumnReaders(ColumnProjection.columns(
                        times.stream().map(ColumnSchema::name).toArray(String[]::new)))
                .batchSize(ROWS)
                .build()) {
            List<ParquetColumn> read = times.stream()
                    .map(column -> new ParquetColumn(
                            origin,
                            columns.getColumnReader(column.name()),
                            column,
                            ColumnRoles.TIME,
                            new OneSymbol(origin)))
                    .toList();
            if (columns.nextBatch()) {
                read.forEach(ParquetColumn::startBatch);
                for (int i = 0; i < columns.getRecordCount(); i++) {
                    rows.add(row(schema, times, read, i));
                }
            }
        }
        return new Sample(rows);
    }

    private static List<String> row(
            List<ColumnSchema> schema, List<ColumnSchema> times, List<ParquetColumn> read, int index) {
        return schema.stream()
                .map(column ->
                        times.contains(column) ? read.get(times.indexOf(column)).text(index) : "")
                .toList();
    }
}
