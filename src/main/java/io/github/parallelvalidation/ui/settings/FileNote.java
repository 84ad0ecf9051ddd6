package io.github.parallelvalidation.ui.settings;

import io.github.parallelvalidation.settings.SettingsForm;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.SettingsFlow;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.Workspace;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/// Which file a card is about, a way to open it, and what is wrong with it.
record FileNote(Workspace workspace, SettingsForm form, SettingsFlow flow) {

    Node copy() {
        String name = workspace.root().relativize(form.file()).toString();
        Hyperlink open = new Hyperlink(Texts.of("settings.file.open"));
        open.setTooltip(Parts.tip(Texts.of("settings.file.open.tip", name)));
        open.setOnAction(_ -> flow.open(form.file()));
        open.setVisible(form.isThere());
        String file = String.valueOf(form.file().getFileName());
        VBox note = Parts.column(
                0,
                Parts.row(
                        Parts.HALF,
                        Parts.label(
                                form.isThere() ? file : Texts.of("settings.file.missing", file), Role.MUTED.style()),
                        Parts.gap(),
                        open));
        flow.warnings(form)
                .forEach(problem -> note.getChildren()
                        .add(Parts.paragraph(
                                Texts.of("settings.file.problem", problem.line(), problem.message()),
                                Role.WARNING.style())));
        return note;
    }
}
