package io.github.parallelvalidation.ui.idea;

import io.github.parallelvalidation.idea.IdeaLook;
import io.github.parallelvalidation.idea.SignalCount;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How many signals there would be, and when: no more than that, for whoever looks at returns has begun a trial.
final class SignalPreview extends VBox {
    private final Label words = Parts.paragraph("", Role.MUTED.style());
    private final SignalStrip strip = new SignalStrip();

    SignalPreview() {
        super(Parts.HALF);
        words.setId("signal-count");
        getChildren().addAll(strip, words);
    }

    /// What was drawn stays until something is known about the text as it is now.
    void show(Optional<IdeaLook> look) {
        Optional<SignalCount> count = look.flatMap(IdeaLook::signals);
        strip.show(count);
        words.setText(count.map(SignalCount::words)
                .or(() -> look.map(found -> found.isSound() ? found.why() : Texts.of("idea.signals.wrong")))
                .orElse(Texts.of("idea.signals.counting")));
    }
}
