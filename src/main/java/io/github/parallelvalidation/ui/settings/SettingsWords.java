package io.github.parallelvalidation.ui.settings;

import io.github.parallelvalidation.ui.model.Activity;
import io.github.parallelvalidation.ui.model.SettingsFlow;

/// The words above the settings.
final class SettingsWords {
    private SettingsWords() {}

    static String of(SettingsFlow.Draft draft) {
        if (draft.refused().isPresent()) {
            return draft.refused().get();
        }
        if (draft.changes() == 0) {
            return "An empty field means the usual value. What you change is written into the files, comments stay.";
        }
        String changes = draft.changes() == 1 ? "1 change" : draft.changes() + " changes";
        int wrong = draft.wrong().size();
        return wrong == 0
                ? changes + ", not written yet."
                : "%s, of which %d cannot be written.".formatted(changes, wrong);
    }

    static String of(Activity activity) {
        return activity == Activity.IDLE
                ? "Changes count from the next run."
                : "A run is on: it goes on as it began, changes count from the next one.";
    }
}
