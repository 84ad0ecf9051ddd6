package io.github.parallelvalidation.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which rows of a table are wanted, in words that a person can type: `rsi status:passed reason:"ic too low"`. Words
/// without a key are sought in id, name, status and reason. Of several words with the same key one must fit; of
/// different keys each.
///
/// @param words those without a key, in small letters
/// @param terms those with a key
public record RowFilter(String words, List<Term> terms) {
    public static final RowFilter ALL = new RowFilter("", List.of());

    public static final String STARRED = "starred";

    private static final Pattern TERM = Pattern.compile("(?i)(?<!\\S)(status|reason|note|is):(?:\"([^\"]*)\"|(\\S+))");

    /// What a word with a key is about.
    public enum Key {
        STATUS,
        REASON,
        NOTE,
        /// `is:starred`
        IS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String said(StrategyRow row) {
            return switch (this) {
                case STATUS -> row.status().word();
                case REASON -> row.failureReason();
                case NOTE -> row.remark().note();
                case IS -> row.remark().isStarred() ? STARRED : "";
            };
        }
    }

    /// @param isExact in quotes: all that is said must be this; else this must be in it
    public record Term(Key key, String value, boolean isExact) {
        private boolean fits(StrategyRow row) {
            String said = key.said(row).toLowerCase(Locale.ROOT);
            String wanted = value.toLowerCase(Locale.ROOT);
            return isExact ? said.equals(wanted) : said.contains(wanted);
        }

        @Override
        public String toString() {
            return key.word() + ":" + (isExact ? '"' + value + '"' : value);
        }
    }

    public RowFilter {
        terms = List.copyOf(terms);
    }

    public static RowFilter of(String text) {
        List<Term> terms = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Matcher term = TERM.matcher(text);
        while (term.find()) {
            term.appendReplacement(words, "");
            Key key = Key.valueOf(term.group(1).toUpperCase(Locale.ROOT));
            boolean isExact = term.group(2) != null;
            terms.add(new Term(key, isExact ? term.group(2) : term.group(3), isExact));
        }
        term.appendTail(words);
        return new RowFilter(words.toString().strip().toLowerCase(Locale.ROOT), terms);
    }

    /// The text with one exact term more, or without it where it was there. What a person typed around it stays.
    public static String toggled(String text, Key key, String value) {
        Term wanted = new Term(key, value, true);
        Matcher term = TERM.matcher(text);
        while (term.find()) {
            if (of(term.group()).terms().contains(wanted)) {
                String before = text.substring(0, term.start()).stripTrailing();
                String after = text.substring(term.end()).stripLeading();
                return before.isEmpty() || after.isEmpty() ? before + after : before + " " + after;
            }
        }
        return text.isBlank() ? wanted.toString() : text.stripTrailing() + " " + wanted;
    }

    public boolean has(Key key, String value) {
        return terms.contains(new Term(key, value, true));
    }

    public boolean isAll() {
        return words.isEmpty() && terms.isEmpty();
    }

    public boolean matches(StrategyRow row) {
        return (words.isEmpty() || row.says(words)) && terms.stream().allMatch(term -> anyFits(term.key(), row));
    }

    private boolean anyFits(Key key, StrategyRow row) {
        return terms.stream().anyMatch(term -> term.key() == key && term.fits(row));
    }
}
