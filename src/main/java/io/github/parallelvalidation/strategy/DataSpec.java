package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the strategy's optional `data-spec.yaml`, of which only `file:` is used.
public final class DataSpec {
    public static final String NAME = "data-spec.yaml";

    private DataSpec() {}

    /// The bar file a strategy names, as it is written.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when the file is not readable YAML
    public static Optional<String> file(Path strategyFolder) {
        Path spec = strategyFolder.resolve(NAME);
        if (!Files.exists(spec)) {
            return Optional.empty();
        }
        YamlNode root = YamlDocument.read(spec);
        return root.isNull()
                ? Optional.empty()
                : root.asMapping("the data spec")
                        .find("file")
                        .map(node -> node.asScalar("file").value());
    }
}
