package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.workspace.ProblemException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The main class of the built-in worker. Exit status 0: all gates hold; 1: some do not; 2: wrong usage; 3: an
/// error, which the result file explains; 6: it would start a program that was not accepted.
public final class WorkerMain {
    private WorkerMain() {}

    static void main(String[] arguments) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        System.exit(run(List.of(arguments), System.getenv(), System.out));
    }

    /// Judges one strategy, with nothing kept for another one.
    ///
    /// @param environment `PV_RUN_ID` and its like; without `PV_WORKER_ID` the worker was started by hand
    /// @return the exit status
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        if (environment.containsKey(WorkerArguments.WORKER_ID)) {
            ParentWatch.start();
        }
        return judge(arguments, environment, out, WorkerMarkets.none());
    }

    /// @param markets kept from one strategy to the next
    /// @return the exit status that a process of its own would have
    static int judge(List<String> arguments, Map<String, String> environment, PrintStream out, WorkerMarkets markets) {
        WorkerArguments task;
        try {
            task = WorkerArguments.of(arguments, environment, Path.of("").toAbsolutePath());
        } catch (IllegalArgumentException | ProblemException e) {
            out.println("worker: " + e.getMessage());
            return BuiltInWorker.USAGE;
        }
        return new BuiltInWorker(task, markets, out).judge();
    }
}
