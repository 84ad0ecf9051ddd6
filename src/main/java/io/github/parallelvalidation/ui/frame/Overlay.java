package io.github.parallelvalidation.ui.frame;

import atlantafx.base.theme.Styles;
import io.github.parallelvalidation.display.ChosenText;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ChosenStrategies;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.StatusText;
import io.github.parallelvalidation.ui.decision.DecisionAnswer;
import io.github.parallelvalidation.ui.decision.DecisionCase;
import io.github.parallelvalidation.ui.decision.DecisionPane;
import io.github.parallelvalidation.ui.decision.MeetingPane;
import io.github.parallelvalidation.ui.idea.DuplicatePane;
import io.github.parallelvalidation.ui.idea.NewStrategyPane;
import io.github.parallelvalidation.ui.model.Confirmation;
import io.github.parallelvalidation.ui.model.Dialogs;
import io.github.parallelvalidation.ui.model.DuplicateForm;
import io.github.parallelvalidation.ui.model.NewStrategyForm;
import io.github.parallelvalidation.ui.model.TrustAnswer;
import io.github.parallelvalidation.ui.model.TrustQuestion;
import io.github.parallelvalidation.ui.palette.PaletteModel;
import io.github.parallelvalidation.ui.palette.PalettePane;
import io.github.parallelvalidation.ui.palette.WindowAction;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Shows dialogs as cards over the page: they keep to the window, follow its theme, and Esc closes them.
public final class Overlay extends StackPane implements Dialogs {
    private static final double NARROW = 480;
    private static final double WIDE = 680;

    // AtlantaFX's ModalPane leaves the card's first, unplaced frame behind on a real screen.
    private Node first = this;
    private Consumer<Path> opener = file -> Parts.copy(file.toString());
    private Optional<Node> before = Optional.empty();
    /// The run that the open card asks about.
    private Optional<String> about = Optional.empty();
    /// The question that came while another card was open.
    private Optional<Waiting> waiting = Optional.empty();
    /// Where a card stays that was touched: it may grow or shrink under the hand, and does not jump.
    private OptionalDouble top = OptionalDouble.empty();

    private record Waiting(String runId, Runnable show) {}

    Overlay() {
        addEventFilter(KeyEvent.KEY_PRESSED, _ -> keepTop());
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> keepTop());
        heightProperty().subscribe(_ -> top = OptionalDouble.empty());
        getStyleClass().add("scrim");
        setVisible(false);
        // Tab must not lead to what lies behind an open card.
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocus);
    }

    boolean isOpen() {
        return isVisible();
    }

    @Override
    public void decide(DecisionCase question, Consumer<DecisionAnswer> answer) {
        String runId = question.outcome().plan().runId();
        if (isOpen() && about.filter(runId::equals).isEmpty()) {
            // What is typed or read there is not taken away.
            waiting = Optional.of(new Waiting(runId, () -> decide(question, answer)));
            return;
        }
        DecisionPane card = new DecisionPane(
                question,
                answered -> {
                    dismiss();
                    answer.accept(answered);
                },
                this::dismiss);
        // Nobody has asked for it just now, and somebody who writes goes on writing; Tab leads here.
        boolean isWriting = getScene().getFocusOwner() instanceof TextInputControl;
        show(card, card, !isWriting);
        about = Optional.of(runId);
    }

    @Override
    public boolean withdraw(String runId) {
        waiting = waiting.filter(question -> !question.runId().equals(runId));
        boolean isShown = isOpen() && about.filter(runId::equals).isPresent();
        if (isShown) {
            dismiss();
        }
        return isShown;
    }

    @Override
    public void trust(TrustQuestion question, Consumer<TrustAnswer> answer) {
        Button no = closeButton(Texts.of("card.trust.none"));
        Button folder = answer(Texts.of("card.trust.folder"), () -> answer.accept(TrustAnswer.FOLDER));
        folder.setId("trust-folder");
        String words = question.programs().size() == 1
                ? Texts.of("card.trust.this")
                : Texts.of("card.trust.these", question.programs().size());
        Button these = answer(words, () -> answer.accept(TrustAnswer.THESE), Styles.ACCENT);
        these.setId("trust-these");
        String title =
                Texts.of("card.trust", Printable.spelt(question.workspace().name()));
        show(card(WIDE, title, new TrustPane(question), no, folder, these), no);
    }

    @Override
    public void confirm(Confirmation question, Runnable yes) {
        Button sure = answer(question.yes(), yes, question.isHarmless() ? Styles.ACCENT : Styles.DANGER);
        sure.setId("yes");
        Button no = closeButton(Texts.of("card.cancel"));
        Button first = question.isHarmless() ? sure : no;
        show(card(NARROW, question.title(), Parts.paragraph(question.text()), no, sure), first);
    }

    @Override
    public void insist(ChosenStrategies chosen, Runnable all, Runnable passed) {
        Button no = closeButton(Texts.of("insist.no"));
        List<Button> buttons = new ArrayList<>(List.of(no));
        int withPass = chosen.taken().size();
        if (withPass > 0) {
            Button some = answer(Texts.of("insist.passed", Figures.many(withPass)), passed);
            some.setId("insist-passed");
            buttons.add(some);
        }
        Button sure =
                answer(Texts.of("insist.all", Figures.many(chosen.insisted().size())), all, Styles.DANGER);
        sure.setId("insist");
        buttons.add(sure);
        Node words = Parts.paragraph(Texts.of("insist.sentence"));
        show(card(NARROW, ChosenText.notPassed(chosen).orElseThrow(), words, buttons.toArray(Button[]::new)), no);
    }

    @Override
    public void unsaved(StrategyId id, Runnable save, Runnable discard) {
        Button saveButton = answer(Texts.of("card.unsaved.save"), save, Styles.ACCENT);
        saveButton.setId("save-left");
        Button discardButton = answer(Texts.of("card.unsaved.discard"), discard);
        discardButton.setId("discard-left");
        show(
                card(
                        NARROW,
                        Texts.of("card.unsaved", id),
                        Parts.paragraph(Texts.of("card.unsaved.sentence")),
                        closeButton(Texts.of("card.unsaved.keep")),
                        discardButton,
                        saveButton),
                saveButton);
    }

    @Override
    public void unsavedBeforeRun(StrategyId id, Runnable save, Runnable discard) {
        Button saveButton = answer(Texts.of("card.unsaved.run.save"), save, Styles.ACCENT);
        saveButton.setId("save-and-run");
        Button discardButton = answer(Texts.of("card.unsaved.run.discard"), discard);
        discardButton.setId("discard-and-run");
        Button no = closeButton(Texts.of("card.unsaved.run.no"));
        Node words = Parts.paragraph(Texts.of("card.unsaved.run.sentence"));
        show(card(NARROW, Texts.of("card.unsaved.run", id), words, no, discardButton, saveButton), no);
    }

    @Override
    public void newStrategy(NewStrategyForm form) {
        NewStrategyPane pane = new NewStrategyPane(form);
        Button create = Parts.button(Texts.of("card.strategy.create"), () -> pane.create(this::dismiss), Styles.ACCENT);
        create.setId("create");
        create.setDefaultButton(true);
        create.disableProperty().bind(pane.canCreate().not());
        show(card(WIDE, Texts.of("card.strategy"), pane, closeButton(Texts.of("card.cancel")), create), pane.first());
    }

    @Override
    public void duplicate(DuplicateForm form) {
        DuplicatePane pane = new DuplicatePane(form);
        Button create =
                Parts.button(Texts.of("card.variation.create"), () -> pane.create(this::dismiss), Styles.ACCENT);
        create.setId("create");
        create.setDefaultButton(true);
        show(
                card(
                        NARROW,
                        Texts.of("card.variation", form.from()),
                        pane,
                        closeButton(Texts.of("card.cancel")),
                        create),
                pane.first());
    }

    @Override
    public void interrupted(InterruptedRun run, Runnable resume, Runnable discard) {
        Button resumeButton = answer(Texts.of("card.interrupted.resume"), resume, Styles.ACCENT);
        resumeButton.setId("resume");
        Button discardButton = answer(Texts.of("card.interrupted.discard"), discard);
        discardButton.setId("discard");
        String title = Texts.of("card.interrupted", run.runId());
        show(
                card(
                        WIDE,
                        title,
                        new InterruptedPane(run),
                        closeButton(Texts.of("card.interrupted.later")),
                        discardButton,
                        resumeButton),
                resumeButton);
        about = Optional.of(run.runId());
    }

    private Button answer(String text, Runnable action, String... styles) {
        return Parts.button(
                text,
                () -> {
                    dismiss();
                    action.run();
                },
                styles);
    }

    @Override
    public void showMeeting(Path request) {
        Button ok = closeButton(Texts.of("card.close"));
        show(card(WIDE, Texts.of("card.agenda"), new MeetingPane(request), ok), ok);
    }

    @Override
    public void chooseFile(Format format, String name, Consumer<Path> chosen) {
        chooseFile(format.title(), name, format.ending(), chosen);
    }

    @Override
    public void choosePicture(String name, Consumer<Path> chosen) {
        chooseFile(Texts.of("card.picture"), name, ".png", chosen);
    }

    private void chooseFile(String what, String name, String ending, Consumer<Path> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("card.write", what));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(what, "*" + ending));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            chosen.accept(file.toPath());
        }
    }

    @Override
    public void chooseWorkspace(Consumer<Path> chosen) {
        chooseFolder(Texts.of("card.workspace.open"), chosen);
    }

    @Override
    public void chooseNewWorkspace(Consumer<Path> chosen) {
        chooseFolder(Texts.of("card.workspace.new"), chosen);
    }

    @Override
    public void openFile(Path file) {
        opener.accept(file);
    }

    /// @param opens opens files outside of this program; without one their paths are copied
    void opener(Consumer<Path> opens) {
        opener = opens;
    }

    private void chooseFolder(String title, Consumer<Path> chosen) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            chosen.accept(folder.toPath());
        }
    }

    @Override
    public void showPlan(RunOutcome plan) {
        Button ok = closeButton(Texts.of("card.close"));
        show(card(WIDE, Texts.of("card.plan"), new PlanPane(plan), ok), ok);
    }

    @Override
    public void showAlerts(List<String> alerts) {
        Button ok = closeButton(Texts.of("card.close"));
        VBox list = Parts.column(Parts.GRID);
        alerts.forEach(alert -> list.getChildren().add(Parts.paragraph(alert)));
        show(card(NARROW, StatusText.alerts(alerts.size()), list, ok), ok);
    }

    /// @param actions as they are now
    void showHelp(List<WindowAction> actions) {
        Button ok = closeButton(Texts.of("card.close"));
        show(card(NARROW, Texts.of("card.help"), new HelpPane(actions), ok), ok);
    }

    void showPalette(PaletteModel model) {
        PalettePane palette = new PalettePane(model, this::dismiss);
        setAlignment(palette, Pos.TOP_CENTER);
        show(palette, palette.first());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (top.isPresent()) {
            for (Region card :
                    getManagedChildren().stream().map(Region.class::cast).toList()) {
                // Where there is no room below, up it goes.
                double lowest = getHeight() - snappedBottomInset() - card.getHeight();
                card.setLayoutY(Math.max(snappedTopInset(), Math.min(top.getAsDouble(), lowest)));
            }
        }
    }

    private void keepTop() {
        if (top.isEmpty() && !getChildren().isEmpty()) {
            top = OptionalDouble.of(getChildren().getFirst().getLayoutY());
        }
    }

    private void show(Region card, Node focus) {
        show(card, focus, true);
    }

    /// @param takesKeys whether the keyboard goes there at once
    private void show(Region card, Node focus, boolean takesKeys) {
        top = OptionalDouble.empty();
        if (!isOpen()) {
            before = Optional.ofNullable(getScene().getFocusOwner());
        }
        getChildren().setAll(card);
        setVisible(true);
        about = Optional.empty();
        first = focus;
        // What lies in a scroll pane is in the scene only once its skin is.
        card.applyCss();
        if (takesKeys) {
            focus.requestFocus();
        }
    }

    /// Closes the card without an answer, and goes on where the keyboard was.
    public void dismiss() {
        boolean hadKeys = isInside(getScene().getFocusOwner());
        setVisible(false);
        getChildren().clear();
        if (hadKeys) {
            getParent().requestFocus();
            before.ifPresent(Node::requestFocus);
        }
        // After what the answer itself shows.
        FxThread.later(this::showWaiting);
    }

    private void showWaiting() {
        if (!isOpen()) {
            Optional<Waiting> next = waiting;
            waiting = Optional.empty();
            next.ifPresent(question -> question.show().run());
        }
    }

    private void keepFocus(@Nullable Node owner) {
        if (isOpen() && owner != null && !isInside(owner)) {
            first.requestFocus();
        }
    }

    private boolean isInside(@Nullable Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(this::equals);
    }

    private Button closeButton(String text) {
        Button button = Parts.button(text, this::dismiss);
        button.setId("close");
        button.setCancelButton(true);
        return button;
    }

    private static Region card(double width, String title, Node content, Button... buttons) {
        HBox foot = Parts.row(Parts.GRID, Parts.gap());
        foot.getChildren().addAll(buttons);
        VBox card = Parts.column(Parts.DOUBLE, Parts.label(title, "dialog-title"), content, foot);
        card.getStyleClass().add("dialog-card");
        card.setMaxSize(width, Region.USE_PREF_SIZE);
        return card;
    }
}
