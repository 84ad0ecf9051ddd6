package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.RandomBars;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.idea.IdeaLook;
import io.github.parallelvalidation.idea.SignalCount;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ideas while they are seen and changed, over real files.
class IdeaModelTest {
    private static final StrategyId ONE = new StrategyId("STR-201");
    private static final StrategyId OTHER = new StrategyId("STR-202");
    private static final String FILE = ".crypto/knowledge/strategies/STR-201/parameters.yaml";
    private static final String TEXT =
            "asset: BTCUSD\ntimeframe: 1h\nsignal: {long: 'rsi(close, n) < 30', horizon: 12}\nentry: {n: 14}\n";

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private TestWorkspace workspace;

    private final SilentDialogs dialogs = new SilentDialogs();
    /// What is to be done in the background; empty unless a test holds it back.
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean holdBack;

    @SuppressWarnings("NullAway.Init")
    private DashboardModel dashboard;

    @SuppressWarnings("NullAway.Init")
    private IdeaModel model;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.in(root);
        workspace.write(
                ".crypto/pipeline/queue.yaml",
                "queue:\n- {id: STR-201, name: RSI, status: L0_FAILED}\n- {id: STR-202, name: Other}\n");
        workspace.write(FILE, TEXT);
        workspace.write(".crypto/knowledge/strategies/STR-202/parameters.yaml", TEXT.replace("14", "21"));
        workspace.write(".crypto/data/BTCUSD_1h.csv", RandomBars.csv(new Random(7), 2_000, 0.01, 100));
        BackgroundWork work = new BackgroundWork(this::later, Runnable::run);
        dashboard = new DashboardModel(
                TestWorkspace.validation(), workspace.workspace(), dialogs, work, InstantSource.system());
        dashboard.reload();
        model = dashboard.ideas().open();
        model.show(ONE);
    }

    private void later(Runnable task) {
        if (holdBack) {
            waiting.add(task);
        } else {
            task.run();
        }
    }

    private IdeaState state() {
        return model.state().get().orElseThrow();
    }

    private IdeaLook look() {
        return state().look().orElseThrow();
    }

    private String status() {
        return dashboard.view().orElseThrow().queue().find(ONE).orElseThrow().statusText();
    }

    @Test
    void whatIsTypedIsLookedAtSavedAndAwaitsL0Again() {
        int before = look().signals().orElseThrow().all();

        model.type("signal.long", "rsi(close, n) < 3O");
        assertThat(look().faults()).containsOnlyKeys("signal.long");
        assertThat(look().faults())
                .hasEntrySatisfying(
                        "signal.long", fault -> assertThat(fault.column()).isEqualTo(18));
        assertThat(state().canSave()).isFalse();
        model.save();
        assertThat(workspace.read(FILE)).isEqualTo(TEXT);

        model.type("signal.long", "rsi(close, n) < 40");
        assertThat(look().signals().map(SignalCount::all).orElseThrow()).isGreaterThan(before);
        assertThat(state().canSave()).isTrue();
        model.save();

        assertThat(workspace.read(FILE)).isEqualTo(TEXT.replace("< 30", "< 40"));
        assertThat(state().isDirty()).isFalse();
        assertThat(status()).isEqualTo("PENDING");
        assertThat(dashboard.toDo().waiting()).isEqualTo(2);
    }

    @Test
    void whatIsTypedWhileALookIsOnIsLookedAtOnceAndTheOldAnswerIsDropped() {
        holdBack = true;
        model.type("entry.n", "1");
        model.type("entry.n", "10");
        model.type("entry.n", "100");
        assertThat(waiting).hasSize(1);
        List<IdeaState> seen = new ArrayList<>();
        model.state().subscribe((_, now) -> seen.add(now.orElseThrow()));

        waiting.remove().run();
        assertThat(seen).isEmpty();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();

        assertThat(waiting).isEmpty();
        assertThat(seen).hasSize(1);
        assertThat(look().isSound()).isTrue();
    }

    @Test
    void leavingAsksAndWhatIsKeptStandsThereAgain() {
        model.type("entry.n", "10");
        model.show(OTHER);

        assertThat(dialogs.unsaved).containsExactly(ONE);
        assertThat(state().edits()).isEmpty();
        model.show(ONE);
        assertThat(state().edits()).isEqualTo(Map.of("entry.n", "10"));
    }

    @Test
    void leavingSavesOrThrowsAway() {
        dialogs.saveOrDiscard = (save, _) -> save.run();
        model.type("entry.n", "10");
        model.leave();
        assertThat(workspace.read(FILE)).contains("n: 10");

        dialogs.saveOrDiscard = (_, discard) -> discard.run();
        model.show(ONE);
        model.type("entry.n", "12");
        model.show(OTHER);
        model.show(ONE);
        assertThat(state().edits()).isEmpty();
        assertThat(workspace.read(FILE)).contains("n: 10");
    }

    @Test
    void theWindowClosesOnlyWhenAPersonAgreesToLoseChanges() {
        List<String> closed = new ArrayList<>();
        model.type("entry.n", "10");
        dialogs.yes = false;

        dashboard.close(() -> closed.add("closed"));
        assertThat(closed).isEmpty();
        assertThat(dialogs.questions.getLast().text()).isEqualTo("Changes of STR-201 are not saved.");

        dialogs.yes = true;
        dashboard.close(() -> closed.add("closed"));
        assertThat(closed).hasSize(1);
    }

    @Test
    void aRunOfAStrategyWithUnsavedChangesBeginsOnlyAfterTheyAreSavedOrThrownAway() {
        dashboard.choices().selected().set(List.of(ONE));
        model.type("entry.n", "10");

        dashboard.validate();
        dashboard.validate(List.of(ONE));
        assertThat(dialogs.unsavedBeforeRun).containsExactly(ONE, ONE);
        assertThat(dashboard.runs().isIdle()).as("not answered").isTrue();
        assertThat(state().edits()).isEqualTo(Map.of("entry.n", "10"));

        dialogs.saveOrDiscard = (save, _) -> save.run();
        holdBack = true;
        dashboard.validate();
        assertThat(dashboard.runs().isIdle()).as("not saved yet").isTrue();
        untilARunBegins();

        assertThat(workspace.read(FILE)).contains("n: 10");
        assertThat(state().isDirty()).isFalse();
    }

    @Test
    void aRunAfterChangesWereThrownAwayShowsTheFileItJudges() {
        dialogs.saveOrDiscard = (_, discard) -> discard.run();
        dashboard.choices().selected().set(List.of(ONE));
        model.type("entry.n", "10");
        holdBack = true;

        dashboard.validate();
        untilARunBegins();

        assertThat(workspace.read(FILE)).isEqualTo(TEXT);
        assertThat(state().isDirty()).isFalse();
    }

    @Test
    void changesThatCannotBeSavedKeepTheRunBack() {
        dialogs.saveOrDiscard = (save, _) -> save.run();
        dashboard.choices().selected().set(List.of(ONE));
        model.type("entry.n", "10");
        workspace.write(FILE, TEXT.replace("14", "15"));

        dashboard.validate();

        assertThat(dashboard.runs().isIdle()).isTrue();
        assertThat(dashboard.error().get().orElseThrow().text()).contains("was changed by another program");
        assertThat(state().edits()).isEqualTo(Map.of("entry.n", "10"));
    }

    @Test
    void aRunThatDoesNotTakeTheStrategyAsksNothing() {
        model.type("entry.n", "10");
        holdBack = true;

        dashboard.validate(List.of(OTHER));

        assertThat(dialogs.unsavedBeforeRun).isEmpty();
        assertThat(dashboard.runs().isIdle()).isFalse();
    }

    @Test
    void allThatAwaitsAndTheNextStepAskAsWell() {
        model.show(OTHER);
        model.type("entry.n", "10");

        dashboard.validate();
        dashboard.toDo().validateAll();

        assertThat(dialogs.unsavedBeforeRun).containsExactly(OTHER, OTHER);
        assertThat(dashboard.runs().isIdle()).isTrue();
        assertThat(dashboard.toDo().isUnsaved()).as("the watch waits").isTrue();
    }

    private void untilARunBegins() {
        while (dashboard.runs().isIdle()) {
            waiting.remove().run();
        }
    }

    @Test
    void aFileThatSomebodyElseChangedIsNotOverwrittenAndReadAgainByRevert() {
        model.type("entry.n", "10");
        workspace.write(FILE, TEXT.replace("14", "15"));

        model.save();
        assertThat(state().problem()).contains("was changed by another program");
        assertThat(state().edits()).isEqualTo(Map.of("entry.n", "10"));
        model.revert();

        assertThat(state().isDirty()).isFalse();
        assertThat(state().idea().orElseThrow().source().text()).contains("n: 15");
    }

    @Test
    void aNewStrategyIsLookedAtAndMade() {
        dashboard.ideas().newStrategy();
        NewStrategyForm form = dialogs.newStrategies.getFirst();
        assertThat(form.proposed()).hasToString("STR-203");
        List<IdeaLook> looks = new ArrayList<>();
        List<String> done = new ArrayList<>();

        form.look(new NewStrategyForm.Entry("STR-201", "", "BTCUSD", "1h", "close >", ""), looks::add);
        form.look(new NewStrategyForm.Entry("STR-201", "x", "BTCUSD", "1h", "close >", ""), looks::add);
        NewStrategyForm.Entry sound =
                new NewStrategyForm.Entry("STR-203", "Above", "BTCUSD", "4h", "close > sma(close, 20)", "");
        form.look(sound, looks::add);
        form.create(sound, () -> done.add("made"), done::add);

        assertThat(looks.get(0).faults()).containsOnlyKeys("name");
        assertThat(looks.get(1).faults()).containsOnlyKeys("id", "signal.long");
        assertThat(looks.get(2).signals()).isPresent();
        assertThat(done).containsExactly("made");
        assertThat(dashboard.rows().items())
                .extracting(item -> item.id().value())
                .endsWith("STR-203");
        assertThat(dashboard.error().get().orElseThrow().text()).startsWith("STR-203 Above stands at the end");
    }

    @Test
    void aVariationIsMadeOrRefusedInASentence() {
        dashboard.ideas().duplicate(ONE);
        DuplicateForm form = dialogs.variations.getFirst();
        List<String> done = new ArrayList<>();

        form.create("STR-202", form.proposedName(), () -> done.add("made"), done::add);
        form.create("../x", form.proposedName(), () -> done.add("made"), done::add);
        form.create("STR-203", form.proposedName(), () -> done.add("made"), done::add);

        assertThat(done.get(0)).contains("STR-202 stands in the queue already, in line 3");
        assertThat(done.get(1)).contains("an id is STR- and 3 to 18 digits, such as STR-203, found '../x'");
        assertThat(done.get(2)).isEqualTo("made");
        assertThat(workspace.read(".crypto/knowledge/strategies/STR-203-rsi-variation/parameters.yaml"))
                .isEqualTo(TEXT);
    }
}
