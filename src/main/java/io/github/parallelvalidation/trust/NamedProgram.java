package io.github.parallelvalidation.trust;

import io.github.parallelvalidation.strategy.Program;
import io.github.parallelvalidation.workspace.Sha256;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A program that a workspace names.
///
/// @param strategy whose signals it computes; empty for what the settings name
/// @param namedIn the file that names it
/// @param folder where it runs
/// @param arguments as named; of its fields only the texts of a strategy's parameters are filled
public record NamedProgram(
        ProgramUse use, Optional<StrategyId> strategy, Path namedIn, Path folder, List<String> arguments) {
    public NamedProgram {
        arguments = List.copyOf(arguments);
    }

    /// What the settings name in the place of the built-in worker.
    public static NamedProgram worker(Workspace workspace, List<String> arguments) {
        return ofSettings(ProgramUse.WORKER, workspace, arguments);
    }

    /// What the settings name to be told of a run.
    public static NamedProgram notifier(Workspace workspace, List<String> arguments) {
        return ofSettings(ProgramUse.NOTIFY, workspace, arguments);
    }

    private static NamedProgram ofSettings(ProgramUse use, Workspace workspace, List<String> arguments) {
        return new NamedProgram(use, Optional.empty(), workspace.settings(), workspace.root(), arguments);
    }

    /// What a strategy names to compute its signals.
    public static NamedProgram signal(StrategyId strategy, Program program) {
        return new NamedProgram(
                ProgramUse.SIGNAL, Optional.of(strategy), program.file(), program.folder(), program.named());
    }

    /// `signal.command of STR-301`.
    public String what() {
        return use.key() + strategy.map(id -> " of " + id).orElse("");
    }

    /// What an acceptance is of: the use and the argument list, and for a strategy's program the strategy too,
    /// for the same words mean another file there.
    String key() {
        StringBuilder list = new StringBuilder();
        arguments.forEach(argument -> list.append(argument.length()).append(':').append(argument));
        return beginning(use, strategy) + Sha256.of(list.toString());
    }

    static String beginning(ProgramUse use, Optional<StrategyId> strategy) {
        return use.key() + "/" + strategy.map(StrategyId::value).orElse("") + "/";
    }
}
