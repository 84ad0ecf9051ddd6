package io.github.parallelvalidation.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Detects the dialect of a CSV file from its beginning.
final class CsvSniffer {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int PREFACE = 50;
    private static final int SAMPLE = 50;

    private final Origin origin;
    private final CsvText text;
    private final List<String> lines;

    private CsvSniffer(Origin origin, CsvText text) {
        this.origin = origin;
        this.text = text;
        this.lines = text.lines();
    }

    /// The dialect, but for the order of day and month.
    ///
    /// @throws DataException when neither a header can be seen nor rows that do without
    static CsvDialect sniff(Origin origin, CsvText text) {
        return new CsvSniffer(origin, text).dialect();
    }

    private CsvDialect dialect() {
        int first = -1;
        for (int i = 0; i < Math.min(lines.size(), PREFACE); i++) {
            boolean isEmpty = lines.get(i).chars().noneMatch(Character::isLetterOrDigit);
            if (isEmpty || CsvLine.isComment(lines.get(i))) {
                continue;
            }
            for (char separator : SEPARATORS) {
                if (ColumnNames.isHeader(fields(i, separator))) {
                    return withHeader(i, separator);
                }
            }
            Optional<CsvDialect> headerless = first < 0 || isNumbering(first) ? headerless(i) : Optional.empty();
            if (headerless.isPresent()) {
                return headerless.get();
            }
            first = first < 0 ? i : first;
        }
        throw first < 0 ? DataException.invalid(origin.file(), "there is no bar in the file") : unknown(first);
    }

    /// Where nobody named the columns, pandas counts them: `0,1,2,3,4,5`.
    private boolean isNumbering(int line) {
        List<String> fields = fields(line, ',');
        return IntStream.range(0, fields.size()).allMatch(i -> fields.get(i).equals(String.valueOf(i)));
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
                ColumnRoles.OTHER,
                isData
                        ? "no header, and %d columns; rows without a header must begin with time, open, high, low, close, volume"
                                .formatted(best.size())
                        : "the file begins with neither a header such as timestamp,open,high,low,close,volume nor a"
                                + " row that begins with these; found " + String.join(", ", best));
    }

    private Optional<CsvDialect> headerless(int line) {
        for (char separator : SEPARATORS) {
            Sample sample = new Sample(sample(line, separator));
            HeaderlessRows rows = new HeaderlessRows(sample);
            Optional<List<Integer>> roles = rows.roles();
            if (roles.isPresent()) {
                rows.complaint().ifPresent(complaint -> {
                    throw origin.invalid(
                            line + 1L,
                            ColumnRoles.OTHER,
                            "no header, and the columns are not time, open, high, low, close, volume: %s; put a header"
                                            .formatted(complaint)
                                    + " above them that says what they are");
                });
                DayOrder days = DayOrder.ofFirst(sample.column(0));
                return Optional.of(
                        new CsvDialect(text.charset(), line, separator, NumberStyle.PLAIN, days, roles.get()));
            }
        }
        return Optional.empty();
    }

    private CsvDialect withHeader(int line, char separator) {
        List<String> header = new ArrayList<>(CsvLine.withoutEmptyEnd(fields(line, separator)));
        int head = line + 1;
        if (isYahoo(header, head, separator)) {
            header.set(0, "date");
            head += 2;
        } else if (isYahooByTicker(header, head, separator)) {
            header.set(0, "date");
            head++;
        }
        List<List<String>> rows = sample(head, separator);
        // R and some others write a column of row names that the header does not name.
        boolean isShifted = !ColumnNames.hasTime(header)
                && !rows.isEmpty()
                && CsvLine.withoutEmptyEnd(rows.getFirst()).size() == header.size() + 1;
        if (isShifted) {
            header.addFirst("");
        }
        Sample sample = new Sample(rows);
        try {
            int[] roles = ColumnNames.roles(header, sample);
            List<String> numbers = IntStream.range(0, roles.length)
                    .filter(i -> roles[i] >= 0 && roles[i] < ColumnRoles.VALUES)
                    .mapToObj(sample::column)
                    .flatMap(List::stream)
                    .toList();
            List<Integer> list = IntStream.of(roles).boxed().toList();
            DayOrder days = DayOrder.ofFirst(sample.column(list.indexOf(ColumnRoles.TIME)));
            return new CsvDialect(text.charset(), head, separator, NumberStyle.of(numbers), days, list);
        } catch (IllegalArgumentException e) {
            throw origin.invalid(line + 1L, ColumnRoles.OTHER, String.valueOf(e.getMessage()));
        }
    }

    /// A download of yfinance names its columns over three lines.
    private boolean isYahoo(List<String> header, int next, char separator) {
        return header.getFirst().equals("Price")
                && lines.size() > next + 1
                && fields(next, separator).getFirst().equals("Ticker")
                && ColumnNames.isTime(fields(next + 1, separator).getFirst());
    }

    /// The same, grouped by ticker: the line of tickers comes first.
    private boolean isYahooByTicker(List<String> header, int next, char separator) {
        return header.getFirst().equals("Price")
                && lines.size() > next
                && CsvLine.withoutEmptyEnd(fields(next, separator)).size() == 1
                && ColumnNames.isTime(fields(next, separator).getFirst());
    }

    private List<List<String>> sample(int from, char separator) {
        List<List<String>> sample = new ArrayList<>();
        for (int i = from; i < lines.size() && sample.size() < SAMPLE; i++) {
            if (!CsvLine.isNoRow(lines.get(i), separator)) {
                sample.add(fields(i, separator));
            }
        }
        return sample;
    }

    private List<String> fields(int line, char separator) {
        return CsvLine.fields(lines.get(line), separator);
    }
}
