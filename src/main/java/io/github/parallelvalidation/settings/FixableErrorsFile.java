package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// Reads `fixable-errors.yaml`, which overrides which failure reasons count as fixable. Unknown names belong to the
/// pipeline and are ignored.
public final class FixableErrorsFile {
    private FixableErrorsFile() {}

    /// @throws io.github.parallelvalidation.workspace.ProblemException when a known reason is not true or false
    public static FixableErrors read(Path file) {
        Map<FailureReason, Boolean> overrides = new EnumMap<>(FailureReason.class);
        if (Files.exists(file)) {
            YamlNode root = YamlDocument.read(file);
            if (!root.isNull()) {
                root.asMapping("the file")
                        .find("fixable_errors")
                        .filter(YamlMapping.class::isInstance)
                        .map(node -> node.asMapping("fixable_errors"))
                        .ifPresent(mapping -> read(mapping, overrides));
            }
        }
        return new FixableErrors(overrides);
    }

    private static void read(YamlMapping mapping, Map<FailureReason, Boolean> overrides) {
        for (YamlMapping.Pair pair : mapping.pairs()) {
            String name = pair.key().value();
            FailureReason.parse(name)
                    .ifPresent(reason ->
                            overrides.put(reason, pair.value().asScalar(name).asBoolean(name)));
        }
    }
}
