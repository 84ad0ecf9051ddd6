package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.ui.decision.DecisionAnswer;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window asks before it starts programs of a workspace, without a toolkit.
@NullUnmarked // JUnit fills the fields
class TrustModelTest {
    private final FakeValidation validation = new FakeValidation();
    private final SilentDialogs dialogs = new SilentDialogs();
    private final Tasks background = new Tasks();

    @TempDir
    private Path folder;

    private Workspace workspace;
    private DashboardModel model;

    @BeforeEach
    void aWorkspaceThatNamesAProgram() throws IOException {
        workspace = workspace("strange");
        validation.programs = List.of(NamedProgram.worker(workspace, List.of("sh", "-c", "touch marker")));
        validation.atOnce = true;
        model = new DashboardModel(
                validation,
                workspace,
                dialogs,
                new BackgroundWork(background, Runnable::run),
                InstantSource.fixed(Samples.START.plusSeconds(4)));
        model.reload();
        background.runAll();
    }

    private Workspace workspace(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).resolve(".crypto"));
        return new Workspace(folder.resolve(name));
    }

    private void validate() {
        model.validate();
        background.runAll();
    }

    private boolean isDone() {
        return validation.lastRun.isPresent();
    }

    @Test
    void theQuestionShowsTheCommandInFull() {
        validate();
        assertThat(dialogs.trustQuestions).singleElement().satisfies(question -> {
            assertThat(question.workspace()).isEqualTo(workspace);
            assertThat(question.programs()).singleElement().satisfies(program -> {
                assertThat(program.what()).isEqualTo("worker.command");
                assertThat(program.command()).isEqualTo("sh -c 'touch marker'");
            });
        });
    }

    @Test
    void whoDoesNotAcceptIsToldThatNothingWasStarted() {
        validate();
        assertThat(isDone()).isFalse();
        assertThat(model.runs().isIdle()).isTrue();
        assertThat(model.runs().live()).isEmpty();
        assertThat(model.banners().getFirst().text()).startsWith("Nothing was started");
        assertThat(model.banners().getFirst().details()).contains("touch marker");
    }

    @Test
    void whoAcceptsTheseIsTakenToHisRunAtOnce() {
        dialogs.trust = Optional.of(TrustAnswer.THESE);
        validate();
        assertThat(isDone()).isTrue();
        assertThat(model.error().get()).isEmpty();
        assertThat(validation.acceptances().of(workspace).isWholeFolder()).isFalse();
    }

    @Test
    void aNewArgumentListAsksAgain() {
        dialogs.trust = Optional.of(TrustAnswer.THESE);
        validate();
        validation.programs = List.of(NamedProgram.worker(workspace, List.of("sh", "-c", "touch other")));
        dialogs.trust = Optional.empty();
        model.validate(List.of(Samples.id(201)));
        background.runAll();
        assertThat(dialogs.trustQuestions).hasSize(2);
    }

    @Test
    void whoTrustsTheFolderIsNotAskedAgain() {
        dialogs.trust = Optional.of(TrustAnswer.FOLDER);
        validate();
        validation.programs = List.of(NamedProgram.worker(workspace, List.of("sh", "-c", "touch other")));
        model.validate(List.of(Samples.id(201)));
        background.runAll();
        assertThat(dialogs.trustQuestions).hasSize(1);
    }

    @Test
    void theBannerLeadsBackToTheQuestion() {
        validate();
        dialogs.trust = Optional.of(TrustAnswer.THESE);
        model.perform(Banner.Action.TRUST);
        background.runAll();
        assertThat(dialogs.trustQuestions).hasSize(2);
        assertThat(isDone()).isTrue();
    }

    @Test
    void anInterruptedRunIsResumedOnlyThen() {
        model.perform(Banner.Action.RESUME);
        background.runAll();
        assertThat(isDone()).isFalse();
        assertThat(dialogs.trustQuestions).hasSize(1);
        dialogs.trust = Optional.of(TrustAnswer.THESE);
        model.perform(Banner.Action.TRUST);
        background.runAll();
        assertThat(validation.calls).filteredOn("resume"::equals).hasSize(2);
        assertThat(isDone()).isTrue();
    }

    @Test
    void aDecisionThatWouldStartThemIsWrittenOnlyThen() {
        validation.programs = List.of();
        validate();
        validation.programs = List.of(NamedProgram.worker(workspace, List.of("sh", "-c", "touch other")));
        assertThat(dialogs.decisions).as("a question stays open").hasSize(1);
        dialogs.answer = Optional.of(DecisionAnswer.of(EscalationOption.RETRY));
        model.perform(Banner.Action.DECIDE);
        background.runAll();
        assertThat(validation.calls).noneMatch(call -> call.startsWith("decide"));
        assertThat(dialogs.trustQuestions).hasSize(1);
    }

    @Test
    void anAnswerAboutAnotherWorkspaceStartsNothingHere() throws IOException {
        validate();
        Workspace other = workspace("other");
        model.open(other.root());
        background.runAll();
        dialogs.trust = Optional.of(TrustAnswer.THESE);
        model.perform(Banner.Action.TRUST);
        background.runAll();
        assertThat(isDone()).isFalse();
    }

    @Test
    void aWorkspaceThatIsWatchedAsksOnceAndThenWaitsForAChange() {
        WatchModel watch = new WatchModel(model, () -> false, new Watched());
        watch.on().set(true);
        background.runAll();
        watch.look(false, Optional.empty());
        background.runAll();
        assertThat(isDone()).isFalse();
        assertThat(dialogs.trustQuestions).hasSize(1);
    }

    @Test
    void anotherWorkspaceThatIsOpenedIsNotWatched() throws IOException {
        validation.programs = List.of();
        validation.entries = List.of();
        model.reload();
        background.runAll();
        WatchModel watch = new WatchModel(model, () -> false, new Watched());
        watch.on().set(true);
        background.runAll();
        validation.entries = Samples.waiting();
        model.open(workspace("other").root());
        background.runAll();
        watch.look(true, Optional.empty());
        background.runAll();
        assertThat(watch.on().get()).isFalse();
        assertThat(isDone()).isFalse();
        model.open(workspace.root());
        assertThat(watch.on().get()).as("remembered").isTrue();
    }

    private static final class Watched implements WatchMemory {
        private final Set<Workspace> watched = new HashSet<>();

        @Override
        public boolean isWatched(Workspace workspace) {
            return watched.contains(workspace);
        }

        @Override
        public void watch(Workspace workspace, boolean on) {
            watched.remove(workspace);
            if (on) {
                watched.add(workspace);
            }
        }
    }
}
