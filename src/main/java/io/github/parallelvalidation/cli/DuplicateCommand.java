package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.idea.IdeaException;
import io.github.parallelvalidation.idea.Ideas;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The `duplicate` command: makes a variation of a strategy.
@Command(name = "duplicate", description = "Copies the files of a strategy, not its results, as another one.")
final class DuplicateCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FROM", description = "The id of the strategy that is copied.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "The id of the copy, or 'next'.")
    private String to = NewId.NEXT;

    @Parameters(index = "2", arity = "0..1", paramLabel = "WORKSPACE", description = "The folder that holds .crypto.")
    private @Nullable Path folder;

    @Option(names = "--name", paramLabel = "NAME", description = "What it is called; default: a variation.")
    private @Nullable String name;

    DuplicateCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Ideas ideas = validation.ideas(WorkspaceArgument.find(folder));
        StrategyId copied =
                StrategyId.parse(from).orElseThrow(() -> IdeaException.noId(from, new StrategyId("STR-101")));
        StrategyId copy = NewId.of(to, ideas);
        ideas.duplicate(copied, copy, name == null ? ideas.nameOfVariation(copied) : name);
        terminal.out()
                .println("made %s, a copy of %s that awaits L0; say in its hypothesis.md what is different"
                        .formatted(copy, copied));
        return ExitStatus.ALL_PASSED;
    }
}
