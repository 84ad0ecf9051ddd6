package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Copies the files of a strategy as they are, but for its results and hidden files; the hypothesis says what it is a
/// variation of.
final class StrategyCopy extends SimpleFileVisitor<Path> {
    private static final int MOST_FILES = 1_000;
    private static final int LARGEST = YamlDocument.SIZE_LIMIT;

    private final Path original;
    private final Path copy;
    private int files;

    StrategyCopy(Path original, Path copy) {
        this.original = original;
        this.copy = copy;
    }

    /// @throws ProblemException when a file cannot be copied
    void copy(StrategyId from, StrategyId to, String name) {
        try {
            OwnFile.folder(copy);
            Files.walkFileTree(original, this);
        } catch (IOException e) {
            throw new ProblemException(original, "cannot be copied: " + e.getMessage(), e);
        }
        Path hypothesis = copy.resolve(StrategyMaker.HYPOTHESIS);
        String before =
                Files.exists(hypothesis) ? YamlDocument.source(hypothesis).text() : "";
        OwnFile.write(hypothesis, noted(before, from, to, name));
    }

    /// In the line ends that the text has.
    static String noted(String before, StrategyId from, StrategyId to, String name) {
        String note = "# %s %s\n\n**Variation of %s.** What is different, and why:\n".formatted(to, name, from);
        String text = before.isBlank() ? note : note + "\n---\n\n";
        return (before.contains("\r\n") ? text.replace("\n", "\r\n") : text) + (before.isBlank() ? "" : before);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean isSkipped = !folder.equals(original) && (isHidden(folder) || isResults(folder));
        return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isHidden(file) || isResults(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (!attributes.isRegularFile()) {
            throw new ProblemException(Problem.of(
                    file, "is no plain file; of a strategy only plain files are copied: remove it, or copy by hand"));
        }
        if (++files > MOST_FILES) {
            throw new ProblemException(
                    Problem.of(original, "has more than %d files; copy it by hand".formatted(MOST_FILES)));
        }
        OwnFile.copy(file, copy.resolve(original.relativize(file).toString()), LARGEST);
        return FileVisitResult.CONTINUE;
    }

    private boolean isResults(Path path) {
        return path.equals(original.resolve(Workspace.RESULTS));
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }
}
