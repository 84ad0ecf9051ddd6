package io.github.parallelvalidation.ui.decision;

import atlantafx.base.theme.Styles;
import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.OptionPreview;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The card that asks for a decision: evidence on the left, choices with their consequences on the right. The safest
/// choice is preselected. The card comes when it comes: Enter takes the selected choice only once a key or a click has
/// led to the choices. Esc leaves the question open.
public final class DecisionPane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 1000;
    private static final double EVIDENCE_WIDTH = 416;

    private final OptionPreviews previews;
    private final EvidencePane evidence;
    private final RelaxPane relax;
    private final RetryPane retry;
    private final ToggleGroup options = new ToggleGroup();
    private final Map<EscalationOption, RadioButton> radios = new EnumMap<>(EscalationOption.class);
    private final CheckBox remember = new CheckBox(Texts.of("decision.remember"));
    private final Button take;

    public DecisionPane(DecisionCase question, Consumer<DecisionAnswer> answer, Runnable later) {
        super(Parts.DOUBLE);
        this.previews = question.previews();
        this.evidence = new EvidencePane(question);
        this.relax = new RelaxPane(previews, question.relaxed());
        this.retry = new RetryPane(question);
        this.take = Parts.button("", () -> answer().ifPresent(answer), Styles.ACCENT);
        take.setId("take");
        remember.setId("remember");
        remember.setTooltip(Parts.tip(Texts.of("decision.remember.tip")));
        Button wait = Parts.button(Texts.of("decision.later"), later);
        wait.setId("later");
        wait.setCancelButton(true);
        HBox body = new HBox(Parts.DOUBLE + Parts.GRID, evidence, choices(question.relaxed()));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Parts.label(Texts.of("decision.title", question.title()), "dialog-title"),
                        body,
                        Parts.row(Parts.GRID, remember, Parts.gap(), keys(), wait, take));
        evidence.setMinWidth(EVIDENCE_WIDTH);
        evidence.setPrefWidth(EVIDENCE_WIDTH);
        getStyleClass().add("dialog-card");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setMinHeight(0);
        setId("decision");
        setFocusTraversable(true);
        setAccessibleText(Texts.of("decision.title", question.title()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        options.selectedToggleProperty().subscribe(_ -> refresh());
        relax.preview().subscribe(_ -> refresh());
        retry.chosen().subscribe(_ -> refresh());
        radio(EscalationOption.CONTINUE).setSelected(true);
    }

    /// At the card itself nothing is decided yet: Enter may have been meant for what was there before. A default button
    /// would hear of every Enter in the window.
    private void key(KeyEvent event) {
        boolean isAtCard = event.getTarget() == this;
        boolean leadsIn = event.getCode() == KeyCode.DOWN || (event.getCode() == KeyCode.TAB && !event.isShiftDown());
        if (isAtCard && leadsIn) {
            radio(selected()).requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            // A radio button keeps Enter to itself.
            if (event.getTarget() instanceof Button button) {
                button.fire();
            } else if (!isAtCard) {
                take.fire();
            }
            event.consume();
        }
    }

    /// Only while the keyboard is not at the choices yet.
    private Node keys() {
        Label keys = Parts.label(Texts.of("decision.keys"), Role.MUTED.style());
        keys.visibleProperty().bind(focusWithinProperty().not().or(focusedProperty()));
        return keys;
    }

    private ScrollPane choices(OptionPreview relaxed) {
        VBox right = Parts.column(
                Parts.GRID,
                choice(previews.goOn(), Optional.empty()),
                choice(previews.of(EscalationOption.RETRY), Optional.of(retry)),
                choice(relaxed, Optional.of(relax)),
                choice(previews.meeting(), Optional.empty()));
        ScrollPane scroll = new ScrollPane(right);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        // Wrapped text is higher than a scroll pane asks for by itself.
        scroll.prefViewportHeightProperty().bind(right.heightProperty());
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /// A choice: its consequences are shown before it is chosen, its controls once it is.
    ///
    /// @param controls where more can be said about it
    private VBox choice(OptionPreview preview, Optional<Node> controls) {
        EscalationOption option = preview.option();
        RadioButton radio = new RadioButton(OptionText.title(preview));
        radio.setMnemonicParsing(false);
        radio.setId("choose-" + option.code());
        radio.setToggleGroup(options);
        radio.setUserData(option);
        radio.getStyleClass().add("choice-title");
        radios.put(option, radio);
        VBox card = Parts.column(Parts.GRID, radio);
        card.getStyleClass().add("choice");
        // What a choice costs as long as nothing more is said about it.
        VBox price = details(Parts.paragraph(OptionText.price(preview), Role.MUTED.style()));
        card.getChildren().add(price);
        controls.map(DecisionPane::details).ifPresent(open -> {
            shownWhen(price, radio.selectedProperty().not());
            shownWhen(open, radio.selectedProperty());
            card.getChildren().add(open);
        });
        card.setOnMouseClicked(_ -> {
            radio.setSelected(true);
            radio.requestFocus();
        });
        return card;
    }

    private static VBox details(Node node) {
        VBox details = Parts.column(0, node);
        details.getStyleClass().add("choice-details");
        return details;
    }

    private static void shownWhen(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private void refresh() {
        EscalationOption option = selected();
        radios.forEach((each, radio) -> radio.getParent().pseudoClassStateChanged(CHOSEN, each == option));
        take.setText(words(option));
        take.setDisable(answer().isEmpty());
        evidence.under(
                option == EscalationOption.RELAX
                        ? relax.preview().get().map(OptionPreview.Relax::relaxation)
                        : Optional.empty());
    }

    private String words(EscalationOption option) {
        return switch (option) {
            case CONTINUE -> OptionText.title(previews.goOn());
            case RETRY ->
                Texts.of(
                        "decision.retry",
                        retry.chosen()
                                .get()
                                .map(Decision.Retry::strategies)
                                .orElse(List.of())
                                .size());
            case RELAX ->
                relax.preview()
                        .get()
                        .map(preview -> preview.impact().bought().size())
                        .filter(more -> more > 0)
                        .map(more -> Texts.of("decision.relax.pass", more))
                        .orElse(Texts.of("decision.relax"));
            case MEETING -> Texts.of("decision.meeting");
        };
    }

    private Optional<DecisionAnswer> answer() {
        EscalationOption option = selected();
        boolean always = remember.isSelected();
        return switch (option) {
            case CONTINUE, MEETING ->
                Optional.of(new DecisionAnswer(option, Map.of(), Decision.Retry.BY_DEFAULT, always));
            case RETRY -> retry.chosen().get().map(chosen -> new DecisionAnswer(option, Map.of(), chosen, always));
            case RELAX ->
                relax.preview()
                        .get()
                        .map(OptionPreview.Relax::relaxation)
                        .filter(moved -> !moved.moved().isEmpty())
                        .map(moved -> new DecisionAnswer(option, moved.moved(), Decision.Retry.BY_DEFAULT, always));
        };
    }

    private EscalationOption selected() {
        return options.getSelectedToggle() == null
                ? EscalationOption.CONTINUE
                : (EscalationOption) options.getSelectedToggle().getUserData();
    }

    private RadioButton radio(EscalationOption option) {
        RadioButton radio = radios.get(option);
        if (radio == null) {
            throw new IllegalStateException("no button for " + option);
        }
        return radio;
    }
}
