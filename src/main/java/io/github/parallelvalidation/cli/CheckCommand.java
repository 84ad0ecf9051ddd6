package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.Counted;
import io.github.parallelvalidation.report.CheckDocument;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceCheck;
import io.github.parallelvalidation.schema.Schema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The `check` command: reads every file the next run would read and runs nothing.
@Command(name = "check", description = "Reads every file the next run would read, runs nothing, reports each problem.")
final class CheckCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(names = "--tier", paramLabel = "L0|L1", description = "The tier (default: ${DEFAULT-VALUE}).")
    private Tier tier = Tier.L0;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    CheckCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        WorkspaceCheck check = validation.check(workspace.find(), tier);
        if (json) {
            Json.print(terminal.out(), Schema.CHECK, CheckDocument.of(check));
        } else {
            check.errors().forEach(problem -> terminal.out().println("error: " + problem));
            check.warnings().forEach(problem -> terminal.out().println("warning: " + problem));
            terminal.out()
                    .printf(
                            "%s %s checked: %s, %s%n",
                            Counted.of(check.strategies(), "strategy that awaits", "strategies that await"),
                            tier,
                            Counted.of(check.errors().size(), "error", "errors"),
                            Counted.of(check.warnings().size(), "warning", "warnings"));
        }
        return check.errors().isEmpty() ? ExitStatus.ALL_PASSED : ExitStatus.USAGE_OR_FILE;
    }
}
