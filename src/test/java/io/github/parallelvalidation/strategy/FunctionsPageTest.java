package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionsPageTest {

    @Test
    void everyFunctionHasOneLineAndNothingElseHas() {
        assertThat(FunctionsPage.groups().values().stream().map(Map::keySet).flatMap(java.util.Collection::stream))
                .containsExactlyInAnyOrderElementsOf(FunctionsPage.names().toList());
    }

    @Test
    void thePageIsWhatTheCodeGives() throws IOException {
        if (Boolean.getBoolean("docs.fix")) {
            Files.writeString(FunctionsPage.PAGE, FunctionsPage.text());
        }
        assertThat(FunctionsPage.PAGE)
                .as("write it anew with: mvn test -Dtest=FunctionsPageTest -Ddocs.fix=true")
                .content()
                .isEqualTo(FunctionsPage.text());
    }
}
