package io.github.parallelvalidation.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The default answer to a run's question.
///
/// @param answer empty: a person is asked
public record EscalationPolicy(Optional<EscalationOption> answer) {
    public static final EscalationPolicy ASK = new EscalationPolicy(Optional.empty());

    private static final String ASK_CODE = "ask";

    public static EscalationPolicy of(EscalationOption answer) {
        return new EscalationPolicy(Optional.of(answer));
    }

    /// The name in files and on the command line: `ask`, or that of an option.
    public String code() {
        return answer.map(EscalationOption::code).orElse(ASK_CODE);
    }

    /// The policy with this code, in any case.
    public static Optional<EscalationPolicy> parse(String code) {
        return code.equalsIgnoreCase(ASK_CODE)
                ? Optional.of(ASK)
                : EscalationOption.parse(code).map(EscalationPolicy::of);
    }

    public static List<String> codes() {
        return Stream.concat(Stream.of(ASK_CODE), EscalationOption.codes().stream())
                .toList();
    }
}
