package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.strategy.DraftRules;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The names that could stand where somebody is typing one.
///
/// @param start where the word that is being typed begins
/// @param end behind its last character, which may lie behind the caret
/// @param words the likeliest first
public record Completions(int start, int end, List<Word> words) {
    private static final int MOST = 40;

    public Completions {
        words = List.copyOf(words);
    }

    /// @param form how it is written out: `rsi(real, time_period=14)`
    /// @param inserted what is put in the place of the word that was begun
    public record Word(String name, String form, String inserted) {
        /// Where the caret goes, from the start of the word.
        public int caret() {
            return inserted.length();
        }
    }

    /// @param known all names
    /// @param asked whether a person asked, so that an empty word is completed, too
    static Completions at(List<DraftRules.Word> known, String text, int caret, boolean asked) {
        int start = caret;
        while (start > 0 && isOfName(text.charAt(start - 1))) {
            start--;
        }
        int end = caret;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        String begun = text.substring(start, caret).toLowerCase(Locale.ROOT);
        boolean isNumber = !begun.isEmpty() && Character.isDigit(begun.charAt(0));
        if (isNumber || (begun.isEmpty() && !asked)) {
            return new Completions(start, end, List.of());
        }
        boolean isCalled = text.startsWith("(", end);
        Predicate<DraftRules.Word> begins = word -> word.name().startsWith(begun);
        Predicate<DraftRules.Word> contains =
                word -> begun.length() > 1 && word.name().contains(begun);
        List<Word> words = Stream.concat(
                        known.stream().filter(begins), known.stream().filter(contains.and(begins.negate())))
                .limit(MOST)
                .map(word -> new Word(word.name(), word.form(), inserted(word, isCalled)))
                .toList();
        boolean isComplete = words.size() == 1 && words.getFirst().name().equals(begun);
        return new Completions(start, end, isComplete && !asked ? List.of() : words);
    }

    private static String inserted(DraftRules.Word word, boolean isCalled) {
        boolean isFunction = word.form().endsWith(")");
        if (!isFunction || isCalled) {
            return word.name();
        }
        return word.form().endsWith("()") ? word.form() : word.name() + "(";
    }

    private static boolean isOfName(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
