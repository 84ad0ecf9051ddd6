package io.github.parallelvalidation.tools;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.PlainFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Calls that are meant for another process: the one that holds the workspace and has an open run. A call is a file in
/// a folder of the pipeline, and so is its answer; whoever may write the workspace may do no more by it than by itself.
final class Mailbox {
    private static final String CALL = ".call.json";
    private static final String ANSWER = ".answer.json";
    private static final int MOST_BYTES = 16 << 20;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /// Whoever ends a run lets go of the workspace before the answer is written.
    private static final Duration GRACE = Duration.ofSeconds(10);
    /// Whoever asked so long ago and was not answered does not wait any more.
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private final Path folder;
    private final Duration grace;

    Mailbox(Workspace workspace) {
        this(workspace, GRACE);
    }

    /// @param grace so long an answer is waited for after the last sign of who would give it
    Mailbox(Workspace workspace, Duration grace) {
        this.folder = workspace.pipeline().resolve("tool-calls");
        this.grace = grace;
    }

    /// Leaves a call and waits for its answer.
    ///
    /// @param isServed whether there still is a process to answer it
    /// @return empty when there is none any more
    Optional<ToolAnswer> ask(String tool, Map<String, @Nullable Object> arguments, BooleanSupplier isServed)
            throws InterruptedException {
        String id = UUID.randomUUID().toString();
        Path call = folder.resolve(id + CALL);
        Path answer = folder.resolve(id + ANSWER);
        try {
            OwnFile.folder(folder);
            OwnFile.writeUnforced(call, json(Map.of("tool", tool, "arguments", arguments)));
            long lastSign = System.nanoTime();
            while (!PathEntry.exists(answer)) {
                long now = System.nanoTime();
                lastSign = isServed.getAsBoolean() ? now : lastSign;
                if (now - lastSign > grace.toNanos()) {
                    return Optional.empty();
                }
                Thread.sleep(LOOK_EVERY);
            }
            Map<String, @Nullable Object> read = read(answer);
            return Optional.of(new ToolAnswer(
                    map(read.get("document")),
                    Optional.ofNullable(read.get("refusal"))
                            .filter(kind -> !kind.equals(""))
                            .map(kind -> ToolException.Kind.valueOf(String.valueOf(kind)))));
        } catch (IOException e) {
            throw new ProblemException(folder, "cannot be made: " + e.getMessage(), e);
        } finally {
            OwnFile.remove(call);
            OwnFile.remove(answer);
        }
    }

    /// Answers calls until told to stop. Several may be answered at once.
    ///
    /// @param tool answers one call: its name and arguments
    /// @param goesOn asked again and again
    void serve(Function<Map<String, @Nullable Object>, ToolAnswer> tool, BooleanSupplier goesOn)
            throws InterruptedException {
        removeAbandonedAnswers();
        try (ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor()) {
            while (goesOn.getAsBoolean()) {
                for (Path call : files(CALL)) {
                    Optional<Map<String, @Nullable Object>> taken = take(call);
                    taken.ifPresent(read -> answering.execute(() -> answer(call, tool.apply(read))));
                }
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    /// Whoever asked was killed before it could take its answer.
    private void removeAbandonedAnswers() {
        files(ANSWER).stream().filter(Mailbox::isAbandoned).forEach(OwnFile::remove);
    }

    private static boolean isAbandoned(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(Instant.now().minus(ABANDONED));
        } catch (IOException gone) {
            return false;
        }
    }

    private List<Path> files(String ending) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(ending))
                    // A link is none of ours.
                    .filter(file -> PathEntry.isFile(file))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException takenAway) {
            return List.of();
        } catch (IOException e) {
            throw new ProblemException(folder, "cannot be listed: " + e.getMessage(), e);
        }
    }

    /// A call is answered once: it is taken away first.
    private static Optional<Map<String, @Nullable Object>> take(Path call) {
        try {
            boolean isAbandoned = isAbandoned(call);
            Map<String, @Nullable Object> read = read(call);
            OwnFile.remove(call);
            return isAbandoned ? Optional.empty() : Optional.of(read);
        } catch (ProblemException goneOrBroken) {
            OwnFile.remove(call);
            return Optional.empty();
        }
    }

    private static void answer(Path call, ToolAnswer answer) {
        String name = String.valueOf(call.getFileName()).replace(CALL, ANSWER);
        OwnFile.writeUnforced(
                call.resolveSibling(name),
                json(Map.of("refusal", answer.refusal().map(Enum::name).orElse(""), "document", answer.document())));
    }

    private static String json(Object document) {
        try {
            return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(document);
        } catch (IOException e) {
            throw new IllegalStateException("JSON of maps and lists cannot fail", e);
        }
    }

    private static Map<String, @Nullable Object> read(Path file) {
        try {
            return map(JSON.std.mapFrom(new String(PlainFile.bytes(file, MOST_BYTES), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new ProblemException(Problem.of(file, "is no call of a tool: " + e.getMessage()));
        }
    }

    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Arguments.inner(map, "").values() : Map.of();
    }
}
