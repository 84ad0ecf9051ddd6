package io.github.parallelvalidation;

import io.github.parallelvalidation.ui.Screenshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/// Takes the pictures of the README on a fresh copy of the sample workspace; run by hand, see
/// `src/docs/development.md`.
public final class ReadmePictures {
    /// The picture that was taken, and its name in the documentation.
    private static final Map<String, String> SHOWN = Map.of(
            "running-light.png", "running-light.png",
            "strategy-whole-light.png", "strategy-light.png",
            "decision-dark.png", "decision-dark.png",
            "comparison-light.png", "comparison-light.png");

    private ReadmePictures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("pictures");
        TestWorkspace sample =
                TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder.resolve("sample-workspace"));
        Screenshots.write(TestWorkspace.validation(), sample.workspace(), folder);
        for (Map.Entry<String, String> shown : SHOWN.entrySet()) {
            Files.copy(
                    folder.resolve(shown.getKey()),
                    Path.of("src/docs", shown.getValue()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        System.exit(0);
    }
}
