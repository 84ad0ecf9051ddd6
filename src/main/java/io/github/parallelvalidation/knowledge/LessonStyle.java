package io.github.parallelvalidation.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Formats a lesson in the style of the last one of a Markdown file: as a row of a table, a bullet, a number, or a
/// paragraph below a heading; with a date where the others have one.
final class LessonStyle {
    private static final Pattern ITEM = Pattern.compile("( {0,3})([-*+]|(\\d{1,9})([.)]))( +|\t)(.*)");
    private static final Pattern HEADING = Pattern.compile("(#{1,6})[ \t]+(.*)");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
    private static final String NEW_FILE = "# Learnings";

    private final String text;
    private final String lesson;
    private final LocalDate today;
    private final String lineEnd;
    private final List<String> lines = new ArrayList<>();

    private LessonStyle(String text, String lesson, LocalDate today) {
        this.text = text;
        this.lesson = lesson;
        this.today = today;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        text.lines().forEach(lines::add);
    }

    /// The text with the lesson added behind the last one; nothing else changes.
    static String append(String text, String lesson, LocalDate today) {
        return text.isBlank()
                ? text + NEW_FILE + "\n\n- " + today + ": " + lesson + "\n"
                : new LessonStyle(text, lesson, today).appended();
    }

    private String appended() {
        int last = lastLine();
        if (last < 0) {
            return text + (text.endsWith("\n") ? "" : lineEnd) + lineEnd + "- " + today + ": " + lesson + lineEnd;
        }
        List<String> added = new ArrayList<>();
        int item = itemAt(last);
        if (lines.get(last).strip().startsWith("|")) {
            added.add(row(last));
        } else if (item >= 0) {
            addItem(added, item);
        } else {
            addBelowHeading(added, last);
        }
        int offset = endOf(last);
        return text.substring(0, offset) + lineEnd + String.join(lineEnd, added) + text.substring(offset);
    }

    /// The last line that is neither blank nor a comment of one line.
    private int lastLine() {
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !(line.startsWith("<!--") && line.endsWith("-->"))) {
                return i;
            }
        }
        return -1;
    }

    /// Where a line ends, before its line break.
    private int endOf(int line) {
        int offset = 0;
        for (int i = 0; i <= line; i++) {
            offset += lines.get(i).length();
            if (i < line) {
                offset += text.startsWith("\r\n", offset) ? 2 : 1;
            }
        }
        return offset;
    }

    /// The outermost item of a list whose text goes on to this line, or -1.
    private int itemAt(int last) {
        int item = -1;
        int indent = Integer.MAX_VALUE;
        for (int i = last; i >= 0 && indent > 0; i--) {
            String line = lines.get(i);
            Matcher matcher = ITEM.matcher(line);
            boolean belongs = line.isBlank() || line.startsWith("  ") || line.startsWith("\t");
            boolean isWrapped =
                    i > 0 && i == last && ITEM.matcher(lines.get(i - 1)).matches();
            if (matcher.matches()) {
                if (matcher.group(1).length() < indent) {
                    item = i;
                    indent = matcher.group(1).length();
                }
            } else if (FENCE.matcher(line).matches() || !(belongs || isWrapped)) {
                return item;
            }
        }
        return item;
    }

    private void addItem(List<String> added, int item) {
        Matcher model = ITEM.matcher(lines.get(item));
        if (!model.matches()) {
            throw new IllegalStateException("no item");
        }
        int heading = headingBefore(item);
        DatedText ofHeading = DatedText.of(heading < 0 ? "" : lines.get(heading));
        DatedText ofItem = DatedText.of(model.group(6));
        String marker = model.group(3) == null ? model.group(2) : Long.parseLong(model.group(3)) + 1 + model.group(4);
        boolean newDay = !ofItem.leads() && ofHeading.isThere() && !ofHeading.names(today);
        if (newDay) {
            added.add("");
            added.add(heading(lines.get(heading)));
            if (heading + 1 < lines.size() && lines.get(heading + 1).isBlank()) {
                added.add("");
            }
            marker = model.group(3) == null ? marker : "1" + model.group(4);
        } else if (item > 0 && lines.get(item - 1).isBlank() && hasItemBefore(item)) {
            added.add("");
        }
        String said = ofItem.leads() ? ofItem.lead(today) + lesson : lesson;
        added.add(model.group(1) + marker + model.group(5) + said);
    }

    private boolean hasItemBefore(int item) {
        int before = item - 1;
        while (before >= 0 && lines.get(before).isBlank()) {
            before--;
        }
        return before >= 0 && itemAt(before) >= 0;
    }

    private int headingBefore(int line) {
        for (int i = line; i >= 0; i--) {
            if (HEADING.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    /// Others write a heading and then text: so do we. Below a mere title a list is begun.
    private void addBelowHeading(List<String> added, int last) {
        int heading = headingBefore(last);
        Matcher model = HEADING.matcher(heading < 0 ? "" : lines.get(heading));
        added.add("");
        if (!model.matches() || heading == last || model.group(1).length() == 1) {
            added.add("- " + today + ": " + lesson);
            return;
        }
        added.add(heading(lines.get(heading)));
        if (heading + 1 < lines.size() && lines.get(heading + 1).isBlank()) {
            added.add("");
        }
        added.add(lesson);
    }

    /// A heading like another one, for what we say today.
    private String heading(String other) {
        Matcher model = HEADING.matcher(other);
        if (!model.matches()) {
            throw new IllegalStateException("no heading");
        }
        DatedText dated = DatedText.of(model.group(2));
        String title = dated.leads() ? dated.lead(today) + "Parallel validation" : "Parallel validation, " + today;
        return model.group(1) + " " + (dated.isAll() ? dated.on(today) : title);
    }

    /// The lesson in the widest column, the date in the one that has dates, nothing in the others.
    private String row(int last) {
        List<String> model = cells(lines.get(last));
        int widest = 0;
        for (int i = 1; i < model.size(); i++) {
            boolean isDate = DatedText.of(model.get(i).strip()).isAll();
            if (!isDate
                    && (model.get(i).length() > model.get(widest).length()
                            || DatedText.of(model.get(widest).strip()).isAll())) {
                widest = i;
            }
        }
        StringBuilder row = new StringBuilder("|");
        for (int i = 0; i < model.size(); i++) {
            DatedText dated = DatedText.of(model.get(i).strip());
            String cell = i == widest ? lesson.replace("|", "\\|") : dated.isAll() ? dated.on(today) : "";
            row.append(' ').append(cell).append(" |");
        }
        return row.toString();
    }

    private static List<String> cells(String row) {
        String inner = row.strip().replaceAll("^\\||\\|$", "");
        return List.of(inner.split("(?<!\\\\)\\|", -1));
    }
}
