package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.display.HolderText;
import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.display.StrandedText;
import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
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
                        Texts.of("banner.lock", HolderText.of(holder, ZoneId.systemDefault())),
                        "",
                        List.of(Banner.Action.RELOAD))));
        view.interrupted()
                .ifPresent(run -> banners.add(new Banner(
                        Role.WARNING,
                        Texts.of("banner.interrupted", run.runId(), run.summary()),
                        run.told().stream().map(InterruptedRun.Told::line).collect(Collectors.joining("\n")),
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
        String question = OptionText.question(run.summary(), run.plan().tier());
        String text = isLast
                ? Texts.of("banner.decision", question)
                : Texts.of("banner.decision.run", run.plan().runId(), question);
        String others = more == 0 ? "" : " " + Texts.of("banner.decision.more", more);
        return new Banner(Role.ACCENT, text + others, "", List.of(Banner.Action.DECIDE));
    }
}
