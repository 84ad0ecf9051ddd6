package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;

/// The activity of the window.
public enum Activity {
    IDLE(Texts.of("activity.ready"), Role.SUCCESS),
    RUNNING(Texts.of("activity.running"), Role.ACCENT),
    CANCELLING(Texts.of("activity.cancelling"), Role.WARNING);

    private final String word;
    private final Role role;

    Activity(String word, Role role) {
        this.word = word;
        this.role = role;
    }

    public String word() {
        return word;
    }

    public Role role() {
        return role;
    }
}
