package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Going through the folders of many strategies: each is found as it is found alone.
class ManyStrategiesTest {
    private static final StrategyId ID = new StrategyId("STR-001");
    private static final String FILE = "parameters.yaml";

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Path strategies = Path.of("");

    @BeforeEach
    void workspace() throws IOException {
        strategies = Files.createDirectories(folder.resolve(".crypto/knowledge/strategies"));
    }

    private ManyStrategies many() {
        return ManyStrategies.of(new Workspace(folder));
    }

    @Test
    void aFolderIsFoundAndItsFile() throws IOException {
        Path own = Files.createDirectory(strategies.resolve("STR-001-idea"));
        assertThat(many().folder(ID)).contains(own);
        assertThat(many().file(own, FILE)).isEmpty();
        Path file = Files.writeString(own.resolve(FILE), "");
        assertThat(many().file(own, FILE)).contains(file);
        assertThat(many().folder(new StrategyId("STR-002"))).isEmpty();
    }

    @Test
    void aLinkMayLeadToAnotherPlaceOfTheWorkspace() throws IOException {
        Path link = Files.createSymbolicLink(
                strategies.resolve("STR-001"), Files.createDirectory(folder.resolve(".crypto/kept")));
        assertThat(many().folder(ID)).contains(link);
    }

    @Test
    void aLinkOutOfTheWorkspaceIsRefused() throws IOException {
        Files.createSymbolicLink(strategies.resolve("STR-001"), elsewhere);
        assertThatThrownBy(() -> many().folder(ID)).hasMessageContaining("leads out of the workspace");
    }

    @Test
    void aFileThatIsALinkOutOfTheWorkspaceIsRefused() throws IOException {
        Path own = Files.createDirectory(strategies.resolve("STR-001"));
        Path link = Files.createSymbolicLink(own.resolve(FILE), Files.writeString(elsewhere.resolve("theirs"), ""));
        assertThatThrownBy(() -> many().file(own, FILE)).hasMessageContaining("leads out of the workspace");
        Files.delete(link);
        Files.createSymbolicLink(link, elsewhere.resolve("nothing"));
        assertThat(many().file(own, FILE)).as("a link to nothing").isEmpty();
    }

    @Test
    void nothingIsFoundWhereTheirCommonFolderLeadsOut() throws IOException {
        Files.createDirectory(elsewhere.resolve("STR-001"));
        Files.delete(strategies);
        Files.createSymbolicLink(strategies, elsewhere);
        assertThatThrownBy(() -> many().folder(ID)).hasMessageContaining("leads out of the workspace");
    }

    @Test
    void twoFoldersOfOneStrategyAreRefused() throws IOException {
        Files.createDirectory(strategies.resolve("STR-001-one"));
        Files.createDirectory(strategies.resolve("STR-001-other"));
        assertThatThrownBy(() -> many().folder(ID)).hasMessageContaining("two folders belong to STR-001");
    }
}
