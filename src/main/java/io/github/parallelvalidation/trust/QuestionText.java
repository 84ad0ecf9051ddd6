package io.github.parallelvalidation.trust;

import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The programs of a workspace in lines for a person: what each is named for, its argument list in full, the
/// files behind it, and what it may do.
public final class QuestionText {
    /// What accepting means.
    public static final String RIGHTS =
            "A program that you accept runs with your rights and your environment: it can read, change and send"
                    + " whatever you can.";

    private QuestionText() {}

    /// What was not accepted, and how to.
    public static List<String> lines(NotAcceptedException refused) {
        Workspace workspace = refused.workspace();
        List<String> lines = new ArrayList<>();
        lines.add("%s names %s that you have not accepted; nothing was started."
                .formatted(
                        Printable.spelt(workspace.root().toString()),
                        refused.programs().size() == 1
                                ? "a program"
                                : refused.programs().size() + " programs"));
        refused.programs().forEach(program -> lines.addAll(lines(workspace, program)));
        refused.problem().ifPresent(problem -> lines.add(problem.toString()));
        lines.add(RIGHTS);
        lines.add(
                "Look at them, then accept them with: trust --accept, whatever this folder names, now and later, with:"
                        + " trust --accept --folder, or for this once with: --trust");
        return lines;
    }

    /// One program.
    public static List<String> lines(Workspace workspace, NamedProgram program) {
        List<String> lines = new ArrayList<>();
        lines.add("  %s (%s)".formatted(program.what(), name(workspace, program.namedIn())));
        lines.add("    " + CommandText.of(program.arguments()));
        ProgramFiles.of(program).forEach(file -> lines.add("    file " + name(workspace, file)));
        return lines;
    }

    /// A path from the workspace's root on, where it is in it, and where it leads, where a link is on the way.
    public static String name(Workspace workspace, Path file) {
        String shown = Printable.spelt(workspace.shorter(file.toString()));
        try {
            Path real = file.toRealPath();
            boolean isPlain = real.equals(file)
                    || real.equals(workspace
                            .root()
                            .toRealPath()
                            .resolve(workspace.root().relativize(file.toAbsolutePath())));
            return isPlain ? shown : shown + " -> " + Printable.spelt(real.toString());
        } catch (IOException | IllegalArgumentException notThere) {
            return shown;
        }
    }
}
