package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The one way to write a file that a person named: a report, a table, a picture. It may be anywhere but among the
/// files of a workspace, where it would take the place of a queue, bars or a record, or be read as one later.
public final class NamedFile {
    private NamedFile() {}

    /// Makes sure, before anything is run, that a file may be written there.
    ///
    /// @param workspace the one that is at work; its files are kept also where links in it lead elsewhere
    /// @throws ProblemException when it is below a `.crypto` folder, by its name or where a link leads
    public static void require(Workspace workspace, Path file) {
        try {
            if (isKept(workspace, file)) {
                throw new ProblemException(Problem.of(
                        file,
                        "is among the files of a workspace, below .crypto, and was left alone; name a file elsewhere"));
            }
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be followed to where it is written: " + IoReason.of(e), e);
        }
    }

    /// @throws ProblemException when it may not or cannot be written; one that was there is then still there
    public static void write(Workspace workspace, Path file, String text) {
        write(workspace, file, AtomicFile.bytes(text));
    }

    /// The same for what is no text.
    public static void write(Workspace workspace, Path file, byte[] bytes) {
        require(workspace, file);
        AtomicFile.write(file.toAbsolutePath(), bytes);
    }

    private static boolean isKept(Workspace workspace, Path file) throws IOException {
        // A link that leads to itself is refused here.
        Links.end(file);
        List<Path> kept = kept(workspace);
        Path at = file.toAbsolutePath();
        while (true) {
            Path entry = entry(at);
            if (isBelow(at.normalize()) || isBelow(entry) || kept.stream().anyMatch(entry::startsWith)) {
                return true;
            }
            if (!PathEntry.isLink(at)) {
                return false;
            }
            // Also one that leads out of the workspace again.
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
    }

    private static boolean isBelow(Path path) {
        return Workspace.around(path).isPresent();
    }

    /// Where a file or link itself is, with the links of its folders followed.
    private static Path entry(Path path) throws IOException {
        Path folder = path.getParent();
        Path name = path.getFileName();
        return folder == null || name == null
                ? path
                : Links.end(folder).resolve(name).normalize();
    }

    /// Where the files of a workspace really are: bars and settings are often kept elsewhere, behind a link.
    private static List<Path> kept(Workspace workspace) throws IOException {
        List<Path> kept = new ArrayList<>();
        for (Path place : List.of(
                workspace.crypto(),
                workspace.pipeline(),
                workspace.queue(),
                workspace.settings().resolveSibling(""),
                workspace.settings(),
                workspace.protocol(),
                workspace.fixableErrors(),
                workspace.data(),
                workspace.learnings().resolveSibling(""),
                workspace.strategies(),
                workspace.history().resolveSibling(""))) {
            kept.add(Links.end(place));
        }
        return kept;
    }
}
