package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.idea.Completions;
import io.github.parallelvalidation.idea.Fault;
import io.github.parallelvalidation.idea.IdeaException;
import io.github.parallelvalidation.idea.IdeaLook;
import io.github.parallelvalidation.idea.Ideas;
import io.github.parallelvalidation.idea.NewStrategy;
import io.github.parallelvalidation.idea.Series;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The form of a strategy that is not there yet: looks at what was typed, and makes it.
public final class NewStrategyForm {
    public static final String ID = "id";
    public static final String NAME = "name";
    public static final String LONG = "signal.long";
    public static final String SHORT = "signal.short";

    private final Ideas ideas;
    private final BackgroundWork work;
    private final StrategyId proposed;
    private final List<Series> series;
    private final BiConsumer<StrategyId, String> made;
    private long typed;

    /// What was typed.
    public record Entry(String id, String name, String symbol, String timeframe, String longRule, String shortRule) {}

    NewStrategyForm(
            Ideas ideas,
            BackgroundWork work,
            StrategyId proposed,
            List<Series> series,
            BiConsumer<StrategyId, String> made) {
        this.ideas = ideas;
        this.work = work;
        this.proposed = proposed;
        this.series = List.copyOf(series);
        this.made = made;
    }

    /// An id that nothing has.
    public StrategyId proposed() {
        return proposed;
    }

    /// The bars that there are.
    public List<Series> series() {
        return series;
    }

    /// Looks at what was typed, in the background; of several looks only the answer to the last counts.
    public void look(Entry entry, Consumer<IdeaLook> seen) {
        typed++;
        long mine = typed;
        work.call(
                Texts.of("doing.idea.look"),
                () -> look(entry),
                found -> {
                    if (mine == typed) {
                        seen.accept(found);
                    }
                },
                banner -> seen.accept(new IdeaLook(Map.of(), Optional.empty(), banner.text())));
    }

    private IdeaLook look(Entry entry) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        if (StrategyId.parse(entry.id().strip()).isEmpty()) {
            faults.put(ID, new Fault(1, Texts.of("idea.new.id.wrong", proposed)));
        }
        try {
            IdeaLook look = ideas.look(strategy(entry));
            faults.putAll(look.faults());
            return new IdeaLook(faults, look.signals(), look.why());
        } catch (IdeaException noName) {
            faults.put(NAME, new Fault(1, String.valueOf(noName.getMessage())));
            return new IdeaLook(faults, Optional.empty(), "");
        }
    }

    private NewStrategy strategy(Entry entry) {
        return new NewStrategy(
                StrategyId.parse(entry.id().strip()).orElse(proposed),
                entry.name(),
                entry.symbol(),
                entry.timeframe(),
                entry.longRule(),
                entry.shortRule());
    }

    public Completions complete(Entry entry, String text, int caret, boolean asked) {
        NewStrategy any = new NewStrategy(proposed, proposed.value(), entry.symbol(), entry.timeframe(), "true", "");
        return ideas.complete(any, text, caret, asked);
    }

    /// Makes it.
    ///
    /// @param done called when it is there
    /// @param refused takes why it is not
    public void create(Entry entry, Runnable done, Consumer<String> refused) {
        work.call(
                Texts.of("doing.strategy"),
                () -> {
                    NewStrategy wanted = strategy(entry);
                    ideas.create(wanted);
                    return wanted;
                },
                wanted -> {
                    done.run();
                    made.accept(wanted.id(), wanted.name());
                },
                banner -> refused.accept(banner.text()));
    }
}
