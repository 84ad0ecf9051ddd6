package io.github.parallelvalidation.process;

import java.io.IOException;

/// A child process that is ended, with all its descendants, when this process ends.
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final ProcessTree tree;
    private final Thread hook;

    private ChildProcess(Process process) {
        this.process = process;
        this.tree = new ProcessTree(process.toHandle());
        this.hook = new Thread(tree::endLeftovers, "end of " + process.pid());
    }

    /// Without input: what it reads is at its end.
    public static ChildProcess start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        ChildProcess child = new ChildProcess(process);
        Runtime.getRuntime().addShutdownHook(child.hook);
        process.getOutputStream().close();
        return child;
    }

    public Process process() {
        return process;
    }

    /// Remembers what the process has started by now.
    public void look() {
        tree.look();
    }

    @Override
    public void close() {
        tree.endLeftovers();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This worker is ending: the hook does the same as we just did.
        }
    }
}
