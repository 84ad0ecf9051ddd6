package io.github.parallelvalidation.ui;

/// What the window is doing.
enum Activity {
    IDLE("ready", Role.SUCCESS),
    RUNNING("running", Role.ACCENT),
    CANCELLING("cancelling", Role.WARNING);

    private final String word;
    private final Role role;

    Activity(String word, Role role) {
        this.word = word;
        this.role = role;
    }

    String word() {
        return word;
    }

    Role role() {
        return role;
    }
}
