package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.idea.IdeaLook;
import io.github.parallelvalidation.idea.Ideas;
import io.github.parallelvalidation.idea.NewStrategy;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The `new` command: makes a strategy with its folder, its files and its entry in the queue.
@Command(name = "new", description = "Makes a strategy: folder, files and the entry in the queue, where it awaits L0.")
final class NewCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ID", description = StrategyId.FORM + ", or 'next'.")
    private String id = NewId.NEXT;

    @Parameters(index = "1", arity = "0..1", paramLabel = "WORKSPACE", description = "The folder that holds .crypto.")
    private @Nullable Path folder;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is called.")
    private String name = "";

    @Option(names = "--asset", required = true, paramLabel = "SYMBOL", description = "The symbol of its bars: BTCUSD.")
    private String asset = "";

    @Option(names = "--timeframe", required = true, paramLabel = "LENGTH", description = "Of its bars: 1h, 4h, 1d ...")
    private String timeframe = "";

    @Option(names = "--long", paramLabel = "EXPRESSION", description = "When it buys: 'rsi(close, 14) < 30'.")
    private String longRule = "";

    @Option(names = "--short", paramLabel = "EXPRESSION", description = "When it sells short.")
    private String shortRule = "";

    NewCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Workspace workspace = WorkspaceArgument.find(folder);
        Ideas ideas = validation.ideas(workspace);
        StrategyId wanted = NewId.of(id, ideas);
        ideas.create(new NewStrategy(wanted, name, asset, timeframe, longRule, shortRule));
        terminal.out()
                .println("made %s, which awaits L0; say in its hypothesis.md why it should work".formatted(wanted));
        IdeaLook look = ideas.look(ideas.read(wanted), Map.of());
        look.signals().ifPresent(count -> terminal.out().println(count.words()));
        if (!look.why().isEmpty()) {
            terminal.err().println("warning: " + workspace.shorter(look.why()));
        }
        return ExitStatus.ALL_PASSED;
    }
}
