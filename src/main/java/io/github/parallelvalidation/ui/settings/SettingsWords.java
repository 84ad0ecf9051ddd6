package io.github.parallelvalidation.ui.settings;

import io.github.parallelvalidation.settings.Setting;
import io.github.parallelvalidation.ui.model.Activity;
import io.github.parallelvalidation.ui.model.SettingsFlow;
import java.util.Map;

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
        return draft.wrong().entrySet().stream()
                .findFirst()
                .map(wrong -> changes + ", " + held(wrong, draft.wrong().size() - 1))
                .orElse(changes + ", not written yet.");
    }

    /// The field may be out of sight.
    private static String held(Map.Entry<Setting, String> wrong, int more) {
        return "none written: %s is wrong%s. %s"
                .formatted(
                        wrong.getKey().label(),
                        more == 0 ? "" : more == 1 ? " and 1 other" : " and %d others".formatted(more),
                        wrong.getValue());
    }

    static String of(Activity activity) {
        return activity == Activity.IDLE
                ? "Changes count from the next run."
                : "A run is on: it goes on as it began, changes count from the next one.";
    }
}
