package io.github.parallelvalidation.ui.idea;

import io.github.parallelvalidation.idea.Fault;
import io.github.parallelvalidation.idea.IdeaLook;
import io.github.parallelvalidation.idea.Series;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.NewStrategyForm;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks what a new strategy is: id, name, bars, and when it buys and sells. The questions of its hypothesis are in the
/// file that is made.
public final class NewStrategyPane extends VBox {
    private static final double ID_WIDTH = 112;

    private final NewStrategyForm form;
    private final TextField id = field("new-id", Texts.of("idea.new.id.accessible"));
    private final TextField name = field("new-name", Texts.of("idea.new.name.accessible"));
    private final ComboBox<String> symbol = new ComboBox<>();
    private final ComboBox<String> timeframe = new ComboBox<>();
    private final ExpressionField longRule;
    private final ExpressionField shortRule;
    private final SignalPreview signals = new SignalPreview();
    private final Label message = Parts.paragraph("", Role.DANGER.style());
    private final ReadOnlyBooleanWrapper canCreate = new ReadOnlyBooleanWrapper();

    public NewStrategyPane(NewStrategyForm form) {
        super(Parts.GRID);
        this.form = form;
        longRule = rule("new-long", Texts.of("idea.new.long"), Texts.of("idea.new.long.prompt"));
        shortRule = rule("new-short", Texts.of("idea.new.short"), Texts.of("idea.prompt"));
        id.setText(form.proposed().value());
        id.setPrefWidth(ID_WIDTH);
        id.setMinWidth(ID_WIDTH);
        symbol.setId("new-symbol");
        timeframe.setId("new-timeframe");
        form.series().forEach(series -> symbol.getItems().add(series.symbol()));
        symbol.valueProperty().subscribe(this::offerTimeframes);
        symbol.getSelectionModel().selectFirst();
        message.setId("new-message");
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        HBox who =
                Parts.row(Parts.GRID, labelled(Texts.of("idea.new.id"), id), labelled(Texts.of("idea.new.name"), name));
        HBox.setHgrow(who.getChildren().getLast(), Priority.ALWAYS);
        getChildren()
                .addAll(
                        who,
                        Parts.row(
                                Parts.GRID,
                                labelled(Texts.of("idea.new.symbol"), symbol),
                                labelled(Texts.of("idea.new.bars"), timeframe)),
                        longRule,
                        shortRule,
                        signals,
                        message);
        id.textProperty().subscribe((_, _) -> look());
        name.textProperty().subscribe((_, _) -> look());
        timeframe.valueProperty().subscribe((_, _) -> look());
        look();
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        return field;
    }

    private static VBox labelled(String name, Node field) {
        Label label = Parts.label(name, Role.MUTED.style(), "field-name");
        label.setLabelFor(field);
        return Parts.column(2, label, field);
    }

    private ExpressionField rule(String id, String name, String prompt) {
        return new ExpressionField(
                id, name, prompt, _ -> look(), (text, caret, asked) -> form.complete(entry(), text, caret, asked));
    }

    private void offerTimeframes(String chosen) {
        String before = timeframe.getValue();
        form.series().stream()
                .filter(series -> series.symbol().equals(chosen))
                .map(Series::timeframes)
                .findFirst()
                .ifPresent(timeframe.getItems()::setAll);
        if (timeframe.getItems().contains(before)) {
            timeframe.setValue(before);
        } else {
            timeframe.getSelectionModel().selectFirst();
        }
    }

    /// Where the keyboard begins.
    public Node first() {
        return name;
    }

    /// Whether what was typed makes a strategy.
    public ReadOnlyBooleanProperty canCreate() {
        return canCreate.getReadOnlyProperty();
    }

    /// @param done called when it is there
    public void create(Runnable done) {
        form.create(entry(), done, this::refuse);
    }

    private void refuse(String why) {
        message.setText(why);
        canCreate.set(false);
    }

    private NewStrategyForm.Entry entry() {
        return new NewStrategyForm.Entry(
                id.getText(),
                name.getText(),
                Objects.requireNonNullElse(symbol.getValue(), ""),
                Objects.requireNonNullElse(timeframe.getValue(), ""),
                longRule.area().getText(),
                shortRule.area().getText());
    }

    private void look() {
        canCreate.set(false);
        if (form.series().isEmpty()) {
            message.setText(Texts.of("idea.new.barless"));
            return;
        }
        form.look(entry(), this::seen);
    }

    private void seen(IdeaLook look) {
        boolean isBegun = !longRule.area().getText().isBlank()
                || !shortRule.area().getText().isBlank();
        longRule.show(fault(look, NewStrategyForm.LONG).filter(_ -> isBegun));
        shortRule.show(fault(look, NewStrategyForm.SHORT));
        boolean isNamed = !name.getText().isBlank();
        message.setText(fault(look, NewStrategyForm.ID)
                .or(() -> fault(look, NewStrategyForm.NAME).filter(_ -> isNamed))
                .or(() -> fault(look, ""))
                .map(Fault::message)
                .orElse(""));
        signals.show(Optional.of(look));
        canCreate.set(look.isSound());
    }

    private static Optional<Fault> fault(IdeaLook look, String field) {
        return Optional.ofNullable(look.faults().get(field));
    }
}
