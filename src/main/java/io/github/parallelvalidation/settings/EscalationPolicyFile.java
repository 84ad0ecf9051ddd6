package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.workspace.SharedFile;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.YamlComparison;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlEdits;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes `on_escalation`, the one setting that the program writes itself, when a person asks it to. Everything else in
/// the file stays byte for byte.
public final class EscalationPolicyFile {
    static final String KEY = "on_escalation";
    private static final String ROOT = "parallel_validation";

    private EscalationPolicyFile() {}

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the file cannot be read, edited safely
    ///     or written; it is then unchanged
    public static void remember(Path settings, EscalationPolicy policy) {
        String option = policy.code();
        new SharedFile(settings)
                .edit(before -> before.changed(before.isThere() ? edited(before.source(), option) : fresh(option)));
    }

    private static String edited(Source source, String option) {
        YamlNode root = YamlDocument.parse(source);
        if (root.isNull()) {
            return onNewLine(source.text()) + fresh(option);
        }
        YamlMapping top = root.asMapping("the settings file");
        Optional<YamlMapping> ours = top.own(ROOT)
                .map(YamlMapping.Pair::value)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast);
        if (ours.isEmpty()) {
            throw root.problem(
                    "there is no mapping '%s' to write %s: %s into; add it by hand".formatted(ROOT, KEY, option));
        }
        String text = TextEdit.apply(
                source.text(), List.of(YamlEdits.set(ours.get(), KEY, option, "auto_escalate_threshold")));
        YamlMapping after = YamlDocument.parse(new Source(source.file(), text)).asMapping("the settings file");
        new YamlComparison(List.of(ours.get()), Set.of(KEY))
                .difference(root, after)
                .ifPresent(place -> {
                    throw place.problem("this cannot be edited safely; write %s: %s by hand".formatted(KEY, option));
                });
        return text;
    }

    private static String onNewLine(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private static String fresh(String option) {
        return ROOT + ":\n  " + KEY + ": " + option + "\n";
    }
}
