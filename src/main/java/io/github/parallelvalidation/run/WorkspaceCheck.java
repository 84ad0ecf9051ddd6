package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.worker.StrategyInspector;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Errors and warnings of the files that the next run would read.
///
/// @param strategies number of strategies inspected
/// @param findings what of it concerns one strategy alone, one for each that has any
public record WorkspaceCheck(int strategies, List<Problem> errors, List<Problem> warnings, List<Finding> findings) {
    private static final int MOST_NAMES = 5;
    private static final StrategyInspector.Findings NOTHING =
            new StrategyInspector.Findings(List.of(), List.of(), Optional.empty());

    public WorkspaceCheck {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        findings = List.copyOf(findings);
    }

    /// The same with what else would keep the run from beginning.
    WorkspaceCheck with(Optional<Problem> error) {
        return error.filter(problem -> !errors.contains(problem))
                .map(problem -> new WorkspaceCheck(
                        strategies,
                        Stream.concat(errors.stream(), Stream.of(problem)).toList(),
                        warnings,
                        findings))
                .orElse(this);
    }

    static WorkspaceCheck of(WorkspaceView view, Tier tier, StrategyInspector inspector) {
        // What is said of a series is said once, however many strategies are on it.
        Map<Problem, List<StrategyId>> errors = new LinkedHashMap<>();
        view.errors().forEach(problem -> errors.put(problem, new ArrayList<>()));
        List<Problem> warnings = new ArrayList<>(view.remarks());
        List<QueueEntry> waiting = view.queue().awaiting(tier);
        List<Finding> found = new ArrayList<>();
        StrategyInspector.Inspection look = inspector.inspection(view.workspace(), tier);
        for (QueueEntry entry : waiting) {
            StrategyInspector.Findings findings = inspect(view, entry, look);
            findings.errors()
                    .forEach(problem -> errors.computeIfAbsent(problem, _ -> new ArrayList<>())
                            .add(entry.id()));
            warnings.addAll(findings.warnings());
            finding(view, entry, findings).ifPresent(found::add);
        }
        List<Problem> told = new ArrayList<>();
        errors.forEach((problem, strategies) ->
                told.add(problem.file().startsWith(view.workspace().data()) ? neededBy(problem, strategies) : problem));
        return new WorkspaceCheck(
                waiting.size(), told, warnings.stream().distinct().toList(), found);
    }

    /// Bars know nothing of who is measured on them.
    private static Problem neededBy(Problem problem, List<StrategyId> strategies) {
        if (strategies.isEmpty()) {
            return problem;
        }
        String names =
                strategies.stream().limit(MOST_NAMES).map(StrategyId::value).collect(Collectors.joining(", "));
        String more = strategies.size() > MOST_NAMES ? " and %d more".formatted(strategies.size() - MOST_NAMES) : "";
        return new Problem(
                problem.file(),
                problem.line(),
                problem.column(),
                "%s (needed by %s%s)".formatted(problem.message(), names, more),
                problem.excerpt());
    }

    private static Optional<Finding> finding(
            WorkspaceView view, QueueEntry entry, StrategyInspector.Findings findings) {
        List<Problem> told = findings.errors().isEmpty() ? findings.warnings() : findings.errors();
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        entry.id(),
                        findings.reason(),
                        view.workspace()
                                .shorter(told.stream().map(Problem::headline).collect(Collectors.joining("; ")))));
    }

    private static StrategyInspector.Findings inspect(
            WorkspaceView view, QueueEntry entry, StrategyInspector.Inspection look) {
        try {
            Optional<Path> folder = view.workspace().strategy(entry.id());
            if (folder.isPresent() && !view.settings().programs().needsRules()) {
                return NOTHING;
            }
            return folder.isPresent()
                    ? look.of(folder.get())
                    : error(Problem.of(
                            view.workspace().strategies().resolve(entry.id().value()),
                            "the folder of %s (queue line %d) is not there".formatted(entry.id(), entry.line())));
        } catch (ProblemException e) {
            return error(e.problem());
        }
    }

    private static StrategyInspector.Findings error(Problem problem) {
        return StrategyInspector.Findings.error(problem, FailureReason.STRATEGY_INVALID);
    }
}
