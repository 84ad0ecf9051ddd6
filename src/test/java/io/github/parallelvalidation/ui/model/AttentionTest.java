package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The title of a window that nobody looks at, without a toolkit.
class AttentionTest {
    private static final String PLAIN = "workspace – Parallel Validation";

    private final FakeValidation validation = new FakeValidation();
    private final Tasks background = new Tasks();
    private final DashboardModel model = new DashboardModel(
            validation,
            new Workspace(Path.of("workspace")),
            new SilentDialogs(),
            new BackgroundWork(background, Runnable::run),
            InstantSource.fixed(Samples.START.plusSeconds(4)));
    private final List<Notice> notices = new ArrayList<>();
    private final ObjectProperty<Boolean> focused = new SimpleObjectProperty<>(true);
    private final Attention attention = new Attention(model, focused, notices::add);

    @BeforeEach
    void read() {
        model.reload();
        background.runAll();
    }

    @Test
    void whoLooksAtTheWindowIsToldNothing() {
        run(2);

        assertThat(title()).isEqualTo(PLAIN);
        assertThat(notices).isEmpty();
    }

    @Test
    void whoDoesNotWantNoticesOfTheDesktopStillHasTheTitle() {
        model.choices().notices().set(false);
        focused.set(false);
        run(2);

        assertThat(title()).isEqualTo("✓ 2 of 2 passed – " + PLAIN);
        assertThat(notices).isEmpty();
    }

    @Test
    void aRunThatEndsWhileNobodyLooksStandsInTheTitleUntilSomebodyDoes() {
        focused.set(false);
        run(2);
        assertThat(title()).isEqualTo("✓ 2 of 2 passed – " + PLAIN);
        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("✓ 2 of 2 passed – workspace");
            assertThat(notice.text()).startsWith("2 of 2 passed L0 in ");
        });

        focused.set(true);
        assertThat(title()).isEqualTo(PLAIN);
    }

    @Test
    void aQuestionIsMarkedAsOne() {
        focused.set(false);
        run(9);

        assertThat(title()).isEqualTo("? 3 of 9 passed, a decision waits – " + PLAIN);
    }

    @Test
    void anyOtherCardWaitsForAnAnswerToo() {
        focused.set(false);
        attention.asked(true);

        assertThat(title()).isEqualTo("? a question waits – " + PLAIN);
        attention.asked(true);
        assertThat(notices).as("said once").hasSize(1);
    }

    @Test
    void theNextRunTakesBackWhatWasSaidOfTheOneBefore() {
        focused.set(false);
        run(2);
        model.toDo().validateAll();
        assertThat(title()).isEqualTo(PLAIN);
    }

    @Test
    void openingTheWindowOnAnOldRunIsNoNews() {
        focused.set(false);
        validation.run.finish(Samples.results());
        validation.lastRun = Optional.of(validation.run.execute());
        model.reload();
        background.runAll();

        assertThat(title()).isEqualTo(PLAIN);
    }

    private void run(int results) {
        model.toDo().validateAll();
        background.runOne();
        validation.run.finish(Samples.results().subList(0, results));
        background.runAll();
    }

    private String title() {
        return attention.title().get();
    }
}
