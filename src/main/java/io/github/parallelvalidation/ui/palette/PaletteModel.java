package io.github.parallelvalidation.ui.palette;

import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the palette finds: actions, runs of the history and strategies of the queue, as they were when it was opened.
public final class PaletteModel {
    private final List<Searched> all;

    /// @param text as the search compares it
    private record Searched(PaletteEntry entry, String text) {}

    private record Found(PaletteEntry entry, int score) {}

    public PaletteModel(DashboardModel model, WindowActions actions) {
        List<PaletteEntry> entries = new ArrayList<>();
        actions.all().stream()
                .filter(action -> !action.keys().contains(WindowActions.PALETTE))
                .map(PaletteEntry::of)
                .forEach(entries::add);
        model.view().map(WorkspaceView::history).orElse(List.of()).reversed().stream()
                .map(run -> of(run, model))
                .forEach(entries::add);
        model.rows().items().stream().map(item -> of(item, model)).forEach(entries::add);
        all = entries.stream()
                .map(entry -> new Searched(entry, FuzzyMatch.fold(entry.name() + " " + entry.detail())))
                .toList();
    }

    int size() {
        return all.size();
    }

    /// What fits, best first; everything in its own order where nothing was typed.
    List<PaletteEntry> find(String typed) {
        FuzzyMatch match = new FuzzyMatch(typed);
        Stream<Searched> searched = all.stream();
        if (match.isForAll()) {
            return searched.map(Searched::entry).toList();
        }
        // The sort keeps equals in their own order, and that has actions before strategies.
        return searched.map(one -> new Found(one.entry(), match.score(one.text())))
                .filter(found -> found.score() != FuzzyMatch.NONE)
                .sorted(Comparator.comparingInt(Found::score).reversed())
                .map(Found::entry)
                .toList();
    }

    private static PaletteEntry of(RunMetrics run, DashboardModel model) {
        String detail = Texts.of(
                "palette.run.passed",
                run.tier(),
                run.results().passed(),
                run.results().total());
        return new PaletteEntry(
                PaletteEntry.Kind.RUN,
                Texts.of("palette.run", run.runId()),
                detail,
                "",
                Optional.empty(),
                () -> model.show(run.runId()));
    }

    private static PaletteEntry of(StrategyItem item, DashboardModel model) {
        return new PaletteEntry(
                PaletteEntry.Kind.STRATEGY,
                item.id() + " " + item.now().name(),
                item.now().status().word(),
                "",
                Optional.empty(),
                () -> model.seek(item.id()));
    }
}
