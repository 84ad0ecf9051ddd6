package io.github.parallelvalidation.workspace;

import java.nio.file.Path;

/// A process that tries to write a megabyte and says how that went.
final class LargeWriter {
    private LargeWriter() {}

    public static void main(String[] arguments) {
        try {
            AtomicFile.write(Path.of(arguments[0]), "x".repeat(1_000_000));
            System.out.println("written");
        } catch (ProblemException e) {
            System.out.println(e.getMessage());
        }
    }
}
