package io.github.parallelvalidation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.ui.model.FakeValidation;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenshotsTest {
    @TempDir
    private Path folder;

    @Test
    void aRunIsDrawnInBothThemes() {
        FakeValidation validation = new FakeValidation();
        validation.atOnce = true;
        validation.history = Samples.history(12);

        Screenshots.write(validation, new Workspace(Path.of("workspace")), folder);

        for (String name : new String[] {
            "running",
            "decision",
            "queue",
            "results",
            "strategy",
            "history",
            "settings",
            "strategy-whole",
            "comparison",
            "history-1024x700",
            "settings-960x540"
        }) {
            assertThat(folder.resolve(name + "-light.png")).isNotEmptyFile();
            assertThat(folder.resolve(name + "-dark.png")).isNotEmptyFile();
        }
    }
}
