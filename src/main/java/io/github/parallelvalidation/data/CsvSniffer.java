package io.github.parallelvalidation.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tells from the beginning of a file how it is written.
final class CsvSniffer {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final List<String> COMMENTS = List.of("#", "//", "%", "http://", "https://", "www.");
    private static final int PREFACE = 50;
    private static final int SAMPLE = 20;
    private static final int KLINE_COLUMNS = 12;
    private static final List<Integer> KLINE = List.of(Roles.TIME, 0, 1, 2, 3, 4, -1, -1, -1, -1, -1, -1);

    private final Origin origin;
    private final Charset charset;
    private final List<String> lines;

    private CsvSniffer(Origin origin, Charset charset, List<String> lines) {
        this.origin = origin;
        this.charset = charset;
        this.lines = lines;
    }

    /// @param start the first bytes of the file
    /// @param isWhole whether these are all
    /// @throws DataException when no header and no rows of a Binance dump can be seen
    static CsvDialect sniff(Origin origin, byte[] start, boolean isWhole) {
        Charset charset = charset(start);
        String text = new String(start, charset);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        return new CsvSniffer(origin, charset, lines(text, isWhole)).dialect();
    }

    /// The first lines; a last one that may go on is left out.
    private static List<String> lines(String text, boolean isWhole) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length() && lines.size() < PREFACE + SAMPLE; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        if (lines.isEmpty() || (isWhole && lines.size() < PREFACE + SAMPLE)) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    private static Charset charset(byte[] start) {
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    /// A line that says something about the file and is no row of it.
    static boolean isComment(String line) {
        String text = line.strip();
        for (String comment : COMMENTS) {
            if (text.startsWith(comment)) {
                return true;
            }
        }
        return text.isEmpty();
    }

    private CsvDialect dialect() {
        int first = -1;
        for (int i = 0; i < Math.min(lines.size(), PREFACE); i++) {
            if (isComment(lines.get(i))) {
                continue;
            }
            for (char separator : SEPARATORS) {
                if (ColumnNames.isHeader(fields(i, separator))) {
                    return withHeader(i, separator);
                }
            }
            Optional<CsvDialect> kline = kline(i);
            if (kline.isPresent()) {
                return kline.get();
            }
            first = first < 0 ? i : first;
        }
        throw first < 0 ? DataException.invalid(origin.file(), "there is no bar in the file") : unknown(first);
    }

    private DataException unknown(int first) {
        List<String> best = SEPARATORS.stream()
                .map(separator -> fields(first, separator))
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        boolean isData =
                !best.getFirst().isEmpty() && Character.isDigit(best.getFirst().charAt(0));
        return origin.invalid(
                first + 1L,
                Roles.OTHER,
                isData
                        ? "no header, and %d columns; without a header only the 12 of a Binance kline dump are known"
                                .formatted(best.size())
                        : "the file begins with neither a header such as timestamp,open,high,low,close,volume nor a"
                                + " row of a Binance kline dump; found " + String.join(", ", best));
    }

    private Optional<CsvDialect> kline(int line) {
        for (char separator : SEPARATORS) {
            List<String> fields = withoutEmptyEnd(fields(line, separator));
            if (fields.size() == KLINE_COLUMNS && isNumber(fields.get(0)) && isNumber(fields.get(6))) {
                return Optional.of(new CsvDialect(charset, line, separator, '.', KLINE));
            }
        }
        return Optional.empty();
    }

    private CsvDialect withHeader(int line, char separator) {
        List<String> header = new ArrayList<>(withoutEmptyEnd(fields(line, separator)));
        int head = line + 1;
        if (isYahoo(header, head, separator)) {
            header.set(0, "date");
            head += 2;
        }
        List<List<String>> sample = sample(head, separator);
        // R and some others write a column of row names that the header does not name.
        boolean isShifted = !ColumnNames.hasTime(header)
                && !sample.isEmpty()
                && withoutEmptyEnd(sample.getFirst()).size() == header.size() + 1;
        if (isShifted) {
            header.addFirst("");
        }
        try {
            int[] roles = ColumnNames.roles(header);
            takeClock(header, roles, sample);
            return new CsvDialect(charset, head, separator, decimal(separator, roles, sample), list(roles));
        } catch (IllegalArgumentException e) {
            throw origin.invalid(line + 1L, Roles.OTHER, String.valueOf(e.getMessage()));
        }
    }

    /// A download of yfinance names its columns over three lines.
    private boolean isYahoo(List<String> header, int next, char separator) {
        return header.getFirst().equals("Price")
                && lines.size() > next + 1
                && fields(next, separator).getFirst().equals("Ticker")
                && ColumnNames.isTime(fields(next + 1, separator).getFirst());
    }

    /// A day in one column and a clock time in another are one time.
    private static void takeClock(List<String> header, int[] roles, List<List<String>> sample) {
        int day = -1;
        int clock = -1;
        for (int i = 0; i < roles.length; i++) {
            String name = ColumnNames.plain(header.get(i));
            day = name.equals("date") || name.equals("day") ? i : day;
            clock = name.equals("time") ? i : clock;
        }
        int column = clock;
        boolean isClock = day >= 0
                && clock >= 0
                && (roles[day] == Roles.TIME) != (roles[clock] == Roles.TIME)
                && !sample.isEmpty()
                && sample.stream().allMatch(row -> row.size() > column && isClock(row.get(column)));
        if (isClock) {
            roles[day] = Roles.TIME;
            roles[clock] = Roles.CLOCK;
        }
    }

    private static boolean isClock(String field) {
        byte[] text = field.getBytes(StandardCharsets.UTF_8);
        return new TimestampText().parseClock(text, 0, text.length) != TimestampText.NONE;
    }

    /// Only behind a semicolon is a comma surely no separator.
    private static char decimal(char separator, int[] roles, List<List<String>> sample) {
        if (separator != ';') {
            return '.';
        }
        for (List<String> row : sample) {
            for (int i = 0; i < Math.min(row.size(), roles.length); i++) {
                if (roles[i] >= 0 && roles[i] < Roles.VALUES && row.get(i).indexOf(',') >= 0) {
                    return ',';
                }
            }
        }
        return '.';
    }

    private List<List<String>> sample(int from, char separator) {
        List<List<String>> sample = new ArrayList<>();
        for (int i = from; i < lines.size() && sample.size() < SAMPLE; i++) {
            if (!isComment(lines.get(i))) {
                sample.add(fields(i, separator));
            }
        }
        return sample;
    }

    private List<String> fields(int line, char separator) {
        return fields(lines.get(line), separator);
    }

    private static List<String> fields(String line, char separator) {
        if (line.indexOf('"') >= 0) {
            return quotedFields(line, separator);
        }
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
            fields.add(line.substring(start, end).strip());
            start = end + 1;
        }
        fields.add(line.substring(start).strip());
        return fields;
    }

    private static List<String> quotedFields(String line, char separator) {
        try {
            return CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(line).getFields().stream()
                    .map(String::strip)
                    .toList();
        } catch (CsvParseException notCsv) {
            return List.of(line);
        }
    }

    private static List<String> withoutEmptyEnd(List<String> fields) {
        int size = fields.size();
        while (size > 1 && fields.get(size - 1).isEmpty()) {
            size--;
        }
        return fields.subList(0, size);
    }

    private static List<Integer> list(int[] roles) {
        List<Integer> list = new ArrayList<>();
        for (int role : roles) {
            list.add(role);
        }
        return list;
    }

    private static boolean isNumber(String field) {
        byte[] text = field.getBytes(StandardCharsets.UTF_8);
        return !Double.isNaN(NumberText.parse(text, 0, text.length, '.'));
    }
}
