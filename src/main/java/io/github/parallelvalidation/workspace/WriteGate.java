package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides, for every write below `.crypto`, whether it may be: a workspace can come from a stranger, and a link in it
/// must not make this program write elsewhere. What lies below no `.crypto` folder (a worker's output that a person
/// sent elsewhere by hand) has no workspace to leave.
///
/// Each write asks twice, before it prepares anything and right before what it prepared takes effect: a link that is
/// planted in between costs a refusal.
final class WriteGate {
    private WriteGate() {}

    /// Where a file is really written that others write too. Such a file may be a link, within its workspace.
    ///
    /// @throws ProblemException when it leads out of the workspace or nowhere, or a pipe or
    ///     device stands there
    static Path shared(Path file) {
        return passed(file).path();
    }

    private static Links.End passed(Path file) {
        try {
            Links.End end = Links.follow(file);
            Optional<Workspace> workspace = Workspace.around(file);
            if (workspace.isEmpty() || workspace.get().holds(end.path())) {
                requireWritableKind(file, end.there());
                return end;
            }
            throw new ProblemException(Problem.of(
                    file,
                    ("leads out of the workspace %s, to %s, and nothing is written there; "
                                    + "put a file or folder of the workspace in the place of the link")
                            .formatted(workspace.get().root(), end.path())));
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be followed to where it is written: " + IoReason.of(e), e);
        }
    }

    /// Whoever opens a named pipe waits for its other end, and a device keeps nothing.
    private static void requireWritableKind(Path file, @Nullable BasicFileAttributes found) {
        if (found != null && !found.isRegularFile() && !found.isDirectory()) {
            throw new ProblemException(Problem.of(
                    file,
                    "is %s, where a plain file must stand; remove it or move it away"
                            .formatted(PlainFile.otherKind(file).orElse("no file"))));
        }
    }

    /// Where a file or folder is really written that this program alone writes. Folders on the way may be links within
    /// the workspace; the file itself may be none.
    ///
    /// @throws ProblemException when it leads out of the workspace, or is a link
    static Path own(Path file) {
        Links.End end = passed(file);
        if (end.isLink()) {
            throw new ProblemException(Problem.of(
                    file,
                    "is a link, to %s; what this program alone writes is never written through a link: remove it"
                            .formatted(end.path())));
        }
        return end.path();
    }

    /// A folder in which this program writes. It may be a link within the workspace.
    ///
    /// @throws ProblemException when it leads out of the workspace
    static void folder(Path folder) {
        shared(folder);
    }
}
