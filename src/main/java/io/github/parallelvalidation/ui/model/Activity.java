package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.ui.control.Role;

/// The activity of the window.
public enum Activity {
    IDLE("ready", Role.SUCCESS),
    RUNNING("running", Role.ACCENT),
    CANCELLING("cancelling", Role.WARNING);

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
