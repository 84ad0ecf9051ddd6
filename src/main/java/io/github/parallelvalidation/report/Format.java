package io.github.parallelvalidation.report;

import io.github.parallelvalidation.evidence.EvidenceReader;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.journal.RunPreviews;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.workspace.NamedFile;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/// The export formats of a run.
public enum Format {
    HTML("HTML report", ".html"),
    CSV("CSV table", ".csv"),
    JUNIT("JUnit XML", ".xml");

    private final String title;
    private final String ending;

    Format(String title, String ending) {
        this.title = title;
        this.ending = ending;
    }

    public String title() {
        return title;
    }

    /// A name for the file of a run.
    public String fileName(String runId) {
        return "validation-" + runId + ending;
    }

    public String ending() {
        return ending;
    }

    /// @param runs the run, and after it that of the next tier where there was one
    /// @param history the last runs, oldest first
    public String of(Workspace workspace, List<RunOutcome> runs, List<RunMetrics> history) {
        return switch (this) {
            case HTML -> {
                EvidenceReader evidence = new EvidenceReader(workspace);
                yield HtmlReport.of(
                        workspace.name(),
                        runs,
                        history,
                        run -> RunPreviews.of(workspace, run),
                        (tier, result) -> evidence.read(
                                result.id(), tier, result.judgement().metrics()));
            }
            case CSV -> ResultsCsv.of(runs);
            case JUNIT -> JUnitXml.of(workspace.name(), runs);
        };
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the file may not or cannot be written; one
    ///     that was there is then still there
    public void write(Path file, Workspace workspace, List<RunOutcome> runs, List<RunMetrics> history) {
        NamedFile.write(workspace, file, of(workspace, runs, history));
    }
}
