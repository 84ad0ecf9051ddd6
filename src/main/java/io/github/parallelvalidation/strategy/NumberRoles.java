package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The tunable parameters of a strategy by their use, each in the order of the file.
///
/// @param score those that its score uses
/// @param entry those that `signal.long` and `signal.short` use
/// @param exit those that its exits use, `hold_bars` among them
public record NumberRoles(Set<String> score, Set<String> entry, Set<String> exit) {

    /// What a strategy's own program does with its numbers is not known: all but the exits' decide its score.
    static NumberRoles of(RuleSource source, Map<String, Value> parameters) {
        Set<String> numbers = parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() instanceof Value.Amount)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<YamlMapping> signal = Optional.of(source.signal());
        Set<String> exit = used(numbers, source.exit(), List.of("long", "short"));
        if (source.exit().flatMap(section -> section.find(RuleSource.HOLD_BARS)).isPresent()
                && numbers.contains(RuleSource.HOLD_BARS)) {
            exit.add(RuleSource.HOLD_BARS);
        }
        Set<String> score = source.command().isPresent()
                ? numbers.stream().filter(name -> !exit.contains(name)).collect(Collectors.toSet())
                : used(numbers, signal, List.of("score"));
        return new NumberRoles(
                ordered(numbers, score),
                ordered(numbers, used(numbers, signal, List.of("long", "short"))),
                ordered(numbers, exit));
    }

    private static Set<String> used(Set<String> numbers, Optional<YamlMapping> section, List<String> rules) {
        Set<String> used = new LinkedHashSet<>();
        for (String rule : rules) {
            Optional<YamlNode> node = section.flatMap(mapping -> mapping.find(rule));
            node.map(expression -> expression.asScalar(rule).value())
                    .ifPresent(text -> Lexer.tokens(text).stream()
                            .filter(token -> token.kind() == Token.Kind.NAME)
                            .map(Token::text)
                            .filter(numbers::contains)
                            .forEach(used::add));
        }
        return used;
    }

    private static Set<String> ordered(Set<String> order, Set<String> chosen) {
        Set<String> result = new LinkedHashSet<>(order);
        result.retainAll(chosen);
        return result;
    }
}
