package io.github.parallelvalidation.format.arrow;

import java.util.Optional;

/// The kinds of column that Arrow has, by their numbers in a file.
final class ArrowKinds {
    static final int INT = 2;

    private static final int NULL = 1;
    private static final int FLOATING = 3;
    private static final int BINARY = 4;
    private static final int UTF8 = 5;
    private static final int DATE = 8;
    private static final int TIMESTAMP = 10;
    private static final int STRUCT = 13;
    private static final int UNION = 14;
    private static final int FIXED_SIZE_LIST = 16;
    private static final int LARGE_BINARY = 19;
    private static final int LARGE_UTF8 = 20;
    private static final int RUN_END_ENCODED = 22;
    private static final int BINARY_VIEW = 23;
    private static final int UTF8_VIEW = 24;
    private static final int LIST_VIEW = 25;
    private static final int LARGE_LIST_VIEW = 26;

    private static final String[] NAMES = {
        "nothing",
        "null",
        "int",
        "float",
        "binary",
        "text",
        "bool",
        "decimal",
        "date",
        "time",
        "timestamp",
        "interval",
        "list",
        "struct",
        "union",
        "fixed-size binary",
        "fixed-size list",
        "map",
        "duration",
        "large binary",
        "large text",
        "large list",
        "run-end encoded",
        "binary view",
        "text view",
        "list view",
        "large list view"
    };

    private static final long[] PER_SECOND = {1, 1_000, 1_000_000, 1_000_000_000};

    private ArrowKinds() {}

    static ArrowType type(int kind, Optional<FlatTable> details) throws ArrowException {
        if (kind <= 0 || kind >= NAMES.length) {
            throw new ArrowException(
                    "it has a column of the unknown type %d; write it with fewer or plainer columns".formatted(kind));
        }
        return switch (kind) {
            case INT -> whole(details);
            case FLOATING -> new ArrowType.Floating(2 << within(small(details, 0), 2));
            case DATE -> small(details, 1) == 0 ? new ArrowType.Moment(4, 0) : new ArrowType.Moment(8, 1000);
            case TIMESTAMP -> new ArrowType.Moment(8, PER_SECOND[within(small(details, 0), PER_SECOND.length - 1)]);
            case UTF8 -> new ArrowType.Text(Integer.BYTES);
            case LARGE_UTF8 -> new ArrowType.Text(Long.BYTES);
            case UTF8_VIEW -> new ArrowType.ViewedText();
            default -> new ArrowType.Other(NAMES[kind]);
        };
    }

    /// The type of the numbers that stand for the entries of a dictionary.
    static ArrowType index(FlatTable dictionary) throws ArrowException {
        Optional<FlatTable> type = dictionary.table(1);
        return type.isPresent() ? whole(type) : new ArrowType.Whole(Integer.BYTES, true);
    }

    private static ArrowType whole(Optional<FlatTable> details) throws ArrowException {
        int bits = details.isPresent() ? details.get().number(0, 0) : 0;
        if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
            throw ArrowException.damaged("it has a column of whole numbers with %d bits".formatted(bits));
        }
        return new ArrowType.Whole(
                bits / Byte.SIZE, details.isPresent() && details.get().tiny(1, 0) != 0);
    }

    /// How many buffers of a batch are a column's own, without those of columns within it and of views.
    static int buffers(int kind, Optional<FlatTable> details) throws ArrowException {
        return switch (kind) {
            case NULL, RUN_END_ENCODED -> 0;
            case STRUCT, FIXED_SIZE_LIST -> 1;
            case UNION -> small(details, 0) == 0 ? 1 : 2;
            case BINARY, UTF8, LARGE_BINARY, LARGE_UTF8, LIST_VIEW, LARGE_LIST_VIEW -> 3;
            default -> 2;
        };
    }

    static boolean isView(int kind) {
        return kind == BINARY_VIEW || kind == UTF8_VIEW;
    }

    private static int small(Optional<FlatTable> details, int absent) throws ArrowException {
        return details.isPresent() ? details.get().small(0, absent) : absent;
    }

    private static int within(int value, int most) throws ArrowException {
        if (value < 0 || value > most) {
            throw ArrowException.damaged("it has a column of an unknown precision");
        }
        return value;
    }
}
