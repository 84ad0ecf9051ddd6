package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.workspace.IoReason;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Moves the plan files of old runs, with their failures files, to `pipeline/archive/`, where they are still found by
/// their run. A run that is not finished, one that waits for a decision, and one that a kept run follows stay.
public final class PlanArchive {
    /// A workspace of thousands of old plans is tidied up over several runs.
    private static final int MOST_AT_ONCE = 1_000;

    private static final Pattern FOLLOWS = Pattern.compile("\nfollows: ['\"]?([-0-9]+)");

    private final Workspace workspace;
    private final int keep;

    /// @param keep newest runs that stay in any case
    public PlanArchive(Workspace workspace, int keep) {
        this.workspace = workspace;
        this.keep = keep;
    }

    /// @throws ProblemException when a plan cannot be moved; it then stays, and so do older ones
    public void tidy() {
        List<String> newestFirst = RunIds.of(workspace);
        if (newestFirst.size() <= keep) {
            return;
        }
        Set<String> followed = new HashSet<>();
        newestFirst.stream().limit(keep).forEach(id -> follows(text(id)).ifPresent(followed::add));
        for (String id : newestFirst.stream().skip(keep).limit(MOST_AT_ONCE).toList()) {
            String text = text(id);
            if (followed.contains(id) || !isSettled(id, text)) {
                follows(text).ifPresent(followed::add);
            } else {
                move(id);
            }
        }
    }

    /// A plan that cannot be read says nothing, not even that it is finished: it stays for people to look at.
    private String text(String id) {
        try {
            return PlanText.read(workspace.plan(id)).text();
        } catch (ProblemException unreadable) {
            return "";
        }
    }

    /// The run that a plan retries, from the lines before its strategies.
    private static Optional<String> follows(String text) {
        int head = text.indexOf("\nstrategies:");
        Matcher line = FOLLOWS.matcher(text).region(0, head < 0 ? text.length() : head);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    /// Finished, and not waiting for a decision.
    private boolean isSettled(String id, String text) {
        RunFile file = new RunFile(workspace.plan(id));
        return text.contains("\n" + PlanText.FINISHED + ": ")
                && !(text.contains(OpenQuestions.UNDECIDED)
                        && file.read()
                                .outcome()
                                .filter(RunOutcome::awaitsDecision)
                                .isPresent());
    }

    /// The plan goes last: where it is not there any more, all of the run was moved.
    private void move(String id) {
        try {
            OwnFile.folder(workspace.archive());
            moveTo(workspace.failures(id));
            moveTo(workspace.plan(id));
        } catch (IOException e) {
            throw new ProblemException(
                    workspace.plan(id), "cannot be moved to %s: %s".formatted(workspace.archive(), IoReason.of(e)), e);
        }
    }

    private void moveTo(Path file) throws IOException {
        if (PathEntry.isFile(file)) {
            OwnFile.move(file, workspace.archived(file));
        }
    }
}
