package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.worker.WorkerMain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The built-in worker, for running it by hand.
@Command(
        name = "worker",
        description = "The built-in worker: validates one strategy in this process and writes its results.")
final class WorkerPassThrough implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "0..*",
            paramLabel = "OPTION",
            description = "--tier L0 --strategy-id STR-NNN [--config-override JSON] [--output-dir DIR] [--trust]")
    private List<String> arguments = new ArrayList<>();

    WorkerPassThrough(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return WorkerMain.run(arguments, System.getenv(), terminal.out());
    }
}
