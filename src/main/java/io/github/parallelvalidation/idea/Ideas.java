package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.strategy.DraftRules;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.worker.StrategyInputs;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The ideas of a workspace: reads, looks at, changes, makes and duplicates them. Nothing is started, and no return is
/// looked at.
public final class Ideas {
    private final Workspace workspace;
    private final Supplier<Accepted> accepted;
    private volatile PreviewMarket market;

    /// @param accepted is asked when bars are read: of a folder that was accepted as a whole the data may be
    ///     elsewhere, behind links
    public Ideas(Workspace workspace, Supplier<Accepted> accepted) {
        this.workspace = workspace;
        this.accepted = accepted;
        this.market = market(workspace.strategies());
    }

    private PreviewMarket market(Path folder) {
        return new PreviewMarket(workspace, folder, accepted);
    }

    /// @throws ProblemException when there is no such strategy, or its `parameters.yaml` cannot be read
    /// @throws IdeaException when it has no folder
    public Idea read(StrategyId id) {
        Path folder = workspace
                .strategy(id)
                .orElseThrow(() -> new IdeaException("there is no folder of " + id + " in " + workspace.strategies()));
        // The bars may be others by now.
        market = market(folder);
        return idea(id, YamlDocument.source(workspace.inside(folder.resolve(StrategyFile.NAME))));
    }

    private static Idea idea(StrategyId id, Source source) {
        YamlMapping root = YamlDocument.parse(source).asMapping("the strategy");
        return new Idea(id, source, IdeaFields.of(root), IdeaFields.hasProgram(root));
    }

    /// What can be said of the idea with these texts in its fields.
    public IdeaLook look(Idea idea, Map<String, String> edits) {
        Path folder = idea.source().file().resolveSibling("");
        PreviewMarket known = market;
        if (!known.folder().equals(folder)) {
            known = market(folder);
            market = known;
        }
        return new IdeaCheck(idea, edits).look(known);
    }

    /// The same of a strategy that is not there yet; an id that is taken is a fault, too.
    ///
    /// @throws ProblemException when the queue cannot be read
    public IdeaLook look(NewStrategy wanted) {
        Optional<Fault> taken = new StrategyIds(workspace).whyTaken(wanted.id()).map(why -> new Fault(1, why));
        IdeaLook look = wanted.whyNoAsset()
                .map(why -> IdeaLook.faulty(Map.of("", new Fault(1, why))))
                .orElseGet(() -> look(asIdea(wanted), Map.of()));
        return taken.map(fault -> look.with("id", fault)).orElse(look);
    }

    private Idea asIdea(NewStrategy wanted) {
        Path file = workspace.strategies().resolve(wanted.id().value()).resolve(StrategyFile.NAME);
        return idea(wanted.id(), new Source(file, wanted.parameters()));
    }

    /// The names that could stand at the caret.
    ///
    /// @param asked whether a person asked for them
    public Completions complete(Idea idea, IdeaField field, String text, int caret, boolean asked) {
        DraftRules rules = DraftRules.of(YamlDocument.parse(idea.source()).asMapping("the strategy"));
        return Completions.at(rules.words(field.kind() == IdeaField.Kind.RULE), text, caret, asked);
    }

    /// The names that could stand at the caret in a rule of a strategy that is not there yet.
    ///
    /// @param asked whether a person asked for them
    public Completions complete(NewStrategy wanted, String text, int caret, boolean asked) {
        Idea idea = asIdea(wanted);
        return complete(idea, new IdeaField("signal.long", IdeaField.Kind.RULE, text, ""), text, caret, asked);
    }

    /// Writes the idea with these texts in its fields.
    ///
    /// @return the idea as it is now
    /// @throws io.github.parallelvalidation.workspace.LockedException while a run is on
    /// @throws IdeaException when they are not sound
    /// @throws ProblemException when the file was changed meanwhile or cannot be written; it is then as it was
    public Idea save(Idea idea, Map<String, String> edits) {
        new IdeaSaver(workspace).save(idea, edits);
        return read(idea.id());
    }

    /// An id that nothing has.
    ///
    /// @throws ProblemException when the queue or the folder of strategies cannot be read
    public StrategyId nextId() {
        return new StrategyIds(workspace).next();
    }

    /// The name of a strategy, and its id where it has none.
    public String nameOf(StrategyId id) {
        return new QueueFile(workspace.queue())
                .read()
                .find(id)
                .map(QueueEntry::name)
                .filter(name -> !name.isBlank())
                .orElse(id.value());
    }

    /// What a variation of a strategy is called.
    public String nameOfVariation(StrategyId id) {
        return StrategyName.ofVariation(nameOf(id));
    }

    /// The symbols that the workspace has bars of.
    ///
    /// @throws ProblemException when the folder of bars cannot be looked into
    public List<Series> series() {
        try {
            return StrategyInputs.catalog(workspace, accepted.get()).symbols().entrySet().stream()
                    .map(symbol -> new Series(
                            symbol.getKey(),
                            symbol.getValue().stream().map(Timeframe::label).toList()))
                    .toList();
        } catch (DataException e) {
            throw new ProblemException(e.problem(), e);
        }
    }

    /// Makes a strategy: its folder, its files, and its entry in the queue.
    ///
    /// @throws io.github.parallelvalidation.workspace.LockedException while a run is on
    /// @throws IdeaException when its id is taken, or it says no strategy
    /// @throws ProblemException when a file cannot be written; nothing is then there
    public void create(NewStrategy wanted) {
        wanted.whyNoAsset().ifPresent(why -> {
            throw new IdeaException(why);
        });
        IdeaCheck check = new IdeaCheck(asIdea(wanted), Map.of());
        boolean isOne;
        try {
            isOne = check.strategy().isPresent();
        } catch (ProblemException wrong) {
            throw IdeaException.noStrategy(wrong);
        }
        if (!isOne) {
            throw new IdeaException(check.sentence());
        }
        new StrategyMaker(workspace).make(wanted);
    }

    /// Copies the files of a strategy, but not its results, as another one that awaits L0.
    ///
    /// @throws io.github.parallelvalidation.workspace.LockedException while a run is on
    /// @throws IdeaException when the id is taken, or there is nothing to copy
    /// @throws ProblemException when a file cannot be read or written; nothing is then there
    public void duplicate(StrategyId from, StrategyId to, String name) {
        new StrategyMaker(workspace).duplicate(from, to, name);
    }
}
