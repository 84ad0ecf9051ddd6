package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;

/// A message above the page: what happened, what to do, and expandable details.
///
/// @param details empty where the text says it all
public record Banner(Role role, String text, String details, List<Action> actions) {
    public Banner {
        actions = List.copyOf(actions);
    }

    /// A sentence that stays until it is dismissed.
    static Banner of(Role role, String sentence) {
        return new Banner(role, sentence, "", List.of(Action.DISMISS));
    }

    /// The action that a banner offers.
    public enum Action {
        RESUME(Texts.of("banner.resume")),
        DISCARD(Texts.of("banner.discard")),
        RECOVER(Texts.of("banner.recover")),
        RELOAD(Texts.of("banner.read")),
        DECIDE(Texts.of("banner.decide")),
        TRUST(Texts.of("banner.trust")),
        DISMISS(Texts.of("banner.dismiss"));

        private final String label;

        Action(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
