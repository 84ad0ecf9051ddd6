package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The `report` command: writes a finished run as HTML, CSV or JUnit XML.
@Command(name = "report", description = "Writes a page, a table or JUnit XML about a run that is over.")
final class ReportCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    @Mixin
    private ReportFiles files = new ReportFiles();

    @Option(names = "--run", paramLabel = "RUN", description = "The run (default: the last one).")
    private @Nullable String run;

    @Spec
    private @Nullable CommandSpec spec;

    ReportCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            throw RunName.wrong(spec, "name at least one of --html, --csv and --junit");
        }
        Workspace chosen = workspace.find();
        files.check(chosen, true);
        RunOutcome outcome = outcome(chosen)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        chosen.pipeline(),
                        run == null ? "there is no finished run yet" : "there is no finished run " + run)));
        return files.write(validation, chosen, List.of(outcome), terminal)
                ? ExitStatus.ALL_PASSED
                : ExitStatus.USAGE_OR_FILE;
    }

    private Optional<RunOutcome> outcome(Workspace chosen) {
        if (run == null) {
            return validation.view(chosen).lastRun();
        }
        return validation.outcome(chosen, RunName.checked(spec, "--run", run));
    }
}
