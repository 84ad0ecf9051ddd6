package io.github.parallelvalidation.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the machine has, or allows this program, too little of. A strategy has no part in that.
public enum Shortage {
    FILES("Too many open files|error[=:] ?2[34]\\b", "no more files may be opened (`ulimit -n` shows the limit)"),
    PROCESSES(
            "Resource temporarily unavailable|error[=:] ?11\\b|unable to create native thread|Cannot create worker GC"
                    + " thread|pthread_create failed",
            "no more processes or threads may be started (`ulimit -u` shows the limit)"),
    MEMORY(
            "Cannot allocate memory|error[=:] ?12\\b|insufficient memory for the Java Runtime|Could not reserve enough"
                    + " space|Failed to commit memory",
            "the machine has no memory for another process"),
    DISK("No space left on device|Disk quota exceeded|error[=:] ?(28|122)\\b", "there is no space left on the disk");

    /// One block of most file systems.
    private static final int LEAST_SPACE = 4096;

    private final Pattern signs;
    private final String sentence;

    Shortage(String signs, String sentence) {
        this.signs = Pattern.compile(signs);
        this.sentence = sentence;
    }

    /// Why an operation on files, processes or threads failed, where that is why.
    public static Optional<Shortage> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause instanceof IOException || cause instanceof OutOfMemoryError)
                .flatMap(cause -> in(String.valueOf(cause.getMessage())).stream())
                .findFirst();
    }

    /// What a system's own words, or those of a Java that could not start, say.
    public static Optional<Shortage> in(String words) {
        return Arrays.stream(values())
                .filter(one -> one.signs.matcher(words).find())
                .findFirst();
    }

    /// Whether next to nothing can be written in a folder any more.
    public static Optional<Shortage> ofDisk(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < LEAST_SPACE ? Optional.of(DISK) : Optional.empty();
        } catch (IOException notKnown) {
            return Optional.empty();
        }
    }

    public String sentence() {
        return sentence;
    }
}
