package io.github.parallelvalidation.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.parallelvalidation.workspace.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/// Writes a table as CSV, quoted where needed. A text that a spreadsheet would take for a formula gets an apostrophe in
/// front; characters that steer are made visible.
public final class CsvTable {
    /// A minus sign that begins a number begins no formula.
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");

    private CsvTable() {}

    /// @param rows the header first
    public static String of(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(CsvTable::inert).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String inert(String cell) {
        String text = Printable.visible(cell);
        // Some programs pass over blanks in front.
        String first = text.stripLeading();
        boolean isFormula = !first.isEmpty()
                && "=+-@".indexOf(first.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return isFormula || text.startsWith("\t") ? "'" + text : text;
    }
}
