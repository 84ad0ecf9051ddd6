package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.workspace.StrategyId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of strategies: for people, and as part of a folder's name.
final class StrategyName {
    private static final int LONGEST = 120;
    private static final int LONGEST_IN_FOLDER = 40;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]");
    private static final Pattern VARIATION = Pattern.compile("(.*) \\(variation(?: ([0-9]{1,6}))?\\)");

    private StrategyName() {}

    /// @throws IdeaException when it is none
    static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new IdeaException("a strategy needs a name");
        }
        Matcher control = CONTROL.matcher(stripped);
        if (control.find()) {
            throw new IdeaException("a name is one line without control characters, found U+%04X as its character %d"
                    .formatted((int) stripped.charAt(control.start()), control.start() + 1));
        }
        if (stripped.length() > LONGEST) {
            throw new IdeaException(
                    "a name is one line of at most %d characters, found %d".formatted(LONGEST, stripped.length()));
        }
        return stripped;
    }

    /// `STR-211-rsi-mean-reversion`, which every file system takes.
    static String folder(StrategyId id, String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_IN_FOLDER));
        String word = cut.replaceAll("^-+|-+$", "");
        return word.isEmpty() ? id.value() : id + "-" + word;
    }

    /// "RSI (variation)", then "RSI (variation 2)".
    static String ofVariation(String name) {
        Matcher matcher = VARIATION.matcher(name);
        if (!matcher.matches()) {
            return name + " (variation)";
        }
        int number = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        return "%s (variation %d)".formatted(matcher.group(1), number + 1);
    }
}
