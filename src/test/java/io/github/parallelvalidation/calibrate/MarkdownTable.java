package io.github.parallelvalidation.calibrate;

import java.util.Locale;

/// A table of numbers for the page. What is more than two standard errors from where it should be is bold.
final class MarkdownTable {
    private static final double FAR = 2;

    private final StringBuilder text = new StringBuilder();
    private int checked;
    private int far;

    /// @param first heading of the first column
    /// @param others headings of the others
    MarkdownTable(String first, String... others) {
        text.append("| ").append(first).append(" |");
        text.append(" %s |".repeat(others.length).formatted((Object[]) others)).append("\n|---|");
        text.append("---:|".repeat(others.length)).append('\n');
    }

    void row(String name, String... cells) {
        text.append("| ").append(name).append(" |");
        for (String cell : cells) {
            text.append(' ').append(cell).append(" |");
        }
        text.append('\n');
    }

    static String percent(Estimate estimate) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * estimate.mean());
    }

    static String number(Estimate estimate, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", estimate.mean()).replace('-', '−');
    }

    /// A share of so many that should be this one.
    String share(Estimate estimate, double due, int count) {
        return marked(percent(estimate), estimate.errorsFrom(due, count));
    }

    /// Points, with their standard error, that should be none.
    String points(Estimate estimate) {
        String points = String.format(Locale.ROOT, "%+.1f ± %.1f", 100 * estimate.mean(), 100 * estimate.error());
        return marked(points.replace('-', '−'), estimate.mean() / estimate.error());
    }

    private String marked(String text, double errors) {
        checked++;
        if (Math.abs(errors) <= FAR) {
            return text;
        }
        far++;
        return "**" + text + "**";
    }

    /// How many numbers were compared with where they should be.
    int checked() {
        return checked;
    }

    /// How many of them are bold.
    int far() {
        return far;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
