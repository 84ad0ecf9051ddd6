package io.github.parallelvalidation.run;

import io.github.parallelvalidation.display.AwaitingText;
import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.journal.OpenQuestions;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.MarkedBlock;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes this program's block of `BOOTSTRAP.md`: the state of the queue and the result of the last run.
final class BootstrapFile {
    private BootstrapFile() {}

    /// @param outcome of the newest run
    static void update(Workspace workspace, RunOutcome outcome, Queue queue, Instant now) {
        new MarkedBlock(workspace.bootstrap(), "<!-- parallel-validation:begin -->", "<!-- parallel-validation:end -->")
                .put(text(workspace, outcome, open(workspace, outcome), queue, now));
    }

    /// Newest first. A run that is just being recorded is not found among those that have ended.
    private static List<RunOutcome> open(Workspace workspace, RunOutcome outcome) {
        String newest = outcome.plan().runId();
        return Stream.concat(
                        Stream.of(outcome).filter(RunOutcome::awaitsDecision),
                        new OpenQuestions(workspace)
                                .all().stream()
                                        .filter(asked -> !asked.plan().runId().equals(newest)))
                .toList();
    }

    /// @param open the runs whose question nobody has answered yet
    static String text(Workspace workspace, RunOutcome outcome, List<RunOutcome> open, Queue queue, Instant now) {
        StringBuilder text = new StringBuilder("## Parallel validation\n\n");
        text.append("- Updated: ").append(now.truncatedTo(ChronoUnit.SECONDS)).append('\n');
        text.append("- Queue: ").append(counts(queue)).append('\n');
        text.append("- Next: ").append(AwaitingText.of(queue)).append('\n');
        text.append("- Last run ")
                .append(outcome.plan().runId())
                .append(": ")
                .append(RunSentence.of(outcome))
                .append('\n');
        for (RunOutcome asked : open) {
            text.append("- A decision is waiting on run ")
                    .append(asked.plan().runId())
                    .append(": ")
                    .append(OptionText.question(asked.summary(), asked.plan().tier()))
                    .append("; ")
                    .append(EscalationOption.alternatives())
                    .append('\n');
        }
        text.append("- Details: ")
                .append(workspace
                        .root()
                        .relativize(workspace.plan(outcome.plan().runId())))
                .append('\n');
        return text.toString();
    }

    private static String counts(Queue queue) {
        Map<Status, Long> counts = new TreeMap<>(
                queue.entries().stream().collect(Collectors.groupingBy(QueueEntry::status, Collectors.counting())));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " "
                        + (entry.getKey() == Status.FOREIGN ? "of other programs" : entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
