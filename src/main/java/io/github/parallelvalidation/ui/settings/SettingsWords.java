package io.github.parallelvalidation.ui.settings;

import io.github.parallelvalidation.settings.Setting;
import io.github.parallelvalidation.ui.model.Activity;
import io.github.parallelvalidation.ui.model.SettingsFlow;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Map;

/// The words above the settings.
final class SettingsWords {
    private SettingsWords() {}

    static String of(SettingsFlow.Draft draft) {
        if (draft.refused().isPresent()) {
            return draft.refused().get();
        }
        if (draft.changes() == 0) {
            return Texts.of("settings.hint");
        }
        String changes = Texts.counted("settings.changes", draft.changes(), draft.changes());
        return draft.wrong().entrySet().stream()
                .findFirst()
                .map(wrong -> changes + ", " + held(wrong, draft.wrong().size() - 1))
                .orElse(Texts.of("settings.unwritten", changes));
    }

    /// The field may be out of sight.
    private static String held(Map.Entry<Setting, String> wrong, int more) {
        String label = wrong.getKey().label();
        return more == 0
                ? Texts.of("settings.wrong", label, wrong.getValue())
                : Texts.counted("settings.wrong.more", more, label, more, wrong.getValue());
    }

    static String of(Activity activity) {
        return activity == Activity.IDLE ? Texts.of("settings.running.idle") : Texts.of("settings.running");
    }
}
