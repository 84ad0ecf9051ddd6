package io.github.parallelvalidation.format.arrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads which columns there are and which buffers of a batch are theirs: buffers are only counted, so that those of
/// nested columns count too.
final class ArrowSchema {
    private static final int MOST_FIELDS = 10_000;
    private static final int DEEPEST = 32;

    private static final int NAME = 0;
    private static final int TYPE_KIND = 2;
    private static final int TYPE = 3;
    private static final int DICTIONARY = 4;
    private static final int CHILDREN = 5;

    private static final int VALIDITY_AND_VALUES = 2;

    private final List<ArrowField> fields = new ArrayList<>();
    private int nodes;
    private int buffers;
    private int views;

    private ArrowSchema() {}

    static List<ArrowField> read(FlatTable schema) throws ArrowException {
        if (schema.small(0, 0) != 0) {
            throw new ArrowException("its numbers are big-endian, which is not read; write it on another machine");
        }
        ArrowSchema read = new ArrowSchema();
        FlatTable.Vector columns = schema.vector(1, Integer.BYTES);
        for (int i = 0; i < columns.count(); i++) {
            read.fields.add(read.field(columns.table(i), 0));
        }
        return List.copyOf(read.fields);
    }

    private ArrowField field(FlatTable field, int depth) throws ArrowException {
        if (nodes >= MOST_FIELDS || depth > DEEPEST) {
            throw new ArrowException(
                    "it has more than %,d columns, or nests them more than %d deep".formatted(MOST_FIELDS, DEEPEST));
        }
        Optional<FlatTable> dictionary = field.table(DICTIONARY);
        int kind = dictionary.isPresent() ? ArrowKinds.INT : field.tiny(TYPE_KIND, 0);
        ArrowType type =
                dictionary.isPresent() ? ArrowKinds.index(dictionary.get()) : ArrowKinds.type(kind, field.table(TYPE));
        ArrowField read = new ArrowField(field.text(NAME), type, nodes, buffers, views, dictionary.isPresent());
        nodes++;
        buffers += dictionary.isPresent() ? VALIDITY_AND_VALUES : ArrowKinds.buffers(kind, field.table(TYPE));
        views += ArrowKinds.isView(kind) ? 1 : 0;
        if (dictionary.isEmpty()) {
            FlatTable.Vector children = field.vector(CHILDREN, Integer.BYTES);
            for (int i = 0; i < children.count(); i++) {
                field(children.table(i), depth + 1);
            }
        }
        return read;
    }
}
