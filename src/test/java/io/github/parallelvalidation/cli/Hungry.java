package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.TestWorkspace;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/// The program in a process that has used up what it may have but for a little.
final class Hungry {
    private Hungry() {}

    /// `files` or `threads`, how many are left, then the program's own arguments.
    public static void main(String[] arguments) throws IOException {
        // What the program consists of is loaded before, as in one that has run for a while.
        run("validate", arguments[3], "--dry-run");
        int left = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("files")) {
            takeFiles(left);
        } else {
            takeThreads(left);
        }
        System.out.flush();
        Runtime.getRuntime().halt(run(Arrays.copyOfRange(arguments, 2, arguments.length)));
    }

    private static int run(String... arguments) {
        return new Cli(TestWorkspace.validation(), Terminal.withoutPerson(), _ -> 0).run(arguments);
    }

    private static void takeFiles(int left) throws IOException {
        Deque<FileInputStream> taken = new ArrayDeque<>();
        try {
            while (true) {
                taken.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException noMore) {
            for (int i = 0; i < left; i++) {
                taken.removeLast().close();
            }
        }
    }

    private static void takeThreads(int left) {
        Deque<Thread> taken = new ArrayDeque<>();
        try {
            while (true) {
                taken.add(Thread.ofPlatform().daemon().start(LockSupport::park));
            }
        } catch (OutOfMemoryError noMore) {
            for (int i = 0; i < left; i++) {
                Thread last = taken.removeLast();
                LockSupport.unpark(last);
                join(last);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
