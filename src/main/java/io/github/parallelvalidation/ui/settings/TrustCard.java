package io.github.parallelvalidation.ui.settings;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.TrustedPrograms;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// The programs that the workspace names, which of them are accepted, and a way to withdraw that.
final class TrustCard extends VBox {
    TrustCard(TrustedPrograms trusted, Runnable forget) {
        super(Parts.GRID);
        getChildren().add(Parts.label("Trust", "heading"));
        getChildren().add(Parts.paragraph(words(trusted), Role.MUTED.style()));
        for (TrustedPrograms.Program program : trusted.programs()) {
            getChildren()
                    .add(Parts.column(
                            0,
                            Parts.paragraph(
                                    (program.isAccepted() ? "✓ accepted: " : "✗ not accepted: ") + program.what(),
                                    program.isAccepted() ? Role.SUCCESS.style() : Role.WARNING.style()),
                            Parts.paragraph(program.command(), "command")));
        }
        trusted.problem().ifPresent(problem -> getChildren().add(Parts.paragraph(problem, Role.DANGER.style())));
        Button withdraw = Parts.button("Withdraw all", forget);
        withdraw.setId("withdraw-trust");
        withdraw.setTooltip(Parts.tip("From then on a run asks again before it starts any of them"));
        if (trusted.isAnythingAccepted() || trusted.problem().isPresent()) {
            getChildren().add(withdraw);
        }
        getStyleClass().add("card");
        setPrefWidth(SettingCard.WIDTH);
    }

    private static String words(TrustedPrograms trusted) {
        if (trusted.wholeFolder()) {
            return "You have accepted whatever this folder names, now and later.";
        }
        return trusted.programs().isEmpty()
                ? "This workspace names no programs: nothing has to be accepted."
                : "Programs that this workspace names. One that is not accepted is never started.";
    }
}
