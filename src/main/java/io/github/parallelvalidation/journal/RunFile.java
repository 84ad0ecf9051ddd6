package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.workspace.AtomicFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `parallel-validation-{RUN}.yaml`: the plan, then a journal that grows a line per step, then the merged summary, and
/// last the line that says that everything else was written too. A file without that last line is an interrupted run.
public final class RunFile {
    static final String STARTED = "started";
    static final String ENDED = "ended";
    /// Marks the steps of workers that try a parameter variation: they say nothing of the strategy as it is written.
    static final String FIX_ATTEMPT = "fix_attempt";

    private static final String WAITS = "waits";
    /// Placebo counts help a decision; they must not make the file too large to be read.
    private static final int MOST_WITH_PLACEBO = 1_000;

    private static final long DETAILS_LIMIT = 4 << 20;
    private static final String JOURNAL = "journal";
    private static final String SUMMARY = "summary";
    private static final String FINISHED = "finished_at";

    private final Path file;

    public RunFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    public void begin(ExecutionPlan plan) {
        AtomicFile.write(file, YamlText.dump(PlanDocument.of(plan)) + JOURNAL + ":\n");
    }

    /// More is asked for as an interrupted run is resumed.
    public void ask(RunWishes more) {
        ExecutionPlan plan = read().plan();
        RunWishes wishes = more.over(plan.link().wishes());
        if (!wishes.equals(plan.link().wishes())) {
            String text = YamlDocument.source(file).text();
            String head = YamlText.dump(PlanDocument.of(plan.with(wishes)));
            AtomicFile.write(file, head + text.substring(lineStart(text, JOURNAL)));
        }
    }

    public void started(WorkerTask task, Instant now) {
        append(event(STARTED, task, now));
    }

    public void ended(Attempt attempt, Instant now) {
        Map<String, @Nullable Object> event = event(ENDED, attempt.task(), now);
        event.putAll(AttemptDocument.of(attempt, hasRoomForDetails()));
        append(event);
    }

    /// A worker that is not started yet, and why.
    public void waits(WorkerTask task, String why, Instant now) {
        Map<String, @Nullable Object> event = event(WAITS, task, now);
        event.put("message", why);
        append(event);
    }

    /// What helps people must not make the file too large to be read.
    private boolean hasRoomForDetails() {
        return file.toFile().length() < DETAILS_LIMIT;
    }

    /// Adds the summary, or replaces it after a decision, and takes the closing line away until [#finish].
    public void summarise(RunOutcome outcome) {
        String text = whole(YamlDocument.source(file)).text();
        int end = lineStart(text, SUMMARY);
        String kept = end < 0 ? text : text.substring(0, end);
        boolean isLarge = outcome.strategies().size() > MOST_WITH_PLACEBO;
        Map<String, @Nullable Object> summary =
                OutcomeDocument.kept(isLarge ? outcome.withoutCards().withoutPlacebo() : outcome.withoutCards());
        summary.remove("plan");
        AtomicFile.write(file, kept + YamlText.dump(Map.of(SUMMARY, summary)));
    }

    public void finish(Instant now) {
        AtomicFile.append(file, FINISHED + ": " + now + "\n");
    }

    /// Takes away the half line that a kill in the middle of an append left, so that the next line is a whole one.
    public void mend() {
        Source source = YamlDocument.source(file);
        Source whole = whole(source);
        if (!whole.text().equals(source.text())) {
            AtomicFile.write(file, whole.text());
        }
    }

    /// The run is given up: closed without a summary.
    public void discard(Instant now) {
        String text = whole(YamlDocument.source(file)).text();
        AtomicFile.write(file, text + "discarded_at: " + now + "\n" + FINISHED + ": " + now + "\n");
    }

    /// Whether everything of the run was written.
    public boolean isFinished() {
        return whole(YamlDocument.source(file)).text().contains("\n" + FINISHED + ": ");
    }

    private String runId() {
        return RunIds.of(file)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(file, "a plan file is named parallel-validation-yyyy-MM-dd-HHmmss.yaml")));
    }

    public Content read() {
        Source source = whole(YamlDocument.source(file));
        YamlMapping map = YamlDocument.parse(source).asMapping("the plan file");
        ExecutionPlan plan = PlanDocument.read(map, runId());
        List<YamlMapping> journal = map.find(JOURNAL)
                .map(node -> node.asSequence(JOURNAL).items().stream()
                        .map(item -> item.asMapping("a step"))
                        .toList())
                .orElse(List.of());
        return new Content(
                plan,
                journal,
                map.find(SUMMARY)
                        .map(node -> JournalCards.attach(OutcomeReader.read(plan, node.asMapping(SUMMARY)), journal)),
                map.find(FINISHED).isPresent());
    }

    /// What a plan file says.
    ///
    /// @param journal the steps as they were written
    public record Content(
            ExecutionPlan plan, List<YamlMapping> journal, Optional<RunOutcome> outcome, boolean finished) {

        /// Workers that were started and of whose end nothing is written.
        public Set<String> openWorkers() {
            Set<String> open = new LinkedHashSet<>();
            for (YamlMapping step : journal) {
                String worker = Fields.text(step, "worker_id");
                switch (Fields.text(step, "event")) {
                    case STARTED -> open.add(worker);
                    case ENDED -> open.remove(worker);
                    default -> {}
                }
            }
            return open;
        }

        /// How long the run was on before it was cut off, as far as its journal tells.
        public double secondsSoFar() {
            return Duration.between(plan.startedAt(), lastSign()).toMillis() / 1000.0;
        }

        /// When the last step was written.
        Instant lastSign() {
            return journal.isEmpty() ? plan.startedAt() : Fields.instant(journal.getLast(), "at");
        }
    }

    private void append(Map<String, @Nullable Object> event) {
        AtomicFile.append(file, "- " + YamlText.dumpLine(event) + "\n");
    }

    private static Map<String, @Nullable Object> event(String name, WorkerTask task, Instant now) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("at", now.toString());
        event.put("event", name);
        event.put("strategy_id", task.strategyId().value());
        event.put("worker_id", task.workerId());
        event.put("attempt", task.attempt());
        if (task.variation() != null) {
            event.put(FIX_ATTEMPT, task.variation().number());
        }
        return event;
    }

    /// A kill in the middle of an append leaves half a line; what is whole before it counts.
    private static Source whole(Source source) {
        int end = source.text().lastIndexOf('\n') + 1;
        return new Source(source.file(), source.text().substring(0, end));
    }

    private static int lineStart(String text, String key) {
        int at = text.indexOf("\n" + key + ":");
        return at < 0 ? -1 : at + 1;
    }
}
