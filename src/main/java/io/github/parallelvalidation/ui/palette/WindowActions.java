package io.github.parallelvalidation.ui.palette;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.ui.control.Density;
import io.github.parallelvalidation.ui.control.StatusText;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.Banner;
import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.LoadedWorkspace;
import io.github.parallelvalidation.ui.model.Page;
import io.github.parallelvalidation.ui.model.WatchModel;
import io.github.parallelvalidation.ui.model.Work;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.WorkspaceTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Lists what can be done in the window. A key, a name and the reason why something cannot be done now stand here and
/// nowhere else.
public final class WindowActions {
    public static final Shortcut PALETTE = new Shortcut("Shortcut+K");
    public static final Shortcut NEW_STRATEGY = new Shortcut("Shortcut+N");

    private static final String RUN_IS_ON = Texts.of("palette.refusal.running");

    private final DashboardModel model;
    private final WatchModel watch;
    private final WindowParts window;
    private final StrategyActions strategies;

    public WindowActions(DashboardModel model, WatchModel watch, WindowParts window) {
        this.model = model;
        this.watch = watch;
        this.window = window;
        this.strategies = new StrategyActions(model, window);
    }

    /// All of them as they are now.
    public List<WindowAction> all() {
        List<WindowAction> actions = new ArrayList<>();
        runs(actions);
        strategies.add(actions);
        pages(actions);
        choices(actions);
        results(actions);
        workspaces(actions);
        appearance(actions);
        return actions;
    }

    /// Does what a key stands for, where that can be done now.
    ///
    /// @param isWanted whether an action may be done by its key now
    public void perform(Shortcut pressed, Predicate<WindowAction> isWanted) {
        all().stream()
                .filter(action -> action.keys().contains(pressed))
                .filter(action -> action.refusal().isEmpty())
                .filter(isWanted)
                .findFirst()
                .ifPresent(action -> action.perform().run());
    }

    private void runs(List<WindowAction> actions) {
        Work now = model.toDo().now().get();
        Tier tier = model.choices().tier().get();
        actions.add(WindowAction.of(Texts.of("palette.validate", now.words(), tier), model::validate)
                .keys("Shortcut+Enter")
                .help(Texts.of("palette.validate.help"))
                .unless(cannotRun().or(() -> nothing(!model.canValidate(), tier))));
        if (now.isNarrowed()) {
            actions.add(WindowAction.of(
                            Texts.of("palette.validate.all", model.toDo().waiting(), tier), model.toDo()::validateAll)
                    .unless(cannotRun().or(() -> nothing(model.toDo().waiting() == 0, tier))));
        }
        model.toDo()
                .nextStep()
                .ifPresent(step -> actions.add(WindowAction.of(
                                Texts.of("palette.validate.next", step.waiting(), step.tier()), model.toDo()::goOn)
                        .unless(cannotRun())));
        actions.add(WindowAction.of(Texts.of("palette.cancel"), model.runs()::cancel)
                .keys("Shortcut+Period")
                .unless(model.runs().isIdle(), Texts.of("palette.cancel.refusal")));
        actions.add(WindowAction.of(Texts.of("palette.dry"), model::dryRun).keys("Shortcut+D"));
        boolean isAsked =
                model.view().filter(seen -> !seen.openQuestions().isEmpty()).isPresent();
        actions.add(banner(Texts.of("palette.decide"), Banner.Action.DECIDE)
                .unless(!isAsked, Texts.of("palette.decide.refusal")));
        boolean isInterrupted = model.view().flatMap(WorkspaceView::interrupted).isPresent();
        actions.add(banner(Texts.of("palette.resume"), Banner.Action.RESUME)
                .unless(!isInterrupted, Texts.of("palette.resume.refusal")));
        actions.add(banner(Texts.of("palette.discard"), Banner.Action.DISCARD)
                .unless(!isInterrupted, Texts.of("palette.resume.refusal")));
    }

    private static Optional<String> nothing(boolean isNothing, Tier tier) {
        return isNothing ? Optional.of(Texts.of("palette.validate.nothing", tier)) : Optional.empty();
    }

    private WindowAction banner(String name, Banner.Action action) {
        return WindowAction.of(name, () -> model.perform(action));
    }

    private void pages(List<WindowAction> actions) {
        int place = 1;
        for (Page page : Page.values()) {
            String number = "Shortcut+" + place++;
            WindowAction action =
                    WindowAction.of(page.title(), () -> model.choices().page().set(page));
            actions.add(page == Page.SETTINGS ? action.keys(number, "Shortcut+Comma") : action.keys(number));
        }
    }

    private void choices(List<WindowAction> actions) {
        Choices choices = model.choices();
        boolean isBusy = !model.runs().isIdle();
        for (Tier tier : Tier.values()) {
            actions.add(WindowAction.of(
                            Texts.of("palette.tier", tier), () -> choices.tier().set(tier))
                    .unless(standing(isBusy, choices.tier().get() == tier)));
        }
        for (int number = 1; number <= Settings.MOST_WORKERS; number++) {
            int workers = number;
            actions.add(WindowAction.of(
                            Texts.of("palette.workers", workers),
                            () -> choices.workers().set(workers))
                    .unless(standing(isBusy, choices.workers().get() == workers)));
        }
        for (Optional<Integer> most : Choices.AT_MOST) {
            String words = most.map(number -> Texts.of("palette.most", number)).orElse(Texts.of("palette.most.any"));
            actions.add(WindowAction.of(words, () -> choices.atMost().set(most))
                    .unless(standing(isBusy, choices.atMost().get().equals(most))));
        }
        boolean goesOn = choices.thenL1().get();
        actions.add(WindowAction.of(
                        goesOn ? Texts.of("palette.then.off") : Texts.of("palette.then.on"),
                        () -> choices.thenL1().set(!goesOn))
                .unless(isBusy ? Optional.of(RUN_IS_ON) : Optional.empty()));
        boolean isWatching = watch.on().get();
        actions.add(WindowAction.of(
                isWatching ? Texts.of("palette.watch.off") : Texts.of("palette.watch.on"),
                () -> watch.on().set(!isWatching)));
    }

    private void results(List<WindowAction> actions) {
        boolean isNone = model.shown().get().isEmpty();
        for (Format format : Format.values()) {
            actions.add(WindowAction.of(Texts.of("palette.export", format.title()), () -> model.export(format))
                    .unless(isNone, Texts.of("palette.export.refusal")));
        }
        List<String> alerts = model.loaded().get().map(LoadedWorkspace::alerts).orElse(List.of());
        actions.add(WindowAction.of(
                        alerts.isEmpty() ? Texts.of("palette.alerts") : StatusText.alerts(alerts.size()),
                        () -> window.showAlerts(alerts))
                .unless(alerts.isEmpty(), Texts.of("palette.alerts.refusal")));
    }

    private void workspaces(List<WindowAction> actions) {
        boolean isBusy = !model.runs().isIdle();
        actions.add(WindowAction.of(Texts.of("palette.workspace.open"), model::chooseWorkspace)
                .keys("Shortcut+O")
                .unless(isBusy, RUN_IS_ON));
        actions.add(WindowAction.of(Texts.of("palette.workspace.new"), () -> model.create(WorkspaceTemplate.EMPTY))
                .unless(isBusy, RUN_IS_ON));
        actions.add(WindowAction.of(Texts.of("palette.workspace.sample"), () -> model.create(WorkspaceTemplate.SAMPLE))
                .unless(isBusy, RUN_IS_ON));
        actions.add(WindowAction.of(Texts.of("palette.workspace.read"), model::reload)
                .keys("F5"));
        for (Path folder : window.recent()) {
            if (!folder.equals(model.workspace().get().root())) {
                actions.add(WindowAction.of(Texts.of("palette.workspace.recent", folder), () -> model.open(folder))
                        .unless(isBusy, RUN_IS_ON));
            }
        }
    }

    private void appearance(List<WindowAction> actions) {
        Choices choices = model.choices();
        actions.add(WindowAction.of(Texts.of("palette.theme.other"), this::switchTheme)
                .keys("Shortcut+T")
                .alsoBehindCards());
        for (Theme theme : Theme.values()) {
            actions.add(WindowAction.of(
                            Texts.of("palette.theme", theme.word()),
                            () -> choices.theme().set(theme))
                    .unless(choices.theme().get() == theme, Texts.of("palette.refusal.so")));
        }
        for (Density density : Density.values()) {
            actions.add(WindowAction.of(
                            Texts.of("palette.rows", density.word()),
                            () -> choices.density().set(density))
                    .unless(choices.density().get() == density, Texts.of("palette.refusal.so")));
        }
        actions.add(
                WindowAction.of(Texts.of("palette.title"), window::openPalette).keys(PALETTE.combination()));
        actions.add(WindowAction.of(Texts.of("palette.help"), window::showHelp).keys("F1", "?"));
    }

    /// Light where it is dark, and the other way round.
    public void switchTheme() {
        model.choices().theme().set(model.choices().theme().get().other());
    }

    private static Optional<String> standing(boolean isBusy, boolean isSo) {
        if (isBusy) {
            return Optional.of(RUN_IS_ON);
        }
        return isSo ? Optional.of(Texts.of("palette.refusal.so")) : Optional.empty();
    }

    private Optional<String> cannotRun() {
        if (model.isReady()) {
            return Optional.empty();
        }
        return Optional.of(
                model.runs().isIdle() && model.runs().live().isEmpty()
                        ? model.standing().word()
                        : RUN_IS_ON);
    }
}
