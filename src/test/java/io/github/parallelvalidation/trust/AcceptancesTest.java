package io.github.parallelvalidation.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class AcceptancesTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private Acceptances acceptances;

    @BeforeEach
    void aWorkspace() throws IOException {
        workspace = workspace("workspace");
        acceptances = acceptances();
    }

    private Workspace workspace(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).resolve(".crypto"));
        return new Workspace(folder.resolve(name));
    }

    /// As another process sees them.
    private Acceptances acceptances() {
        return new Acceptances(folder.resolve("state/accepted"));
    }

    private NamedProgram worker(String... arguments) {
        return NamedProgram.worker(workspace, List.of(arguments));
    }

    private NamedProgram signal(String id, String... arguments) {
        return new NamedProgram(ProgramUse.SIGNAL, Optional.of(new StrategyId(id)), folder, folder, List.of(arguments));
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("state/accepted"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void nothingIsAcceptedAtFirst() {
        assertThat(acceptances.of(workspace).covers(worker("true"))).isFalse();
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void anArgumentListIsAcceptedForItselfAlone() {
        acceptances.accept(workspace, List.of(worker("python3", "mine.py")));
        Accepted accepted = acceptances().of(workspace);
        assertThat(accepted.covers(worker("python3", "mine.py"))).isTrue();
        assertThat(accepted.covers(worker("python3", "mine.py", "-v"))).isFalse();
        assertThat(accepted.covers(worker("python3 mine.py"))).isFalse();
        assertThat(accepted.covers(NamedProgram.notifier(workspace, List.of("python3", "mine.py"))))
                .isFalse();
    }

    @Test
    void theSameWordsInAnotherStrategyAreAnotherProgram() {
        acceptances.accept(workspace, List.of(signal("STR-301", "python3", "signals.py")));
        Accepted accepted = acceptances().of(workspace);
        assertThat(accepted.covers(signal("STR-301", "python3", "signals.py"))).isTrue();
        assertThat(accepted.covers(signal("STR-302", "python3", "signals.py"))).isFalse();
    }

    @Test
    void whereOneArgumentEndsAndTheNextBeginsCounts() {
        acceptances.accept(workspace, List.of(worker("a b", "c")));
        assertThat(acceptances().of(workspace).covers(worker("a", "b c"))).isFalse();
        assertThat(acceptances().of(workspace).covers(worker("a b1:c"))).isFalse();
    }

    @Test
    void whatAnArgumentHoldsComesBackAsItWas() {
        List<String> odd = List.of("'", "\"", "line\nend", "\u202Egnp", "{bars}", "#", "", "null", "1e3");
        acceptances.accept(workspace, List.of(NamedProgram.worker(workspace, odd)));
        assertThat(acceptances().of(workspace).covers(NamedProgram.worker(workspace, odd)))
                .isTrue();
    }

    @Test
    void moreAcceptancesAddUp() {
        acceptances.accept(workspace, List.of(worker("a")));
        acceptances.accept(workspace, List.of(signal("STR-301", "b")));
        assertThat(acceptances().of(workspace).missing(List.of(worker("a"), signal("STR-301", "b"), worker("c"))))
                .containsExactly(worker("c"));
    }

    @Test
    void aFolderIsAcceptedWithWhateverItNames() {
        acceptances.acceptFolder(workspace);
        assertThat(acceptances().of(workspace).isWholeFolder()).isTrue();
        assertThat(acceptances().of(workspace).covers(worker("anything"))).isTrue();
    }

    @Test
    void anotherWorkspaceIsAnotherQuestion() throws IOException {
        acceptances.acceptFolder(workspace);
        assertThat(acceptances.of(workspace("other")).covers(worker("a"))).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aWorkspaceIsKnownByItsRealPath() throws IOException {
        acceptances.accept(workspace, List.of(worker("a")));
        Path link = Files.createSymbolicLink(folder.resolve("link"), workspace.root());
        assertThat(acceptances.of(new Workspace(link)).covers(worker("a"))).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anotherCryptoFolderBehindALinkIsAnotherQuestion() throws IOException {
        Path link = folder.resolve("linked");
        Files.createDirectories(link);
        Files.createSymbolicLink(link.resolve(".crypto"), workspace.crypto());
        Workspace linked = new Workspace(link);
        acceptances.acceptFolder(linked);
        assertThat(acceptances.of(linked).isWholeFolder()).isTrue();
        Files.delete(link.resolve(".crypto"));
        Files.createSymbolicLink(link.resolve(".crypto"), workspace("other").crypto());
        assertThat(acceptances.of(linked).isWholeFolder()).isFalse();
    }

    @Test
    void whatIsAcceptedOnceIsForgottenWithTheProcess() {
        acceptances.acceptOnce(workspace, List.of(worker("a")));
        assertThat(acceptances.of(workspace).covers(worker("a"))).isTrue();
        assertThat(acceptances().of(workspace).covers(worker("a"))).isFalse();
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void forgettingWithdrawsAll() {
        acceptances.acceptFolder(workspace);
        acceptances.acceptOnce(workspace, List.of(worker("a")));
        assertThat(acceptances.forget(workspace)).isTrue();
        assertThat(acceptances.of(workspace).covers(worker("a"))).isFalse();
        assertThat(acceptances.forget(workspace)).isFalse();
    }

    @Test
    void aDamagedFileAcceptsNothingSaysSoAndIsLeftAsItIs() throws IOException {
        acceptances.accept(workspace, List.of(worker("a"), worker("b")));
        for (String damage : List.of(
                "", "whole_folder: true\n", "workspace: /elsewhere\nwhole_folder: true\n", "{[", "programs: 7\n")) {
            Files.writeString(file(), damage);
            assertThat(acceptances.of(workspace).covers(worker("a"))).as(damage).isFalse();
            assertThat(acceptances.problem(workspace)).as(damage).isPresent();
            assertThat(acceptances.problem(workspace).orElseThrow().toString()).contains("trust --forget");
            assertThatThrownBy(() -> acceptances.accept(workspace, List.of(worker("c"))))
                    .as(damage)
                    .isInstanceOf(ProblemException.class);
            assertThat(file()).hasContent(damage);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadIt() throws IOException {
        acceptances.accept(workspace, List.of(worker("a")));
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file().getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void nothingOfItIsInTheWorkspace() throws IOException {
        acceptances.acceptFolder(workspace);
        try (Stream<Path> files = Files.walk(workspace.root())) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aWorkerIsToldOfItsOwnStrategyOnly() {
        Accepted accepted = Accepted.of(List.of(signal("STR-301", "a"), signal("STR-302", "b"), worker("c")));
        Accepted told = Accepted.told(Map.of(Accepted.VARIABLE, accepted.forWorker(new StrategyId("STR-301"))))
                .orElseThrow();
        assertThat(told.missing(List.of(signal("STR-301", "a"), signal("STR-302", "b"), worker("c"))))
                .containsExactly(signal("STR-302", "b"), worker("c"));
    }

    @Test
    void onlyWhatWasAcceptedIsAdmitted() {
        Accepted accepted = Accepted.of(List.of(worker("a")));
        assertThat(accepted.admit(workspace, worker("a")).arguments()).containsExactly("a");
        assertThatThrownBy(() -> accepted.admit(workspace, worker("b")))
                .isInstanceOfSatisfying(
                        NotAcceptedException.class,
                        refused -> assertThat(refused.programs()).containsExactly(worker("b")));
    }
}
