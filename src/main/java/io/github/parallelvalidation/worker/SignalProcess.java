package io.github.parallelvalidation.worker;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.process.ChildProcess;
import io.github.parallelvalidation.process.ShortageException;
import io.github.parallelvalidation.strategy.Program;
import io.github.parallelvalidation.strategy.ProgramException;
import io.github.parallelvalidation.strategy.ProgramOutput;
import io.github.parallelvalidation.strategy.ProgramRunner;
import io.github.parallelvalidation.strategy.Value;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.AcceptedProgram;
import io.github.parallelvalidation.trust.CommandText;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Runs a strategy's own program as a child of this worker: bars in a file, signals in a file, no shell, no input; its
/// output goes where the worker's own output goes. It lives no longer than the worker.
final class SignalProcess implements ProgramRunner {
    /// The parameters as one line of JSON, for programs without a YAML parser.
    static final String PARAMETERS = "PV_PARAMETERS";

    private static final long LOOK_MILLIS = 200;
    private static final String BARS_FILE = "bars.csv";
    private static final String SIGNALS_FILE = "signals.csv";
    private static final String PARAMETERS_FILE = "parameters.yaml";

    private final Map<String, String> environment;
    private final PrintStream out;
    private final Function<Program, AcceptedProgram> gate;

    /// @param environment where to look for programs
    /// @param gate lets through what was accepted, and throws for anything else
    SignalProcess(Map<String, String> environment, PrintStream out, Function<Program, AcceptedProgram> gate) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.gate = gate;
    }

    @Override
    public ProgramOutput run(Program program, Bars bars, int length) {
        try (TemporaryFolder scratch = TemporaryFolder.create()) {
            Path folder = scratch.folder();
            BarsCsv.write(folder.resolve(BARS_FILE), bars, length);
            Path parameters = program.file();
            Optional<String> scaled = program.scaledFile();
            if (scaled.isPresent()) {
                parameters = Files.writeString(folder.resolve(PARAMETERS_FILE), scaled.get());
            }
            Path signals = folder.resolve(SIGNALS_FILE);
            execute(
                    gate.apply(program),
                    program,
                    program.arguments(folder.resolve(BARS_FILE), signals, parameters.toAbsolutePath()));
            if (!PathEntry.isFile(signals)) {
                throw failed("%s ended without writing {signals}".formatted(label(program)));
            }
            return SignalsCsv.read(signals, bars, length);
        } catch (IOException e) {
            ShortageException.raise(e);
            throw failed("%s could not be run: %s".formatted(label(program), e.getMessage()));
        }
    }

    private void execute(AcceptedProgram accepted, Program program, List<String> arguments) throws IOException {
        if (!accepted.arguments().equals(program.named())) {
            throw new IllegalStateException("another program was accepted");
        }
        List<String> command = new ArrayList<>(arguments);
        command.set(0, ProgramPath.find(program, environment).toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(program.folder().toFile());
        builder.environment().put(PARAMETERS, JSON.std.asString(Value.plain(program.parameters())));
        // What was accepted of this strategy is nobody else's affair.
        builder.environment().remove(Accepted.VARIABLE);
        try (ChildProcess child = ChildProcess.start(builder)) {
            ProgramOutputForwarder voice = ProgramOutputForwarder.follow(child.process(), out);
            int status = await(child);
            voice.awaitEnd();
            if (status != 0) {
                throw failed("%s ended with exit status %d%s".formatted(label(program), status, voice.lastWords()));
            }
        }
    }

    private static int await(ChildProcess child) {
        try {
            while (!child.process().waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                child.look();
            }
            return child.process().exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("the worker was told to stop");
        }
    }

    private static String label(Program program) {
        return CommandText.of(program.command());
    }

    private static ProgramException failed(String message) {
        return new ProgramException(FailureReason.STRATEGY_ERROR, message);
    }
}
