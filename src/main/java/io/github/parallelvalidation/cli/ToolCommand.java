package io.github.parallelvalidation.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.tools.Caller;
import io.github.parallelvalidation.tools.Hosting;
import io.github.parallelvalidation.tools.ToolAnswer;
import io.github.parallelvalidation.tools.ToolSchemas;
import io.github.parallelvalidation.tools.Tools;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The `tool` command: one call of a tool, one document.
@Command(name = "tool", description = "Calls one of the tools that agents call: one call, one JSON document.")
final class ToolCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;
    private final Hosting hosting;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The tool; --schemas lists them.")
    private @Nullable String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "WORKSPACE",
            description = "The folder that holds .crypto; default: this folder, else the nearest one above it.")
    private @Nullable Path folder;

    @Option(names = "--json", paramLabel = "ARGUMENTS", description = "The arguments, as a JSON object (default: {}).")
    private String arguments = "{}";

    @Option(
            names = "--schemas",
            description =
                    "Prints the tools with the JSON schemas of their arguments and answers, and those of all --json"
                            + " documents.")
    private boolean schemas;

    @Spec
    private @Nullable CommandSpec spec;

    /// @param hosting where runs are held that outlive the command
    ToolCommand(Validation validation, Terminal terminal, Hosting hosting) {
        this.validation = validation;
        this.terminal = terminal;
        this.hosting = hosting;
    }

    @Override
    public Integer call() {
        if (schemas) {
            Json.print(terminal.out(), ToolSchemas.document());
            return ExitStatus.ALL_PASSED;
        }
        if (name == null) {
            throw wrong("name a tool; tool --schemas lists them");
        }
        Workspace chosen = WorkspaceArgument.find(folder);
        try (Tools tools = new Tools(validation, chosen, hosting, Clock.systemUTC(), terminal::mistake);
                IdleInterruptHandler _ = new IdleInterruptHandler(
                        terminal, "Interrupted; spawned workers go on.", ExitStatus.INTERRUPTED)) {
            ToolAnswer answer = tools.call(name, parsed(), Caller.SILENT);
            Json.print(terminal.out(), answer.document());
            return ExitStatus.of(answer);
        }
    }

    private Map<String, @Nullable Object> parsed() {
        try {
            if (JSON.std.anyFrom(arguments) instanceof Map<?, ?> map) {
                return Tools.arguments(map);
            }
            throw wrong("--json must be a JSON object, found " + arguments);
        } catch (IOException e) {
            throw wrong("--json must be a JSON object, found " + arguments);
        }
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the spec in");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
