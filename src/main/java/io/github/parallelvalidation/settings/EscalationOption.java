package io.github.parallelvalidation.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The choices about a run that asks for a decision, in the order of the files.
public enum EscalationOption {
    /// Run the unsuccessful ones again with fresh workers.
    RETRY,
    /// Judge the same results by relaxed thresholds.
    RELAX,
    /// Ask for a strategy meeting.
    MEETING,
    /// Go on with those that passed.
    CONTINUE;

    /// In the order in which people are asked: the safest first.
    public static final List<EscalationOption> CHOICES = List.of(CONTINUE, RETRY, RELAX, MEETING);

    /// The name in files and on the command line.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The option with this code, in any case.
    public static Optional<EscalationOption> parse(String code) {
        return Arrays.stream(values())
                .filter(option -> option.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public static List<String> codes() {
        return CHOICES.stream().map(EscalationOption::code).toList();
    }

    /// "continue, retry, relax or meeting".
    public static String alternatives() {
        List<String> codes = codes();
        return String.join(", ", codes.subList(0, codes.size() - 1)) + " or " + codes.getLast();
    }
}
