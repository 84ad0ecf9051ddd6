package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.remark.Remark;
import io.github.parallelvalidation.remark.Remarks;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The order of the queue, stars and notes.
class QueueDeskTest {
    private final FakeValidation validation = new FakeValidation();
    private final SilentDialogs dialogs = new SilentDialogs();
    private final Tasks background = new Tasks();
    private final DashboardModel model = new DashboardModel(
            validation,
            new Workspace(Path.of("workspace")),
            dialogs,
            new BackgroundWork(background, Runnable::run),
            InstantSource.fixed(Samples.START));

    @BeforeEach
    void read() {
        validation.entries = List.of(entry(201, 2.0), entry(202, null), entry(203, 1.0));
        validation.remarks = new Remarks(Map.of(Samples.id(202), new Remark(true, "look again in May")));
        model.reload();
        background.runAll();
    }

    @Test
    void theRowsStandAsARunWouldTakeThem() {
        assertThat(ids()).containsExactly(203, 201, 202);
        assertThat(row(203).priorityFigure().text()).isEqualTo("1");
        assertThat(row(202).priorityFigure().isMissing()).isTrue();
    }

    @Test
    void aRowIsMovedInTheBackgroundAndTheQueueIsReadAgain() {
        model.order().move(List.of(Samples.id(202)), Optional.of(Samples.id(201)));
        background.runOne();

        assertThat(validation.calls).endsWith("move [STR-202] before STR-201");
        background.runAll();
        assertThat(validation.calls).endsWith("view", "check L0");
        assertThat(dialogs.questions).isEmpty();
    }

    @Test
    void whereItStandsAlreadyNothingIsWritten() {
        model.order().move(List.of(Samples.id(203)), Optional.of(Samples.id(201)));
        background.runAll();

        assertThat(validation.calls).noneMatch(call -> call.startsWith("move"));
    }

    @Test
    void manyLinesOfTheQueueAreNotChangedUnasked() {
        validation.entries = IntStream.range(300, 400)
                .mapToObj(number -> entry(number, null))
                .toList();
        model.reload();
        background.runAll();
        dialogs.yes = false;

        model.order().move(List.of(Samples.id(399)), Optional.of(Samples.id(350)));
        background.runAll();

        assertThat(dialogs.questions)
                .extracting(Confirmation::title)
                .containsExactly("Write 51 priorities into the queue?");
        assertThat(validation.calls).noneMatch(call -> call.startsWith("move"));
    }

    @Test
    void whileARunIsOnRowsStayWhereTheyAreAndASentenceSaysSo() {
        model.validate();
        background.runOne();

        model.order().move(List.of(Samples.id(202)), Optional.of(Samples.id(201)));

        assertThat(model.error().get().orElseThrow().text())
                .startsWith("A run is on")
                .contains("once it has ended");
        assertThat(validation.calls).noneMatch(call -> call.startsWith("move"));
    }

    @Test
    void starsAndNotesAreInTheRowsWhateverARunMakesOfThem() {
        assertThat(row(202).remark().note()).isEqualTo("look again in May");

        model.remarks().star(Samples.id(201), true);
        model.remarks().note(Samples.id(203), " better with a filter ");
        background.runAll();

        assertThat(row(201).remark().isStarred()).isTrue();
        assertThat(row(203).remark()).isEqualTo(new Remark(false, "better with a filter"));
        assertThat(shownBy("is:starred")).containsExactly(201, 202);
        assertThat(shownBy("note:may")).containsExactly(202);
        assertThat(shownBy("filter")).containsExactly(203);
    }

    @Test
    void ofSeveralRowsAllGetAStarUnlessAllHaveOne() {
        List<StrategyId> both = List.of(Samples.id(201), Samples.id(202));

        model.remarks().turnStars(both);
        background.runAll();
        assertThat(shownBy("is:starred")).containsExactly(201, 202);
        model.remarks().turnStars(both);
        background.runAll();
        assertThat(shownBy("is:starred")).isEmpty();
        assertThat(row(202).remark().note()).isEqualTo("look again in May");
    }

    @Test
    void whatIsAsItWasIsNotWritten() {
        model.remarks().note(Samples.id(202), "look again in May ");
        model.remarks().star(Samples.id(202), true);
        background.runAll();

        assertThat(validation.calls).noneMatch(call -> call.startsWith("remark"));
    }

    @Test
    void theFolderAndTheLogOfAStrategyAreOpenedOrItIsSaidThatThereAreNone(@TempDir Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve(".crypto/knowledge/strategies/STR-201-rsi"));
        DashboardModel there = new DashboardModel(
                validation,
                new Workspace(root),
                dialogs,
                new BackgroundWork(Runnable::run, Runnable::run),
                InstantSource.fixed(Samples.START));

        there.files().openFolder(Samples.id(201));
        assertThat(dialogs.opened).containsExactly(folder);
        there.files().openLog(Samples.id(201), Tier.L0);
        assertThat(there.error().get().orElseThrow().text()).contains("no worker was at STR-201 at L0");
        Path log = Files.createDirectories(folder.resolve("backtest-results")).resolve("L0_worker.log");
        Files.writeString(log, "loading bars");
        there.files().openLog(Samples.id(201), Tier.L0);
        assertThat(dialogs.opened).containsExactly(folder, log);
        there.files().openFolder(Samples.id(299));
        assertThat(there.error().get().orElseThrow().text()).contains("holds no folder STR-299 or STR-299-name");
    }

    private List<Integer> ids() {
        return model.rows().items().stream().map(item -> number(item.id())).toList();
    }

    private List<Integer> shownBy(String filter) {
        return model.rows().items().stream()
                .map(StrategyItem::now)
                .filter(RowFilter.of(filter)::matches)
                .map(row -> number(row.id()))
                .sorted()
                .toList();
    }

    private StrategyRow row(int number) {
        return model.rows().find(Samples.id(number)).orElseThrow();
    }

    private static int number(StrategyId id) {
        return Integer.parseInt(id.value().substring(4));
    }

    private static QueueEntry entry(int number, @Nullable Double priority) {
        QueueEntry entry = Samples.entry(number, "Strategy " + number, Status.PENDING);
        return new QueueEntry(
                entry.id(),
                entry.name(),
                entry.status(),
                entry.statusText(),
                entry.statusWritten(),
                Optional.ofNullable(priority),
                entry.position(),
                entry.line(),
                entry.failureReason(),
                entry.relaxedGates());
    }
}
