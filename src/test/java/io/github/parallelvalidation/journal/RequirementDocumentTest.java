package io.github.parallelvalidation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.Requirement;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequirementDocumentTest {
    @TempDir
    private Path folder;

    private YamlMapping map(String text) throws IOException {
        return YamlDocument.read(Files.writeString(folder.resolve("gate.yaml"), text))
                .asMapping("a gate");
    }

    static Stream<Requirement> kinds() {
        return Stream.of(
                new Requirement.MoreThan(10), new Requirement.LessThan(0.05), new Requirement.AwayFrom(0.5, 0.005));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsWrittenIsRead(Requirement requirement) throws IOException {
        assertThat(RequirementDocument.read(map(YamlText.dump(RequirementDocument.of(requirement)))))
                .isEqualTo(requirement);
    }

    @Test
    void theFormInFilesIsAnOperatorWithItsNumbers() {
        assertThat(RequirementDocument.of(new Requirement.MoreThan(10)))
                .isEqualTo(Map.of("operator", ">", "threshold", 10L));
        assertThat(RequirementDocument.of(new Requirement.AwayFrom(0.5, 0.005)))
                .isEqualTo(Map.of("operator", "!=", "threshold", 0.5, "tolerance", 0.005));
    }

    @Test
    void anUnknownOperatorIsRefusedWithItsPlace() throws IOException {
        YamlMapping gate = map("name: ic\noperator: '>='\nthreshold: 0.01\n");
        assertThatThrownBy(() -> RequirementDocument.read(gate))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("gate.yaml:2:11")
                .hasMessageContaining("'operator' must be '>', '<' or '!=', found '>='");
    }

    @Test
    void aMissingToleranceIsNoZero() throws IOException {
        YamlMapping gate = map("operator: '!='\nthreshold: 0.5\n");
        assertThatThrownBy(() -> RequirementDocument.read(gate)).hasMessageContaining("'tolerance' is missing");
    }
}
