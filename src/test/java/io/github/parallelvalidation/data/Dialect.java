package io.github.parallelvalidation.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the bars of [Formula] in one of very many ways to write a CSV file.
public final class Dialect {
    private static final List<LongFunction<String>> TIMES = List.of(
            time -> Instant.ofEpochMilli(time).toString(),
            time -> written(time, "yyyy-MM-dd HH:mm:ss"),
            time -> written(time, "yyyy-MM-dd'T'HH:mm"),
            time -> written(time, "yyyy-MM-dd HH:mm:ss.SSS'+00:00'"),
            time -> written(time + 2 * Formula.HOUR, "yyyy-MM-dd'T'HH:mm:ss'+02:00'"),
            time -> written(time - Formula.HOUR / 2, "yyyy-MM-dd'T'HH:mm:ss'-0030'"),
            time -> written(time, "yyyy/MM/dd HH:mm"),
            time -> written(time, "yyyy.MM.dd HH:mm:ss"),
            time -> written(time, "dd.MM.yyyy HH:mm:ss.SSS"),
            time -> written(time, "yyyyMMdd HH:mm:ss"),
            time -> written(time, "yyyy-MM-dd HH:mm:ss 'UTC'"),
            time -> written(time, "yyyy-MM-dd hh-a"),
            time -> String.valueOf(time / 1000),
            String::valueOf,
            time -> time + "000",
            time -> time + "000000",
            time -> time / 1000 + ".0",
            time -> time + ".0",
            time -> String.valueOf((double) time),
            // Each row in another unit.
            time -> time / Formula.HOUR % 2 == 0 ? String.valueOf(time) : time + "000");

    private static final List<List<String>> NAMES = List.of(
            List.of("timestamp", "Timestamp", "open_time", "Open time", "datetime", "Date", "time", "unix", "TS", ""),
            List.of("open", "OPEN", "Open Price", "open_price", "o"),
            List.of("high", "High", "high_price", "h"),
            List.of("low", "Low", "low\u00a0price", "l"),
            List.of("close", "Close", "<CLOSE>", "c"),
            List.of("volume", "Volume BTC", "vol", "Volume_(BTC)", "v", "base_volume"));

    private final Random random;
    private final char separator;
    private final boolean isDecimalComma;
    private final List<Integer> order;
    private final List<String> header;
    private final LongFunction<String> time;
    private final boolean isNewestFirst;
    private final double quotes;
    private final String lineEnd;
    private final boolean hasComments;
    private final boolean hasEndSeparator;
    private final Charset charset;
    private final int packing;

    Dialect(long seed) {
        random = new Random(seed);
        separator = ",;\t|".charAt(random.nextInt(4));
        isDecimalComma = separator == ';' && random.nextBoolean();
        order = new ArrayList<>(IntStream.range(0, 8).boxed().toList());
        Collections.shuffle(order, random);
        List<String> names = new ArrayList<>();
        for (int column : order) {
            names.add(
                    switch (column) {
                        case 6 -> "Volume USDT";
                        case 7 -> "trades";
                        default -> pick(NAMES.get(column));
                    });
        }
        if (names.contains("")) {
            // A name may only be missing from the first column: the index of pandas.
            int at = names.indexOf("");
            Collections.swap(order, 0, at);
            Collections.swap(names, 0, at);
        }
        header = names;
        time = pick(TIMES);
        isNewestFirst = random.nextInt(3) == 0;
        quotes = random.nextInt(3) == 0 ? 0.5 : 0;
        lineEnd = pick(List.of("\n", "\r\n", "\r"));
        hasComments = random.nextInt(3) == 0;
        hasEndSeparator = random.nextInt(4) == 0;
        charset = pick(List.of(
                StandardCharsets.UTF_8, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE));
        packing = random.nextInt(4);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    byte[] file(int bars) {
        StringBuilder text = new StringBuilder();
        boolean needsMark = !charset.equals(StandardCharsets.UTF_8);
        text.append(needsMark || random.nextInt(4) == 0 ? "\uFEFF" : "");
        if (hasComments) {
            line(text, "https://www.example.com/prices");
            line(text, "# one bar per hour");
            line(text, "");
        }
        line(text, row(header));
        for (int i = 0; i < bars; i++) {
            int bar = isNewestFirst ? bars - 1 - i : i;
            line(text, row(order.stream().map(column -> field(bar, column)).toList()));
            if (hasComments && i % 7 == 3) {
                line(text, "");
            }
        }
        byte[] bytes = text.toString().getBytes(charset);
        return switch (packing) {
            case 1 -> gzip(bytes);
            case 2 -> zip(bytes);
            default -> bytes;
        };
    }

    private String field(int bar, int column) {
        String field = switch (column) {
            case 0 -> time.apply(Formula.time(bar));
            case 6 -> "123456.75";
            case 7 -> "17";
            default -> String.valueOf(Formula.bar(bar)[column - 1]);
        };
        return isDecimalComma && column > 0 ? field.replace('.', ',') : field;
    }

    private String row(List<String> fields) {
        List<String> written = fields.stream()
                .map(field -> random.nextDouble() < quotes ? '"' + field + '"' : field)
                .toList();
        return String.join(String.valueOf(separator), written) + (hasEndSeparator ? separator : "");
    }

    private void line(StringBuilder text, String line) {
        text.append(line).append(lineEnd);
    }

    private static String written(long time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochMilli(time));
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] zip(byte[] bytes, String... besides) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (String name : besides) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(StandardCharsets.UTF_8));
            }
            out.putNextEntry(new ZipEntry("bars.csv"));
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public String toString() {
        return "'%s' %s %s, %s, comma %b, newest first %b, quotes %s, line end %s, comments %b, end %b, %s, packing %d"
                .formatted(
                        separator,
                        header,
                        order,
                        time.apply(Formula.time(1)),
                        isDecimalComma,
                        isNewestFirst,
                        quotes,
                        lineEnd.replace("\r", "CR").replace("\n", "LF"),
                        hasComments,
                        hasEndSeparator,
                        charset,
                        packing);
    }
}
