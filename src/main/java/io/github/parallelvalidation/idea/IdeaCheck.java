package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.strategy.DraftRules;
import io.github.parallelvalidation.strategy.ExpressionException;
import io.github.parallelvalidation.strategy.NumberLimits;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Looks at an idea as it is being typed: what is wrong, and where nothing is, how often there is a signal.
final class IdeaCheck {
    private final Idea idea;
    private final Map<String, String> edits;
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    IdeaCheck(Idea idea, Map<String, String> edits) {
        this.idea = idea;
        this.edits = edits;
    }

    IdeaLook look(PreviewMarket market) {
        Strategy strategy;
        try {
            Optional<Strategy> sound = strategy();
            if (sound.isEmpty()) {
                return IdeaLook.faulty(faults);
            }
            strategy = sound.get();
        } catch (ProblemException e) {
            return IdeaLook.faulty(Map.of("", new Fault(1, e.problem().message())));
        }
        if (idea.hasProgram()) {
            return IdeaLook.uncounted(
                    "Its signals come from a program of its own, which is started only when it is validated.");
        }
        try {
            return new IdeaLook(Map.of(), Optional.of(market.count(strategy)), "");
        } catch (ProblemException | DataException e) {
            return IdeaLook.uncounted("Not counted: " + e.getMessage());
        }
    }

    /// @throws ProblemException when the file cannot be edited safely, or says no strategy for another reason than a
    ///     field
    Optional<Strategy> strategy() {
        Map<String, String> usable = new HashMap<>(edits);
        for (IdeaField field : idea.fields()) {
            if (!field.kind().isExpression() && !isNumber(field)) {
                usable.remove(field.name());
            }
        }
        YamlMapping root = YamlDocument.parse(IdeaText.edited(idea, usable)).asMapping("the strategy");
        DraftRules rules = DraftRules.of(root);
        idea.fields().stream().filter(field -> field.kind().isExpression()).forEach(field -> check(field, rules));
        if (faults.isEmpty()) {
            requireASignal();
        }
        return faults.isEmpty() ? Optional.of(StrategyFile.of(root).strategy()) : Optional.empty();
    }

    /// What is wrong, in one line.
    String sentence() {
        return faults.entrySet().stream()
                .map(fault -> fault.getValue().column() > 1
                        ? "%s, column %d: %s"
                                .formatted(
                                        fault.getKey(),
                                        fault.getValue().column(),
                                        fault.getValue().message())
                        : "%s: %s".formatted(fault.getKey(), fault.getValue().message()))
                .collect(Collectors.joining("; "));
    }

    private boolean isNumber(IdeaField field) {
        String text = idea.text(field, edits);
        List<String> expressions = idea.fields().stream()
                .filter(each -> each.kind().isExpression())
                .map(each -> idea.text(each, edits))
                .toList();
        NumberLimits limits = field.name().equals(IdeaFields.HORIZON)
                ? DraftRules.horizon()
                : DraftRules.limits(field.key(), expressions);
        boolean isOne = YamlScalar.number(text).filter(limits::accepts).isPresent();
        if (!isOne) {
            faults.put(
                    field.name(),
                    new Fault(
                            1,
                            text.isEmpty()
                                    ? "%s belongs here".formatted(limits.words())
                                    : "must be %s, found '%s'".formatted(limits.words(), text)));
        }
        return isOne;
    }

    private void check(IdeaField field, DraftRules rules) {
        String text = idea.text(field, edits);
        if (text.isEmpty()) {
            return;
        }
        try {
            if (field.kind() == IdeaField.Kind.SCORE) {
                rules.checkScore(text);
            } else {
                rules.checkRule(text);
            }
        } catch (ExpressionException e) {
            faults.put(field.name(), new Fault(column(field, e), String.valueOf(e.getMessage())));
        }
    }

    /// In the text as it is typed, blanks before it included.
    private int column(IdeaField field, ExpressionException e) {
        String typed = edits.getOrDefault(field.name(), field.text());
        return e.column() + typed.indexOf(typed.strip());
    }

    private void requireASignal() {
        boolean hasNone = !idea.hasProgram()
                && idea.fields().stream()
                        .filter(field ->
                                field.section().equals(IdeaFields.SIGNAL) && field.kind() == IdeaField.Kind.RULE)
                        .allMatch(field -> idea.text(field, edits).isEmpty());
        if (hasNone) {
            faults.put(
                    IdeaFields.SIGNAL + ".long",
                    new Fault(1, "long or short, or both, must say when a signal holds, such as 'score > 1'"));
        }
    }
}
