package io.github.parallelvalidation;

import io.github.parallelvalidation.ui.Screenshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Takes the pictures of the README on a fresh copy of the sample workspace; run by hand, see
/// `src/docs/development.md`.
public final class ReadmePictures {
    private static final String[] SHOWN = {"running-light.png", "decision-dark.png", "history-light.png"};

    private ReadmePictures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("pictures");
        TestWorkspace sample =
                TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder.resolve("sample-workspace"));
        Screenshots.write(TestWorkspace.validation(), sample.workspace(), folder);
        for (String name : SHOWN) {
            Files.copy(folder.resolve(name), Path.of("src/docs", name), StandardCopyOption.REPLACE_EXISTING);
        }
        System.exit(0);
    }
}
