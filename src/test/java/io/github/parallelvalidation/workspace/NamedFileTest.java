package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a person names for a report takes the place of no file of a workspace.
@NullUnmarked // JUnit fills the fields
class NamedFileTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.in(folder.resolve("w")).workspace();
    }

    private void assertRefused(Path file) {
        assertThatThrownBy(() -> NamedFile.write(workspace, file, "a report"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is among the files of a workspace, below .crypto, and was left alone");
    }

    @Test
    void anywhereElseItIsWritten() throws IOException {
        Path old = Files.writeString(folder.resolve("w/report.csv"), "of yesterday");
        NamedFile.write(workspace, old, "a report");
        NamedFile.write(workspace, folder.resolve("w/.crypto/../other.csv"), "another");
        assertThat(old).hasContent("a report");
        assertThat(folder.resolve("w/other.csv")).hasContent("another");
    }

    @Test
    void neitherFilesOfTheWorkspaceAreReplacedNorOthersPutAmongThem() throws IOException {
        String queue = Files.readString(workspace.queue());
        assertRefused(workspace.queue());
        assertRefused(workspace.settings());
        assertRefused(workspace.pipeline().resolve("new.csv"));
        assertRefused(workspace.crypto().resolve("report.html"));
        assertRefused(folder.resolve("w/elsewhere/../.crypto/pipeline/queue.yaml"));
        assertThat(workspace.queue()).hasContent(queue.strip());
        assertThat(workspace.pipeline().resolve("new.csv")).doesNotExist();
    }

    @Test
    void thoseOfAnotherWorkspaceAreNoLessSomebodys() {
        Workspace other = TestWorkspace.in(folder.resolve("other")).workspace();
        assertRefused(other.queue());
        assertThat(other.queue()).hasContent("queue:");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAreFollowedIntoTheWorkspace() throws IOException {
        assertRefused(Files.createSymbolicLink(folder.resolve("a.csv"), workspace.queue()));
        Path inner = Files.createSymbolicLink(folder.resolve("inner"), workspace.pipeline());
        assertRefused(inner.resolve("queue.yaml"));
        assertRefused(inner.resolve("new.csv"));
        Files.createSymbolicLink(folder.resolve("b.csv"), folder.resolve("a.csv"));
        assertRefused(folder.resolve("b.csv"));
        assertThat(workspace.queue()).hasContent("queue:");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void barsAndSettingsThatTheWorkspaceKeepsElsewhereAreItsOwnToo() throws IOException {
        Path bars = Files.createDirectory(folder.resolve("bars"));
        Path file = Files.writeString(bars.resolve("BTCUSD_1h.csv"), "bars");
        Files.createSymbolicLink(workspace.data(), bars);
        assertRefused(file);
        assertRefused(workspace.data().resolve("BTCUSD_1h.csv"));
        Path settings = Files.move(workspace.settings(), folder.resolve("settings.yaml"));
        Files.createSymbolicLink(workspace.settings(), settings);
        assertRefused(settings);
        assertRefused(Files.createSymbolicLink(folder.resolve("to-the-link"), workspace.settings()));
        assertThat(file).hasContent("bars");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCryptoFolderThatIsItselfElsewhereIsKeptWhole() throws IOException {
        Path real = Files.move(workspace.crypto(), folder.resolve("real"));
        Files.createSymbolicLink(workspace.crypto(), real);
        assertRefused(real.resolve("pipeline/queue.yaml"));
        assertRefused(workspace.queue());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkThatLeadsToItselfIsRefusedInWords() throws IOException {
        Path link = folder.resolve("a");
        Files.createSymbolicLink(link, link);
        assertThatThrownBy(() -> NamedFile.require(workspace, link)).hasMessageContaining("leads to itself");
    }
}
