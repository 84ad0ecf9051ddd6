package io.github.parallelvalidation.format;

import io.github.parallelvalidation.format.arrow.ArrowBatch;
import io.github.parallelvalidation.format.arrow.ArrowColumn;
import io.github.parallelvalidation.format.arrow.ArrowField;
import io.github.parallelvalidation.format.arrow.ArrowFile;
import io.github.parallelvalidation.format.arrow.ArrowType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The first rows of a Feather file as text.
final class FeatherSample {
    private static final int ROWS = 50;
    private static final int MOST_COLUMNS = 100;

    private FeatherSample() {}

    static Sample of(ArrowFile file) throws IOException {
        for (int i = 0; i < file.batches(); i++) {
            ArrowBatch batch = file.batch(i);
            if (batch.rows() > 0) {
                return of(file, batch, (int) Math.min(ROWS, batch.rows()));
            }
        }
        return Sample.NONE;
    }

    private static Sample of(ArrowFile file, ArrowBatch batch, int count) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new ArrayList<>());
        }
        for (ArrowField field :
                file.fields().subList(0, Math.min(MOST_COLUMNS, file.fields().size()))) {
            List<String> texts = texts(batch, field, count);
            for (int i = 0; i < count; i++) {
                rows.get(i).add(texts.get(i));
            }
        }
        return new Sample(rows);
    }

    private static List<String> texts(ArrowBatch batch, ArrowField field, int count) throws IOException {
        // Text of any length may stand beside what decides.
        if (field.type() instanceof ArrowType.Other || (isText(field) && !ColumnNames.isTime(field.name()))) {
            return Collections.nCopies(count, "");
        }
        try (ArrowColumn column = batch.column(field)) {
            column.read(count);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                texts.add(FeatherColumn.shown(column, i));
            }
            return texts;
        }
    }

    private static boolean isText(ArrowField field) {
        return field.type() instanceof ArrowType.Text || field.type() instanceof ArrowType.ViewedText;
    }
}
