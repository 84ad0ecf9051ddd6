package io.github.parallelvalidation.ui.settings;

import io.github.parallelvalidation.settings.Setting;
import io.github.parallelvalidation.settings.SettingsForm;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.SettingsFlow;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One setting: its name, a field or a choice, and under it what its file's reader has against the value.
final class SettingRow extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final double FIELD = 112;
    private static final double UNIT = 88;

    private final Setting setting;
    private final SettingsForm form;
    private final SettingsFlow flow;
    private final Control control;
    private final Label problem = Parts.paragraph("", Role.DANGER.style(), "plot-text");

    SettingRow(SettingsForm form, Setting setting, SettingsFlow flow) {
        super(2);
        this.setting = setting;
        this.form = form;
        this.flow = flow;
        control = switch (setting.kind()) {
            case Setting.Kind.Text() -> field(FIELD);
            case Setting.Kind.Command() -> commandField();
            case Setting.Kind.Truth() -> choice(List.of("true", "false"));
            case Setting.Kind.Word(List<String> words) -> choice(words);
        };
        control.setId(setting.path().replace('.', '-'));
        control.setAccessibleText((setting.label() + " " + setting.unit()).strip());
        Label name = Parts.cuttable(Role.MUTED.style());
        name.setText(setting.label());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label unit = Parts.label(setting.unit(), Role.MUTED.style());
        unit.setMinWidth(USE_PREF_SIZE);
        new Hint(control)
                .say(
                        setting.usual().isEmpty()
                                ? Texts.of("settings.usual.none", setting.key())
                                : Texts.of("settings.usual.hint", setting.key(), setting.usual()));
        getChildren().add(Parts.row(Parts.GRID, name, unit, control));
    }

    private TextField field(double width) {
        TextField field = new TextField(flow.value(form, setting));
        field.setPromptText(setting.usual().isEmpty() ? "–" : setting.usual());
        field.getStyleClass().add("figure-field");
        field.setMinWidth(width);
        field.setPrefWidth(width);
        field.textProperty().subscribe((_, text) -> flow.change(form, setting, text));
        return field;
    }

    private TextField commandField() {
        TextField field = field(FIELD + UNIT);
        field.getStyleClass().add("command-field");
        return field;
    }

    /// The usual value stands first, for no value in the file.
    private ComboBox<String> choice(List<String> words) {
        ComboBox<String> choice = new ComboBox<>();
        String usual = setting.usual().isEmpty() ? "–" : Texts.of("settings.usual.choice", setting.usual());
        List<String> shown = new ArrayList<>(List.of(usual));
        shown.addAll(words);
        String now = flow.value(form, setting);
        if (!now.isEmpty() && !words.contains(now)) {
            shown.add(now);
        }
        choice.getItems().setAll(shown);
        choice.setValue(now.isEmpty() ? usual : now);
        choice.setMinWidth(FIELD);
        choice.valueProperty().subscribe((_, chosen) -> flow.change(form, setting, chosen.equals(usual) ? "" : chosen));
        return choice;
    }

    void show(SettingsFlow.Draft draft) {
        String wrong = draft.wrong().get(setting);
        control.pseudoClassStateChanged(ERROR, wrong != null);
        control.pseudoClassStateChanged(CHANGED, !flow.value(form, setting).equals(form.value(setting)));
        problem.setText(wrong == null ? "" : wrong);
        if (wrong == null) {
            getChildren().remove(problem);
        } else if (!getChildren().contains(problem)) {
            getChildren().add(problem);
        }
    }
}
