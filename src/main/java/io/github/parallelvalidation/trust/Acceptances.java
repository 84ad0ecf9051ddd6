package io.github.parallelvalidation.trust;

import io.github.parallelvalidation.workspace.IoReason;
import io.github.parallelvalidation.workspace.PrivateFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Sha256;
import io.github.parallelvalidation.workspace.UserFolders;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// What this user has accepted of which workspace: a file for each workspace, known by its real path, in the
/// user's own state folder; and what is accepted for this process only. A file that cannot be read accepts
/// nothing and is left as it is.
public final class Acceptances {
    private final Path folder;
    private final Map<String, Accepted> once = new ConcurrentHashMap<>();

    /// @param folder where the files are; nothing else should be in it
    public Acceptances(Path folder) {
        this.folder = folder;
    }

    /// Those of the person who started this process.
    public static Acceptances ofUser() {
        return new Acceptances(UserFolders.ofProcess().accepted());
    }

    /// What is accepted of a workspace now.
    public Accepted of(Workspace workspace) {
        return kept(workspace).and(once.getOrDefault(key(workspace), Accepted.NONE));
    }

    private Accepted kept(Workspace workspace) {
        try {
            return read(workspace).map(AcceptanceFile::accepted).orElse(Accepted.NONE);
        } catch (ProblemException e) {
            return Accepted.unreadable(explained(e.problem()));
        }
    }

    /// Why nothing counts as accepted although there is a file.
    public Optional<Problem> problem(Workspace workspace) {
        try {
            read(workspace);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(explained(e.problem()));
        }
    }

    private static Problem explained(Problem found) {
        return new Problem(
                found.file(),
                found.line(),
                found.column(),
                found.message() + "; nothing counts as accepted by it: mend the file, or withdraw what it held with"
                        + " trust --forget",
                found.excerpt());
    }

    /// Accepts these argument lists.
    ///
    /// @throws ProblemException when the file cannot be read or written; it is then as it was
    public void accept(Workspace workspace, List<NamedProgram> programs) {
        change(workspace, file -> file.with(programs));
    }

    /// Accepts whatever the folder names, now and later.
    ///
    /// @throws ProblemException when the file cannot be read or written; it is then as it was
    public void acceptFolder(Workspace workspace) {
        change(workspace, AcceptanceFile::withWholeFolder);
    }

    /// Accepts these argument lists until this process ends.
    public void acceptOnce(Workspace workspace, List<NamedProgram> programs) {
        once.merge(key(workspace), Accepted.of(programs), Accepted::and);
    }

    /// Withdraws all that was accepted of a workspace.
    ///
    /// @return whether there was anything
    /// @throws ProblemException when the file cannot be removed
    public boolean forget(Workspace workspace) {
        once.remove(key(workspace));
        return PrivateFile.remove(file(workspace));
    }

    private void change(Workspace workspace, UnaryOperator<AcceptanceFile> change) {
        Optional<Problem> problem = problem(workspace);
        if (problem.isPresent()) {
            throw new ProblemException(problem.get());
        }
        AcceptanceFile before = read(workspace).orElseGet(() -> new AcceptanceFile(key(workspace), false, List.of()));
        change.apply(before).write(file(workspace));
    }

    private Optional<AcceptanceFile> read(Workspace workspace) {
        return AcceptanceFile.read(file(workspace), key(workspace));
    }

    private Path file(Workspace workspace) {
        return folder.resolve(Sha256.of(key(workspace)) + ".yaml");
    }

    /// The workspace's real path, and that of its `.crypto`, which may be a link.
    private static String key(Workspace workspace) {
        try {
            Path root = workspace.root().toRealPath();
            Path crypto = workspace.crypto().toRealPath();
            return crypto.equals(root.resolve(Workspace.FOLDER)) ? root.toString() : root + " with " + crypto;
        } catch (IOException e) {
            throw new ProblemException(workspace.crypto(), "cannot be followed: " + IoReason.of(e), e);
        }
    }
}
