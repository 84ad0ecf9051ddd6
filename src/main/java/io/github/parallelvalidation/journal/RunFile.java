package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
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
    /// Marks the steps of workers that try other numbers: they say nothing of the strategy as it is written.
    static final String FIX_ATTEMPT = "fix_attempt";

    private static final String WAITS = "waits";
    private static final String TIMEOUT = "timeout_seconds";
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
        OwnFile.write(file, header(plan) + JOURNAL + ":\n");
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
        OwnFile.write(file, kept + YamlText.dump(Map.of(SUMMARY, summary)));
    }

    public void finish(Instant now) {
        OwnFile.append(file, FINISHED + ": " + now + "\n");
    }

    /// Takes away the half line that a kill in the middle of an append left, so that the next line is a whole one.
    public void mend() {
        Source source = YamlDocument.source(file);
        Source whole = whole(source);
        if (!whole.text().equals(source.text())) {
            OwnFile.write(file, whole.text());
        }
    }

    /// The run is given up: closed without a summary.
    public void discard(Instant now) {
        String text = whole(YamlDocument.source(file)).text();
        OwnFile.write(file, text + "discarded_at: " + now + "\n" + FINISHED + ": " + now + "\n");
    }

    /// Whether everything of the run was written.
    public boolean isFinished() {
        return whole(YamlDocument.source(file)).text().contains("\n" + FINISHED + ": ");
    }

    public Content read() {
        Source source = whole(YamlDocument.source(file));
        YamlMapping map = YamlDocument.parse(source).asMapping("the plan file");
        ExecutionPlan plan = plan(map);
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
        OwnFile.append(file, "- " + YamlText.dumpLine(event) + "\n");
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

    private static String header(ExecutionPlan plan) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("run_id", plan.runId());
        map.put("started_at", plan.startedAt().toString());
        map.put("tier", plan.tier().name());
        map.put("workers", plan.workers());
        map.put("queue_depth", plan.queueDepth());
        plan.timeoutSeconds().ifPresent(seconds -> map.put(TIMEOUT, seconds));
        map.put("pid", ProcessHandle.current().pid());
        map.put("strategies", plan.strategies().stream().map(RunFile::planned).toList());
        return YamlText.dump(map);
    }

    private static Map<String, @Nullable Object> planned(PlannedStrategy planned) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("strategy_id", planned.id().value());
        map.put("name", planned.name());
        map.put("status_before", planned.statusBefore());
        map.put("estimated_seconds", planned.estimatedSeconds());
        return map;
    }

    private static ExecutionPlan plan(YamlMapping map) {
        return new ExecutionPlan(
                Fields.text(map, "run_id"),
                Fields.instant(map, "started_at"),
                Tier.parse(Fields.text(map, "tier")).orElseThrow(() -> map.problem("'tier' must be L0 or L1")),
                Fields.scalar(map, "workers").asInt("workers", 0, Integer.MAX_VALUE),
                Fields.scalar(map, "queue_depth").asInt("queue_depth", 0, Integer.MAX_VALUE),
                map.find("strategies")
                        .map(node -> node.asSequence("strategies").items().stream()
                                .map(RunFile::planned)
                                .toList())
                        .orElse(List.of()),
                Fields.seconds(map, TIMEOUT));
    }

    private static PlannedStrategy planned(YamlNode node) {
        YamlMapping map = node.asMapping("a planned strategy");
        return new PlannedStrategy(
                Fields.id(map, "strategy_id"),
                Fields.find(map, "name").orElse(""),
                Fields.find(map, "status_before").orElse(null),
                Fields.scalar(map, "estimated_seconds").asDouble("estimated_seconds", 0, Double.MAX_VALUE));
    }
}
