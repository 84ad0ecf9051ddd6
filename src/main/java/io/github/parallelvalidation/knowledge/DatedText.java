package io.github.parallelvalidation.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text with its first date, and the form in which that date is written.
///
/// @param date as written, or empty
/// @param form how it is written, or null where there is none
record DatedText(
        String before, String date, String after, @Nullable DateTimeFormatter form) {
    /// What may stand between the beginning, a date, and what is said.
    private static final Pattern OPENING = Pattern.compile("[*_\\[(`]*");

    private static final Pattern CLOSING =
            Pattern.compile("^[*_\\])`:]*[ \t]*(?:(?:[-:|]|\u00e2\u0080[\u0093\u0094])[ \t]+)?");

    private record Form(Pattern pattern, DateTimeFormatter format) {
        static Form of(String pattern, String format) {
            return new Form(Pattern.compile(pattern), DateTimeFormatter.ofPattern(format, Locale.ENGLISH));
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of("\\b\\d{4}-\\d{2}-\\d{2}\\b", "yyyy-MM-dd"),
            Form.of("\\b\\d{4}/\\d{2}/\\d{2}\\b", "yyyy/MM/dd"),
            Form.of("\\b\\d{2}\\.\\d{2}\\.\\d{4}\\b", "dd.MM.yyyy"),
            Form.of("\\b[A-Z][a-z]{2} \\d{1,2}, \\d{4}\\b", "MMM d, yyyy"),
            Form.of("\\b[A-Z][a-z]{3,8} \\d{1,2}, \\d{4}\\b", "MMMM d, yyyy"));

    static DatedText of(String text) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.find()) {
                return new DatedText(
                        text.substring(0, matcher.start()),
                        matcher.group(),
                        text.substring(matcher.end()),
                        form.format());
            }
        }
        return new DatedText(text, "", "", null);
    }

    boolean isThere() {
        return form != null;
    }

    /// Whether the text begins with its date.
    boolean leads() {
        return isThere() && OPENING.matcher(before).matches();
    }

    /// Whether there is nothing but the date.
    boolean isAll() {
        return leads() && after.substring(closing().length()).isEmpty();
    }

    boolean names(LocalDate day) {
        return date.equals(written(day));
    }

    /// The same text on another day.
    String on(LocalDate day) {
        return before + written(day) + after;
    }

    /// What stands before that which is said, on another day.
    String lead(LocalDate day) {
        boolean isHalf = before.contains("*") && !closing().contains("*");
        String lead = isHalf ? written(day) + ":" : before + written(day) + closing();
        return lead.endsWith(" ") ? lead : lead + " ";
    }

    private String closing() {
        Matcher closing = CLOSING.matcher(after);
        return closing.find() ? closing.group() : "";
    }

    private String written(LocalDate day) {
        return form == null ? "" : day.format(form);
    }
}
