package io.github.parallelvalidation.ui.settings;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.github.parallelvalidation.settings.SettingGroup;
import io.github.parallelvalidation.settings.SettingsForm;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.Activity;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.SettingsFlow;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The settings of the workspace in a form: each value under the eyes of its file's own reader, written into the file
/// without touching anything else.
public final class SettingsPage extends BorderPane {
    private final DashboardModel model;
    private final SettingsFlow flow;
    private final FlowPane cards = new FlowPane(Parts.DOUBLE, Parts.DOUBLE);
    private final Label sentence = Parts.paragraph("", "sentence");
    private final Label running = Parts.paragraph("", Role.MUTED.style());
    private final Button write = Parts.button(Texts.of("settings.write"), this::write, Styles.ACCENT);
    private final Button undo = Parts.button(Texts.of("settings.undo"), this::undo);
    private final List<SettingRow> rows = new ArrayList<>();

    public SettingsPage(DashboardModel model) {
        this.model = model;
        this.flow = model.settings();
        write.setId("write-settings");
        undo.setId("undo-settings");
        sentence.setId("settings-sentence");
        VBox words = Parts.column(Parts.HALF, sentence, running);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = Parts.row(Parts.GRID, words, undo, write);
        head.getStyleClass().add("page-head");
        setTop(head);
        cards.getStyleClass().add("cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        scroll.setId("settings");
        setCenter(scroll);
        flow.read().subscribe(this::show);
        flow.draft().subscribe(this::follow);
        model.runs().activity().subscribe(this::follow);
    }

    public void refresh() {
        flow.refresh();
    }

    private void show(Optional<SettingsFlow.Read> read) {
        rows.clear();
        cards.getChildren().clear();
        read.ifPresent(found -> {
            found.forms().forEach(this::show);
            cards.getChildren().add(new TrustCard(found.trusted(), flow::forgetTrust));
        });
        cards.getChildren().add(new WindowCard(model.choices()));
        follow(flow.draft().get());
    }

    private void show(SettingsForm form) {
        FileNote note = new FileNote(model.workspace().get(), form, flow);
        for (SettingGroup group : form.groups()) {
            SettingCard card = new SettingCard(group, form, flow, note.copy());
            rows.addAll(card.rows());
            cards.getChildren().add(card);
        }
    }

    private void follow(SettingsFlow.Draft draft) {
        rows.forEach(row -> row.show(draft));
        write.setDisable(!draft.canBeWritten());
        undo.setDisable(draft.changes() == 0);
        write.setText(
                draft.changes() == 0 ? Texts.of("settings.write") : Texts.of("settings.write.count", draft.changes()));
        sentence.setText(SettingsWords.of(draft));
        Parts.role(sentence, draft.refused().isPresent() ? Role.DANGER : Role.PLAIN);
    }

    private void follow(Activity activity) {
        running.setText(SettingsWords.of(activity));
    }

    private void write() {
        flow.write();
    }

    private void undo() {
        flow.undo();
    }
}
