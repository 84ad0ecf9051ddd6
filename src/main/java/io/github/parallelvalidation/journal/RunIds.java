package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Run ids, made from the UTC second in which a run started, and the ids that a workspace holds.
public final class RunIds {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ID = "[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}(?:-[0-9]+)?";
    private static final Pattern PLAN_FILE = Pattern.compile("parallel-validation-(" + ID + ")\\.yaml");

    private static final int SECOND = "2026-11-22-143000".length();

    /// The tenth run of a second comes after the second one of it.
    static final Comparator<String> OLDEST_FIRST = Comparator.comparing((String id) -> id.substring(0, SECOND))
            .thenComparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());

    private RunIds() {}

    /// A new run id, unique in the workspace: a second run in the same second gets a number appended.
    public static String next(Workspace workspace, Instant now) {
        String second = FORM.format(now);
        String id = second;
        for (int i = 2; RunFile.find(workspace, id).isPresent(); i++) {
            id = second + "-" + i;
        }
        return id;
    }

    /// The run whose plan a file is, by the file's name.
    static Optional<String> of(Path file) {
        Matcher match = PLAN_FILE.matcher(String.valueOf(file.getFileName()));
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /// Whether a text is one: it becomes part of a path.
    static boolean isRunId(String text) {
        return text.matches(ID);
    }

    /// Those that are not archived, newest first.
    public static List<String> of(Workspace workspace) {
        return in(workspace.pipeline());
    }

    /// Those that are archived, newest first.
    static List<String> archived(Workspace workspace) {
        return in(workspace.archive());
    }

    /// How many there are.
    public static int count(Workspace workspace) {
        return of(workspace).size() + archived(workspace).size();
    }

    private static List<String> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> of(file).stream())
                    .sorted(OLDEST_FIRST.reversed())
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(folder, "cannot be listed: " + e.getMessage(), e);
        }
    }
}
