package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.process.ProcessIdentity;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.PlainFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The plan file `parallel-validation-{RUN}.yaml`: the plan, then the journal with a line per event, then the merged
/// summary, and last the line that says that everything else was written too. A file without that last line is an
/// interrupted run.
public final class RunFile {
    /// The closing line is shorter.
    private static final int CLOSING_BYTES = 200;

    private final Path file;
    private final Journal journal;

    public RunFile(Path file) {
        this.file = file;
        this.journal = new Journal(file);
    }

    /// The outcome of a run that is still on disk.
    public static Optional<RunOutcome> outcome(Workspace workspace, String runId) {
        return find(workspace, runId).flatMap(RunFile::outcome);
    }

    /// The file of a run, also of one that is archived by now.
    public static Optional<RunFile> find(Workspace workspace, String runId) {
        Path plan = workspace.plan(runId);
        return Stream.of(plan, workspace.archived(plan))
                .filter(Files::exists)
                .findFirst()
                .map(RunFile::new);
    }

    public Path path() {
        return file;
    }

    public void begin(ExecutionPlan plan) {
        write(YamlText.dump(PlanDocument.of(plan)) + PlanText.JOURNAL + ":\n");
    }

    private void write(String text) {
        OwnFile.write(file, text);
        journal.begin(text);
    }

    public Journal journal() {
        return journal;
    }

    /// Takes an interrupted run up in this process: without the half line that a kill in the middle of an append left,
    /// so that the next line is a whole one, with more follow-up options, and without the summary of a run that was
    /// stopped.
    public void takeUp(RunWishes more, Instant now) {
        PlanText text = PlanText.read(file);
        PlanContent content = PlanContent.of(text.source());
        // Those that joined the run stand in its journal, which stays.
        ExecutionPlan plan = PlanDocument.read(content.head(), runId());
        RunWishes wishes = more.over(plan.link().wishes());
        RecordedRun run = read(content);
        String head = YamlText.dump(PlanDocument.takenUp(plan.with(wishes), now, run.secondsSoFar()));
        PlanText kept = run.verdicts().isPresent() ? text : text.stopped();
        write(head + kept.fromJournal());
    }

    /// The process that was last at the run; empty where the file does not say.
    Optional<ProcessIdentity> process() {
        return PlanDocument.process(head());
    }

    /// When an interrupted run was taken up last; empty where none of this file was.
    Optional<Instant> takenUp() {
        return PlanDocument.takenUp(head());
    }

    /// What stands before the journal.
    private YamlMapping head() {
        String head = PlanText.read(file).beforeJournal();
        return YamlDocument.parse(new Source(file, head)).asMapping("the plan file");
    }

    /// Adds the summary, or replaces it after a decision, and takes the closing line away until [#finish].
    public void summarise(RunOutcome outcome) {
        journal.restoreIfGone();
        journal.close();
        String kept = PlanText.read(file).withoutSummary();
        String text = kept + SummaryText.of(outcome);
        OwnFile.write(file, text);
        LatestRun.keep(file, text, SummaryText.kept(outcome));
    }

    public void finish(Instant now) {
        OwnFile.append(file, PlanText.closing(now));
    }

    /// Discards the run: closes the file without a summary.
    public void discard(Instant now) {
        journal.close();
        OwnFile.write(file, PlanText.read(file).discarded(now));
    }

    /// Whether everything of the run was written.
    public boolean isFinished() {
        return endsFinished() || PlanText.read(file).isFinished();
    }

    /// The closing line is the last one: of most plan files nothing else need be read.
    private boolean endsFinished() {
        try (InputStream text = PlainFile.stream(file)) {
            text.skipNBytes(Math.max(0, Files.size(file) - CLOSING_BYTES));
            return PlanText.isFinished(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Reading all of it says what is wrong.
            return false;
        }
    }

    /// The plan alone: journal and summary, many times as long, are not taken apart.
    ///
    /// @throws ProblemException when it is no plan file, or that of another run than its name says
    public ExecutionPlan plan() {
        return PlanDocument.read(head(), runId());
    }

    /// @throws ProblemException when it is no plan file, or that of another run than its name says
    public RecordedRun read() {
        return read(PlanContent.of(PlanText.read(file).source()));
    }

    private RecordedRun read(PlanContent content) {
        List<JournalEvent> journal = content.journal();
        ExecutionPlan plan = RecordedRun.complete(PlanDocument.read(content.head(), runId()), journal);
        Optional<RunOutcome> outcome = content.summary()
                .map(summary -> OutcomeReader.read(plan, summary, content.results()))
                // The summary does not repeat what the journal says of each attempt.
                .map(found -> found.withCards(RecordedRun.attempts(journal)));
        RecordedRun.Part last = new RecordedRun.Part(
                PlanDocument.takenUp(content.head()).orElse(plan.startedAt()),
                PlanDocument.secondsBefore(content.head()));
        return new RecordedRun(plan, journal, outcome, content.isFinished(), last);
    }

    /// The outcome alone, where the run came that far.
    ///
    /// @throws ProblemException when it is no plan file, or that of another run than its name says
    public Optional<RunOutcome> outcome() {
        PlanText text = PlanText.read(file);
        return LatestRun.of(text).or(() -> read(PlanContent.of(text.source())).outcome());
    }

    private String runId() {
        return RunIds.of(file)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(file, "a plan file is named parallel-validation-yyyy-MM-dd-HHmmss.yaml")));
    }
}
