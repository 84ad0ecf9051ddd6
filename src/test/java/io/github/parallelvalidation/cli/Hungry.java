package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.TestWorkspace;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The program in a process that has used up what it may have but for a little.
final class Hungry {
    private Hungry() {}

    /// `files` or `threads`, how many are left, then the program's own arguments.
    public static void main(String[] arguments) throws Exception {
        // What the program consists of is loaded before, as in one that has run for a while.
        loadAll();
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

    /// Here each class is a file; the program as it is installed has them in jars that are open.
    private static void loadAll() throws Exception {
        ClassLoader loader = Hungry.class.getClassLoader();
        Collections.list(loader.getResources("META-INF/MANIFEST.MF"));
        Path classes = Path.of(
                Cli.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (!Files.isDirectory(classes)) {
            return;
        }
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '.');
                if (!name.contains(".ui.") && !name.contains("-info")) {
                    Class.forName(name.substring(0, name.length() - ".class".length()), false, loader);
                }
            }
        }
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
