package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.display.LackText;
import io.github.parallelvalidation.idea.IdeaException;
import io.github.parallelvalidation.journal.RecordedRun;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunIds;
import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.run.RunStoppedException;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.trust.QuestionText;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tools of one workspace, by name. Calls may come from any thread, many at once; closing stops what this process
/// runs, and puts back what has no result.
public final class Tools implements AutoCloseable {
    private final Workspace workspace;
    private final Hosting hosting;
    private final Consumer<Throwable> mistakes;
    private final OpenRunHolder runs;
    private final Map<ToolName, Tool> tools = new EnumMap<>(ToolName.class);
    private final Map<ToolName, Schema> outputs = new ConcurrentHashMap<>();
    private final AtomicInteger answering = new AtomicInteger();

    /// @param hosting where an open run is held that begins here
    /// @param mistakes is told of what is our own fault, in full; the caller gets a sentence
    public Tools(
            Validation validation, Workspace workspace, Hosting hosting, Clock clock, Consumer<Throwable> mistakes) {
        this.workspace = workspace;
        this.hosting = hosting;
        this.mistakes = mistakes;
        this.runs = new OpenRunHolder(validation, workspace);
        for (ToolName name : ToolName.values()) {
            tools.put(name, tool(name, validation, new CarriedOut(validation, workspace, clock), clock));
        }
    }

    private Tool tool(ToolName name, Validation validation, CarriedOut carriedOut, Clock clock) {
        return switch (name) {
            case SPAWN -> new SpawnTool(workspace, runs, clock);
            case POLL -> new PollTool(validation, workspace, runs);
            case MERGE -> new MergeTool(validation, workspace, runs, carriedOut);
            case UPDATE -> new UpdateTool(validation, workspace, runs);
            case VALIDATE -> new ValidateTool(validation, workspace, runs, carriedOut);
            case STATUS -> new StatusTool(validation, workspace);
            case DECIDE -> new DecideTool(validation, workspace, carriedOut, clock);
            case HISTORY -> new HistoryTool(validation, workspace);
            case CHECK -> new CheckTool(validation, workspace);
        };
    }

    /// What is published of each tool, in the order in which they are shown.
    public static List<ToolDescription> descriptions() {
        return Arrays.stream(ToolName.values())
                .map(name -> ToolDescription.of(name.code()))
                .toList();
    }

    /// Arguments by name, as they were read from JSON.
    public static Map<String, @Nullable Object> arguments(Map<?, ?> read) {
        return Arguments.inner(read, "").values();
    }

    /// Whether an open run is on in this process.
    public boolean hasOpenRun() {
        return runs.live().isPresent();
    }

    /// Whether workers of the open run of this process wait or run.
    boolean hasWork() {
        return runs.live().filter(open -> open.unfinished() > 0).isPresent();
    }

    /// Answers calls that other processes leave for the holder of the open run, until told to stop.
    public void answerOthers(BooleanSupplier goesOn) throws InterruptedException {
        new Mailbox(workspace).serve(this::answer, goesOn);
    }

    private ToolAnswer answer(Map<String, @Nullable Object> call) {
        answering.incrementAndGet();
        try {
            Arguments given = Arguments.of(call);
            return call(given.text("tool"), given.object("arguments").values(), Caller.SILENT);
        } catch (ToolException noCall) {
            return error(noCall);
        } finally {
            answering.decrementAndGet();
        }
    }

    /// Whether a call of another process is being answered.
    boolean isAnswering() {
        return answering.get() > 0;
    }

    /// Answers one call; whatever goes wrong is an answer too.
    public ToolAnswer call(String name, Map<String, @Nullable Object> arguments, Caller caller) {
        try {
            ToolName known = ToolName.parse(name).orElseThrow(() -> unknown(name));
            Optional<ToolAnswer> elsewhere = elsewhere(known, arguments);
            return elsewhere.isPresent() ? elsewhere.get() : here(known, arguments, caller);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(
                    new ToolException(ToolException.Kind.CANCELLED, "The program ends; the call was not finished."));
        } catch (RuntimeException | Error e) {
            return error(refusal(e));
        }
    }

    private ToolAnswer here(ToolName name, Map<String, @Nullable Object> arguments, Caller caller)
            throws InterruptedException {
        Map<String, @Nullable Object> document =
                Objects.requireNonNull(tools.get(name)).call(Arguments.of(arguments), caller);
        return new ToolAnswer(output(name).versioned(document), Optional.empty());
    }

    private static ToolException unknown(String name) {
        return new ToolException(
                ToolException.Kind.USAGE,
                "there is no tool '%s'; there are %s"
                        .formatted(
                                name,
                                Arrays.stream(ToolName.values())
                                        .map(ToolName::code)
                                        .collect(Collectors.joining(", "))));
    }

    /// Read once: it stands in a file of the program.
    private Schema output(ToolName name) {
        return outputs.computeIfAbsent(
                name, known -> ToolDescription.of(known.code()).output());
    }

    /// The answer of another process that has the open run, or is started to have it.
    private Optional<ToolAnswer> elsewhere(ToolName name, Map<String, @Nullable Object> arguments)
            throws InterruptedException {
        if (runs.live().isPresent()) {
            return Optional.empty();
        }
        if (name.isOfTheOpenRun() && isOpenElsewhere()) {
            return Optional.of(new Mailbox(workspace)
                    .ask(name.code(), arguments, () -> RunLock.holder(workspace).isPresent())
                    .orElseThrow(() -> new ToolException(
                            ToolException.Kind.STOPPED,
                            "the process that had the run has gone before it answered; call again")));
        }
        boolean begins = switch (name) {
            case SPAWN -> true;
            case UPDATE -> UpdateTool.isClaim(arguments) || isInterrupted();
            case POLL, MERGE -> isInterrupted();
            case VALIDATE, STATUS, DECIDE, HISTORY, CHECK -> false;
        };
        return begins && RunLock.holder(workspace).isEmpty()
                ? hosting.ask(workspace, name.code(), arguments)
                : Optional.empty();
    }

    /// Whether the process that holds the workspace has an open run.
    private boolean isOpenElsewhere() {
        return RunLock.holder(workspace).isPresent() && !runs.live().isPresent() && isInterrupted();
    }

    /// Whether the plan of an open run lacks its end: it is on, or was cut off.
    private boolean isInterrupted() {
        return RunIds.of(workspace).stream()
                .map(id -> new RunFile(workspace.plan(id)))
                .filter(file -> !file.isFinished())
                .map(RunFile::read)
                .anyMatch(RecordedRun::isOpen);
    }

    private ToolException refusal(Throwable failure) {
        return switch (failure) {
            case ToolException known -> known;
            case LockedException locked -> new ToolException(ToolException.Kind.LOCKED, sentence(locked));
            case NotAcceptedException refused ->
                new ToolException(
                        ToolException.Kind.NOT_ACCEPTED,
                        String.join(" ", QuestionText.lines(refused)),
                        Map.of(
                                "programs",
                                refused.programs().stream()
                                        .map(program -> program.arguments())
                                        .toList()));
            case ProblemException problem -> problem(ToolException.Kind.FILE, problem.problem(), sentence(problem));
            case RequestException wrong -> new ToolException(ToolException.Kind.REFUSED, sentence(wrong));
            case IdeaException wrong -> new ToolException(ToolException.Kind.REFUSED, sentence(wrong));
            case RunStoppedException stopped
            when stopped.reason() instanceof ProblemException problem ->
                problem(ToolException.Kind.STOPPED, problem.problem(), sentence(stopped) + " " + sentence(problem));
            case RunStoppedException stopped -> new ToolException(ToolException.Kind.STOPPED, sentence(stopped));
            case Throwable lack
            when LackText.of(lack).isPresent() ->
                new ToolException(ToolException.Kind.SHORTAGE, LackText.of(lack).orElseThrow());
            default -> {
                mistakes.accept(failure);
                yield new ToolException(
                        ToolException.Kind.INTERNAL,
                        "This is a mistake in the program itself (%s); please report it."
                                .formatted(failure.getClass().getSimpleName()));
            }
        };
    }

    private static ToolException problem(ToolException.Kind kind, Problem problem, String sentence) {
        Map<String, @Nullable Object> place = new LinkedHashMap<>();
        place.put("file", problem.file().toString());
        place.put("line", problem.line() > 0 ? problem.line() : null);
        place.put("column", problem.column() > 0 ? problem.column() : null);
        return new ToolException(kind, sentence, place);
    }

    private static String sentence(Throwable known) {
        return String.valueOf(known.getMessage());
    }

    private static ToolAnswer error(ToolException refused) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("kind", refused.kind().code());
        error.put("message", String.valueOf(refused.getMessage()));
        error.put("file", null);
        error.put("line", null);
        error.put("column", null);
        error.putAll(refused.details());
        return new ToolAnswer(Schema.TOOL_ERROR.versioned(Map.of("error", error)), Optional.of(refused.kind()));
    }

    @Override
    public void close() {
        runs.close();
    }
}
