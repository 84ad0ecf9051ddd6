package io.github.parallelvalidation.ui.palette;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How well texts fit what was typed: its beginning, its words and their beginnings, a part of it, or its letters in
/// order. Each word that was typed has to fit.
final class FuzzyMatch {
    /// For what does not fit.
    static final int NONE = 0;

    private static final int BEGINNING = 1000;
    private static final int WHOLE_WORD = 900;
    private static final int WORD = 700;
    private static final int INITIALS = 600;
    private static final int PART = 400;
    private static final int LETTERS = 200;
    /// What is further behind fits a little less.
    private static final int MOST_OFF = 100;

    private final List<String> terms;

    /// @param typed words in any order
    FuzzyMatch(String typed) {
        terms = Arrays.stream(fold(typed).split(" "))
                .filter(term -> !term.isEmpty())
                .toList();
    }

    /// As texts are compared.
    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean isForAll() {
        return terms.isEmpty();
    }

    /// @param folded the text as [#fold] has it
    /// @return the larger the better
    int score(String folded) {
        int score = 0;
        for (String term : terms) {
            int one = score(term, folded);
            if (one == NONE) {
                return NONE;
            }
            score += one;
        }
        return score;
    }

    private static int score(String term, String text) {
        if (text.startsWith(term)) {
            return BEGINNING;
        }
        int first = text.indexOf(term);
        for (int at = first; at >= 0; at = text.indexOf(term, at + 1)) {
            if (isWordStart(text, at)) {
                int end = at + term.length();
                boolean isWhole = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
                return (isWhole ? WHOLE_WORD : WORD) - Math.min(at, MOST_OFF);
            }
        }
        if (first >= 0) {
            return PART - Math.min(first, MOST_OFF);
        }
        // A number is meant as it is.
        if (term.length() < 2 || term.chars().anyMatch(Character::isDigit)) {
            return NONE;
        }
        return areInitials(term, text) ? INITIALS : lettersInOrder(term, text);
    }

    private static boolean isWordStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static boolean areInitials(String term, String text) {
        int next = 0;
        for (int at = 0; at < text.length() && next < term.length(); at++) {
            if (isWordStart(text, at) && text.charAt(at) == term.charAt(next)) {
                next++;
            }
        }
        return next == term.length();
    }

    private static int lettersInOrder(String term, String text) {
        int first = text.indexOf(term.charAt(0));
        int at = first;
        for (int next = 1; at >= 0 && next < term.length(); next++) {
            at = text.indexOf(term.charAt(next), at + 1);
        }
        return at < 0 ? NONE : Math.max(1, LETTERS - (at - first - term.length()));
    }
}
