package io.github.parallelvalidation;

import io.github.parallelvalidation.ui.Screenshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Takes the pictures of the README on a fresh copy of the sample workspace; run by hand, see
/// `src/docs/development.md`.
public final class ReadmePictures {
    private ReadmePictures() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("pictures").resolve("sample-workspace");
        TestWorkspace sample = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder);
        Screenshots.take(TestWorkspace.validation(), sample.workspace(), Path.of("src/docs"));
        System.exit(0);
    }
}
