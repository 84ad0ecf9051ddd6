package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.PlainYaml;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands in a plan file. Its long lists are read item by item, so that the memory for a run of many strategies is
/// that of what is made of them.
///
/// @param head the plan, and what else is in no long list
/// @param results of the summary, where there is one
record PlanContent(YamlMapping head, List<JournalEvent> journal, List<StrategyResult> results) {
    private static final String FILE = "the plan file";

    /// @throws ProblemException when it is no plan file
    static PlanContent of(Source source) {
        List<JournalEvent> journal = new ArrayList<>();
        List<StrategyResult> results = new ArrayList<>();
        Optional<YamlNode> head = PlainYaml.lists(
                source,
                Map.of(
                        PlanText.JOURNAL,
                        (step, _) -> journal.add(event(step)),
                        PlanText.SUMMARY + "." + OutcomeReader.STRATEGIES,
                        (result, _) -> results.add(OutcomeReader.result(result))));
        return head.map(node -> new PlanContent(node.asMapping(FILE), journal, results))
                .orElseGet(() -> whole(YamlDocument.parse(source).asMapping(FILE)));
    }

    /// Of a file that others have written in their own way.
    private static PlanContent whole(YamlMapping root) {
        return new PlanContent(
                root,
                root.list(PlanText.JOURNAL, PlanContent::event),
                root.find(PlanText.SUMMARY)
                        .map(node -> OutcomeReader.results(node.asMapping(PlanText.SUMMARY)))
                        .orElse(List.of()));
    }

    private static JournalEvent event(YamlNode step) {
        return EventDocument.read(step.asMapping("a step"));
    }

    Optional<YamlMapping> summary() {
        return head.find(PlanText.SUMMARY).map(node -> node.asMapping(PlanText.SUMMARY));
    }

    boolean isFinished() {
        return head.find(PlanText.FINISHED).isPresent();
    }
}
