package io.github.parallelvalidation.worker;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/// The built-in worker as a process of its own.
public final class WorkerMain {
    private static final int DONE = 0;
    private static final int USAGE = 2;

    private WorkerMain() {}

    public static void main(String[] arguments) {
        ParentWatch.startIfSupervised(System.getenv());
        System.exit(run(List.of(arguments), System.getenv(), System.out));
    }

    /// Validates one strategy and writes its results and flag.
    ///
    /// @return the exit status: 0 when results were written, also when they say that the strategy cannot be judged
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        WorkerTask task;
        try {
            task = WorkerArguments.task(arguments, environment);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return USAGE;
        }
        out.println(new BuiltInWorker(out).validate(task));
        return DONE;
    }
}
