package io.github.parallelvalidation.format;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One column of a Parquet file as times or numbers, whatever its type.
final class ParquetColumn {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    /// The Julian day of 1970-01-01, from which the old INT96 timestamps count.
    private static final long JULIAN_1970 = 2_440_588;

    private final Origin origin;
    private final ColumnReader reader;
    private final PhysicalType type;
    private final @Nullable LogicalType meaning;
    private final int role;
    private final OneSymbol symbol;
    private final TimestampText timestamps = new TimestampText();

    private Validity validity = Validity.NO_NULLS;
    private boolean hasNulls;
    private long[] longs = {};
    private int[] ints = {};
    private double[] doubles = {};
    private float[] floats = {};
    private byte[] bytes = {};
    private int[] offsets = {};

    ParquetColumn(Origin origin, ColumnReader reader, ColumnSchema schema, int role, OneSymbol symbol) {
        this.origin = origin;
        this.reader = reader;
        this.type = schema.type();
        this.meaning = schema.logicalType();
        this.role = role;
        this.symbol = symbol;
        if (type == PhysicalType.BOOLEAN || schema.maxRepetitionLevel() > 0) {
            throw DataException.invalid(
                    origin.file(), "the column '%s' is %s; it must hold numbers".formatted(schema.name(), type));
        }
    }

    void startBatch() {
        validity = reader.getLeafValidity();
        hasNulls = validity.hasNulls();
        switch (type) {
            case INT64 -> longs = reader.getLongs();
            case INT32 -> ints = reader.getInts();
            case DOUBLE -> doubles = reader.getDoubles();
            case FLOAT -> floats = reader.getFloats();
            default -> {
                bytes = reader.getBinaryValues();
                offsets = reader.getBinaryOffsets();
            }
        }
    }

    /// @param index in the batch
    void copy(int index, RowBlock block, int to, long row) {
        if (hasNulls && validity.isNull(index)) {
            if (role == ColumnRoles.SYMBOL) {
                return;
            }
            throw origin.invalid(row, role, ColumnRoles.name(role) + " is empty; every bar has one");
        }
        if (role == ColumnRoles.TIME) {
            block.time[to] = time(index);
            if (block.time[to] == TimestampText.NONE) {
                throw origin.invalid(row, role, "'%s' is not a timestamp".formatted(shown(index)));
            }
            return;
        }
        if (role == ColumnRoles.SYMBOL) {
            byte[] text = shown(index).getBytes(StandardCharsets.UTF_8);
            symbol.take(text, 0, text.length, row);
            return;
        }
        double value = number(index);
        if (Double.isNaN(value)) {
            throw origin.invalid(
                    row, role, "%s is %s; it must be a number".formatted(ColumnRoles.name(role), shown(index)));
        }
        block.values[role][to] = value;
    }

    private long time(int index) {
        return switch (type) {
            case INT64 ->
                meaning instanceof LogicalType.TimestampType(boolean _, LogicalType.TimeUnit unit)
                        ? millis(longs[index], unit)
                        : EpochTime.millis(longs[index]);
            case INT32 ->
                meaning instanceof LogicalType.DateType ? ints[index] * DAY : EpochTime.millis((long) ints[index]);
            case DOUBLE -> EpochTime.millis(doubles[index]);
            case FLOAT -> TimestampText.NONE;
            case INT96 -> int96(index);
            default -> timestamps.parse(bytes, offsets[index], offsets[index + 1]);
        };
    }

    private static long millis(long time, LogicalType.TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> time;
            case MICROS -> Math.floorDiv(time, 1000L);
            case NANOS -> Math.floorDiv(time, 1_000_000L);
        };
    }

    private long int96(int index) {
        ByteBuffer parts = ByteBuffer.wrap(bytes, offsets[index], 12).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = parts.getLong();
        return (parts.getInt() - JULIAN_1970) * DAY + nanos / 1_000_000;
    }

    private double number(int index) {
        return switch (type) {
            case DOUBLE -> doubles[index];
            case FLOAT -> floats[index];
            case INT64 -> scaled(longs[index]);
            case INT32 -> scaled(ints[index]);
            default ->
                meaning instanceof LogicalType.DecimalType decimal
                        ? new BigDecimal(
                                        new BigInteger(Arrays.copyOfRange(bytes, offsets[index], offsets[index + 1])),
                                        decimal.scale())
                                .doubleValue()
                        : written(index);
        };
    }

    private double scaled(long unscaled) {
        if (!(meaning instanceof LogicalType.DecimalType decimal)) {
            return unscaled;
        }
        return Math.abs(unscaled) <= NumberText.EXACT
                ? unscaled / NumberText.POWERS[decimal.scale()]
                : BigDecimal.valueOf(unscaled, decimal.scale()).doubleValue();
    }

    private double written(int index) {
        return meaning instanceof LogicalType.StringType
                ? NumberText.parse(bytes, offsets[index], offsets[index + 1], '.')
                : Double.NaN;
    }

    /// What stands there as text; nothing where there is nothing.
    String text(int index) {
        return hasNulls && validity.isNull(index) ? "" : shown(index);
    }

    private String shown(int index) {
        return switch (type) {
            case INT64 -> String.valueOf(longs[index]);
            case INT32 -> String.valueOf(ints[index]);
            case DOUBLE -> String.valueOf(doubles[index]);
            case FLOAT -> String.valueOf(floats[index]);
            default -> new String(bytes, offsets[index], offsets[index + 1] - offsets[index], StandardCharsets.UTF_8);
        };
    }
}
