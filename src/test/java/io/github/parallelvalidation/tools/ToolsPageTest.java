package io.github.parallelvalidation.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ToolsPageTest {
    @Test
    void thePageSaysWhatTheProgramPublishes() throws IOException {
        assertThat(Files.readString(ToolsPage.FILE))
                .as("write it anew with the class ToolsPage")
                .isEqualTo(ToolsPage.text());
    }
}
