package io.github.parallelvalidation.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;

/// Splits single lines of a CSV file, for looking at its beginning.
final class CsvLine {
    private static final List<String> COMMENTS = List.of("#", "//", "%", "http://", "https://", "www.");

    private CsvLine() {}

    /// A line that says something about the file and is no row of it, or says nothing.
    static boolean isComment(String line) {
        String text = line.strip();
        for (String comment : COMMENTS) {
            if (text.startsWith(comment)) {
                return true;
            }
        }
        return text.isEmpty();
    }

    /// The same, or a row without anything between its separators, as spreadsheets leave below the last one.
    static boolean isNoRow(String line, char separator) {
        // Most rows begin so; looking closer takes time where there are many.
        if (!line.isEmpty() && line.charAt(0) >= '0' && line.charAt(0) <= '9') {
            return false;
        }
        return isComment(line) || line.replace(separator, ' ').isBlank();
    }

    static List<String> fields(String line, char separator) {
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

    static List<String> withoutEmptyEnd(List<String> fields) {
        int size = fields.size();
        while (size > 1 && fields.get(size - 1).isEmpty()) {
            size--;
        }
        return fields.subList(0, size);
    }
}
