package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.display.ChosenText;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.ChosenStrategies;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Optional;

/// What Validate would run now. Rows that are selected count, else the filter, else all that await the tier.
///
/// @param strategies named for the run; of all that wait none is
/// @param count how many the run takes
/// @param of how many await the tier, or are selected
/// @param refusal why some of the selected ones are not run
/// @param doubtful what was selected, where some of it is run only if somebody insists
public record Work(
        Scope scope,
        List<StrategyId> strategies,
        int count,
        int of,
        Optional<String> refusal,
        Optional<ChosenStrategies> doubtful) {
    static final Work NONE = new Work(Scope.WAITING, List.of(), 0, 0);

    private Work(Scope scope, List<StrategyId> strategies, int count, int of) {
        this(scope, strategies, count, of, Optional.empty(), Optional.empty());
    }

    /// Where the strategies come from.
    public enum Scope {
        WAITING,
        SHOWN,
        SELECTED
    }

    /// @param onQueue whether the queue, and with it what is selected, is in view
    static Work of(LoadedWorkspace read, Choices choices, QueueRows rows, boolean onQueue) {
        Tier tier = choices.tier().get();
        List<StrategyId> selected = choices.selected().get();
        if (onQueue && !selected.isEmpty()) {
            return of(read.choose(selected, tier));
        }
        List<StrategyId> waiting = read.awaiting(tier);
        RowFilter filter = RowFilter.of(choices.filter().get());
        int most = choices.atMost().get().orElse(Integer.MAX_VALUE);
        if (filter.isAll()) {
            return new Work(Scope.WAITING, List.of(), Math.min(most, waiting.size()), waiting.size());
        }
        List<StrategyId> shown = waiting.stream()
                .filter(id -> rows.find(id).filter(filter::matches).isPresent())
                .limit(most)
                .toList();
        return new Work(Scope.SHOWN, shown, shown.size(), waiting.size());
    }

    static Work of(ChosenStrategies chosen) {
        return new Work(
                Scope.SELECTED,
                chosen.insisted(),
                chosen.insisted().size(),
                chosen.chosen(),
                ChosenText.refusal(chosen),
                Optional.of(chosen).filter(some -> !some.notPassed().isEmpty()));
    }

    public boolean isNarrowed() {
        return scope != Scope.WAITING;
    }

    /// "Validate 9", "Validate 11 of 5,000 shown", "Validate 3 selected", "Validate 2 of 3 selected"; with dots where
    /// it
    /// asks first
    public String words() {
        String figure = Figures.many(count);
        return switch (scope) {
            case WAITING -> Texts.of("work.validate", figure);
            case SHOWN -> Texts.of("work.validate.shown", figure, Figures.many(of));
            case SELECTED -> {
                String words = count == of
                        ? Texts.of("work.validate.selected", figure)
                        : Texts.of("work.validate.some", figure, Figures.many(of));
                yield doubtful.isPresent() ? Texts.of("work.validate.asks", words) : words;
            }
        };
    }
}
