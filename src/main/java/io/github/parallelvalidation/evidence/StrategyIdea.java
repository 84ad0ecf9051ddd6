package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlSequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The idea of a strategy, as a person wrote it.
///
/// @param hypothesis the text of `hypothesis.md`; empty where there is none
/// @param rules what `parameters.yaml` says, in its order: `signal.score` to its expression
public record StrategyIdea(String hypothesis, List<Rule> rules) {
    public StrategyIdea {
        rules = List.copyOf(rules);
    }

    /// One value of `parameters.yaml`.
    ///
    /// @param name with those of the mappings around it, joined by dots
    public record Rule(String name, String text) {}

    static Optional<StrategyIdea> read(Path folder) {
        List<Rule> rules = new ArrayList<>();
        document(folder.resolve(StrategyFile.NAME)).ifPresent(root -> add("", root, rules));
        String hypothesis = text(folder.resolve("hypothesis.md"));
        return rules.isEmpty() && hypothesis.isEmpty()
                ? Optional.empty()
                : Optional.of(new StrategyIdea(hypothesis, rules));
    }

    private static Optional<YamlNode> document(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(YamlDocument.read(file)) : Optional.empty();
        } catch (ProblemException broken) {
            // The check and the run say where.
            return Optional.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? YamlDocument.source(file).text().strip() : "";
        } catch (ProblemException broken) {
            return "";
        }
    }

    private static void add(String name, YamlNode node, List<Rule> rules) {
        switch (node) {
            case YamlMapping mapping ->
                mapping.pairs()
                        .forEach(pair -> add(
                                name.isEmpty()
                                        ? pair.key().value()
                                        : name + "." + pair.key().value(),
                                pair.value(),
                                rules));
            case YamlSequence list ->
                rules.add(new Rule(
                        name,
                        list.items().stream()
                                .map(item -> item instanceof YamlScalar scalar ? scalar.value() : item.describe())
                                .collect(Collectors.joining(" "))));
            case YamlScalar scalar -> rules.add(new Rule(name, scalar.value()));
        }
    }
}
