package io.github.parallelvalidation.workspace;

import java.nio.file.Path;

/// A process that tries to write a megabyte and says how that went.
final class LargeWriter {
    static final int SIZE = 1_000_000;

    private LargeWriter() {}

    public static void main(String[] arguments) {
        try {
            AtomicFile.write(Path.of(arguments[0]), "x".repeat(SIZE));
            System.out.println("written");
        } catch (ProblemException e) {
            System.out.println(e.getMessage());
        }
    }
}
