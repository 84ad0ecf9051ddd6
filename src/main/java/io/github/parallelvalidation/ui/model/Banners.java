package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.display.HolderText;
import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.display.StrandedText;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.control.Role;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Derives the banners from the state of a workspace, the most urgent first.
final class Banners {
    private Banners() {}

    static List<Banner> of(Optional<LoadedWorkspace> read, Optional<Banner> error) {
        List<Banner> banners = new ArrayList<>();
        error.ifPresent(banners::add);
        read.ifPresent(seen -> add(seen, banners));
        return banners;
    }

    private static void add(LoadedWorkspace read, List<Banner> banners) {
        WorkspaceView view = read.view();
        if (!view.errors().isEmpty()) {
            banners.add(ErrorBanner.broken(view, read.knowsQueue()));
        }
        view.lockHolder()
                .ifPresent(holder -> banners.add(new Banner(
                        Role.WARNING,
                        "A run is on here already, in " + HolderText.of(holder, ZoneId.systemDefault())
                                + ". It is waited for.",
                        "",
                        List.of(Banner.Action.RELOAD))));
        view.interrupted()
                .ifPresent(run -> banners.add(new Banner(
                        Role.WARNING,
                        "The run " + run.runId() + " was interrupted. " + run.summary()
                                + " Resume keeps these results and runs the rest; discard puts the rest back as it"
                                + " was.",
                        run.found().stream()
                                .map(found -> found.id() + " " + found.sentence())
                                .collect(Collectors.joining("\n")),
                        List.of(Banner.Action.RESUME, Banner.Action.DISCARD))));
        if (!view.stranded().isEmpty()) {
            banners.add(new Banner(
                    Role.WARNING,
                    StrandedText.sentence(view.stranded()),
                    StrandedText.list(view.stranded()),
                    List.of(Banner.Action.RECOVER)));
        }
        view.openQuestions().stream().findFirst().ifPresent(run -> banners.add(waiting(run, view)));
    }

    private static Banner waiting(RunOutcome run, WorkspaceView view) {
        boolean isLast = view.lastRun()
                .filter(last -> last.plan().runId().equals(run.plan().runId()))
                .isPresent();
        int more = view.openQuestions().size() - 1;
        String text = "A decision waits%s: %s.%s"
                .formatted(
                        isLast ? "" : " on run " + run.plan().runId(),
                        OptionText.question(run.summary(), run.plan().tier()),
                        more == 0 ? "" : " After it " + more + " more.");
        return new Banner(Role.ACCENT, text, "", List.of(Banner.Action.DECIDE));
    }
}
