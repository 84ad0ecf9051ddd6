package io.github.parallelvalidation.ui.idea;

import atlantafx.base.theme.Styles;
import io.github.parallelvalidation.idea.Fault;
import io.github.parallelvalidation.idea.Idea;
import io.github.parallelvalidation.idea.IdeaField;
import io.github.parallelvalidation.idea.IdeaLook;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.IdeaModel;
import io.github.parallelvalidation.ui.model.IdeaState;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The idea of a strategy, changed where it is seen: its expressions, its numbers, and when it would signal.
public final class IdeaPane extends VBox {
    private static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+S");

    private final IdeaModel model;
    private final VBox expressions = Parts.column(Parts.GRID);
    private final FlowPane numbers = new FlowPane(Parts.GRID, Parts.GRID);
    private final SignalPreview signals = new SignalPreview();
    private final Label message = Parts.paragraph("", Role.DANGER.style());
    private final Label unsaved = Parts.label(Texts.of("idea.unsaved"), Role.WARNING.style());
    private final Button save;
    private final HBox foot;
    private final Map<String, Shown> shown = new HashMap<>();
    private List<IdeaField> fields = List.of();

    /// A field as it is seen.
    private record Shown(Consumer<String> text, Consumer<Optional<Fault>> fault) {}

    public IdeaPane(IdeaModel model) {
        super(Parts.GRID);
        this.model = model;
        setId("idea-pane");
        getStyleClass().add("idea-pane");
        save = Parts.button(Texts.of("idea.save"), model::save, Styles.ACCENT, Styles.SMALL);
        save.setId("save-idea");
        save.setTooltip(Parts.tip(Texts.of("idea.save.tip")));
        Button revert = Parts.button(Texts.of("idea.revert"), model::revert, Styles.SMALL);
        revert.setId("revert-idea");
        revert.setTooltip(Parts.tip(Texts.of("idea.revert.tip")));
        foot = Parts.row(Parts.GRID, unsaved, Parts.gap(), revert, save);
        message.setId("idea-message");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event)) {
                model.save();
                event.consume();
            }
        });
        model.state().subscribe(state -> state.ifPresentOrElse(this::show, this::clear));
    }

    /// Shows the idea of a strategy; where changes of another one are not saved, the person is asked about them.
    public void show(StrategyId id) {
        model.show(id);
    }

    /// No strategy is looked at any more; as [#show] of another one.
    public void leave() {
        model.leave();
    }

    /// Who is about to take the pane out of the window and put it back calls this before; what it gives, after: the
    /// keyboard is where it was.
    public Runnable keepFocus() {
        Optional<Node> focused = Optional.ofNullable(getScene())
                .map(Scene::getFocusOwner)
                .filter(owner -> Stream.iterate(owner, node -> node != null, Node::getParent)
                        .anyMatch(this::equals));
        return () -> focused.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
    }

    static String id(IdeaField field) {
        return "idea-" + field.name().replace('.', '-');
    }

    private void clear() {
        getChildren().clear();
        fields = List.of();
        shown.clear();
    }

    private void show(IdeaState state) {
        state.idea().ifPresentOrElse(idea -> show(idea, state), () -> {
            clear();
            message.setText(state.problem().isEmpty() ? Texts.of("idea.reading") : state.problem());
            Parts.role(message, state.problem().isEmpty() ? Role.MUTED : Role.DANGER);
            getChildren().setAll(message);
        });
    }

    private void show(Idea idea, IdeaState state) {
        if (!idea.fields().stream()
                .map(IdeaField::name)
                .toList()
                .equals(fields.stream().map(IdeaField::name).toList())) {
            build(idea);
        }
        for (IdeaField field : idea.fields()) {
            Shown place = shown.get(field.name());
            if (place != null) {
                place.text().accept(state.edits().getOrDefault(field.name(), field.text()));
                place.fault().accept(state.look().map(look -> look.faults().get(field.name())));
            }
        }
        signals.show(state.look());
        String problem = state.problem().isEmpty() ? general(state) : state.problem();
        Parts.role(message, Role.DANGER);
        message.setText(problem);
        message.setManaged(!problem.isEmpty());
        message.setVisible(!problem.isEmpty());
        foot.setVisible(state.isDirty());
        foot.setManaged(state.isDirty());
        save.setDisable(!state.canSave());
    }

    /// Faults of numbers, which have no room of their own, and of the file as a whole.
    private static String general(IdeaState state) {
        Map<String, Fault> faults = state.look().map(IdeaLook::faults).orElse(Map.of());
        return faults.entrySet().stream()
                .filter(fault -> state.idea()
                        .flatMap(idea -> idea.fields().stream()
                                .filter(field -> field.name().equals(fault.getKey()))
                                .findFirst())
                        .filter(field -> field.kind().isExpression())
                        .isEmpty())
                .map(fault -> fault.getKey().isEmpty()
                        ? fault.getValue().message()
                        : fault.getKey() + ": " + fault.getValue().message())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }

    private void build(Idea idea) {
        clear();
        fields = idea.fields();
        expressions.getChildren().clear();
        numbers.getChildren().clear();
        for (IdeaField field : fields) {
            if (field.kind().isExpression()) {
                ExpressionField place = new ExpressionField(
                        id(field),
                        field.name(),
                        prompt(field),
                        text -> model.type(field.name(), text),
                        (text, caret, asked) -> model.complete(field, text, caret, asked));
                expressions.getChildren().add(place);
                shown.put(field.name(), new Shown(place::show, place::show));
            } else {
                NumberInput place = new NumberInput(field, text -> model.type(field.name(), text));
                numbers.getChildren().add(place);
                shown.put(field.name(), new Shown(place::show, place::show));
            }
        }
        getChildren().setAll(expressions, numbers, signals, message, foot);
    }

    private static String prompt(IdeaField field) {
        return field.kind() == IdeaField.Kind.SCORE ? Texts.of("idea.prompt.score") : Texts.of("idea.prompt");
    }
}
