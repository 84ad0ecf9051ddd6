package io.github.parallelvalidation.ui.settings;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.TrustedPrograms;
import io.github.parallelvalidation.ui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// The programs that the workspace names, which of them are accepted, and a way to withdraw that.
final class TrustCard extends VBox {
    TrustCard(TrustedPrograms trusted, Runnable forget) {
        super(Parts.GRID);
        getChildren().add(Parts.label(Texts.of("settings.trust"), "heading"));
        getChildren().add(Parts.paragraph(words(trusted), Role.MUTED.style()));
        for (TrustedPrograms.Program program : trusted.programs()) {
            getChildren()
                    .add(Parts.column(
                            0,
                            Parts.paragraph(
                                    program.isAccepted()
                                            ? Texts.of("settings.trust.accepted", program.what())
                                            : Texts.of("settings.trust.unaccepted", program.what()),
                                    program.isAccepted() ? Role.SUCCESS.style() : Role.WARNING.style()),
                            Parts.paragraph(program.command(), "command")));
        }
        trusted.problem().ifPresent(problem -> getChildren().add(Parts.paragraph(problem, Role.DANGER.style())));
        Button withdraw = Parts.button(Texts.of("settings.trust.withdraw"), forget);
        withdraw.setId("withdraw-trust");
        withdraw.setTooltip(Parts.tip(Texts.of("settings.trust.withdraw.tip")));
        if (trusted.isAnythingAccepted() || trusted.problem().isPresent()) {
            getChildren().add(withdraw);
        }
        getStyleClass().add("card");
        setPrefWidth(SettingCard.WIDTH);
    }

    private static String words(TrustedPrograms trusted) {
        if (trusted.wholeFolder()) {
            return Texts.of("settings.trust.folder");
        }
        return trusted.programs().isEmpty() ? Texts.of("settings.trust.none") : Texts.of("settings.trust.programs");
    }
}
