package io.github.parallelvalidation.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ideas of a workspace with bars: read, looked at, changed, made, duplicated.
class IdeasTest {
    private static final StrategyId ID = new StrategyId("STR-201");
    private static final StrategyId NEW = new StrategyId("STR-202");
    private static final String FOLDER = ".crypto/knowledge/strategies/STR-201-rsi";
    private static final String FILE = FOLDER + "/parameters.yaml";
    private static final String TEXT = """
        version: 1
        asset: BTCUSD
        timeframe: 1h
        signal:
          score: "-zscore(close, n)"  # more bullish
          long: "score > z"
          horizon: 12
        entry: {n: 20, z: 1.5}
        exit: {hold_bars: 24}
        """;

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private TestWorkspace workspace;

    @SuppressWarnings("NullAway.Init")
    private Ideas ideas;

    @BeforeEach
    void make() {
        workspace = TestWorkspace.in(root);
        workspace.write(
                ".crypto/pipeline/queue.yaml",
                "queue:\n  - id: STR-201\n    name: Z-score\n    status: L0_PASSED   # good\n");
        workspace.write(FILE, TEXT);
        workspace.write(FOLDER + "/hypothesis.md", "# STR-201 Z-score\n\nIt comes back.\n");
        workspace.write(".crypto/data/BTCUSD_1h.csv", bars(500));
        ideas = new Ideas(workspace.workspace(), () -> Accepted.NONE);
    }

    private static String bars(int count) {
        return "timestamp,open,high,low,close,volume\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> {
                            double close = 100 + 10 * Math.sin(i / 5.0);
                            return "%d,%s,%s,%s,%s,1\n"
                                    .formatted(
                                            1_700_000_000_000L / 3_600_000 * 3_600_000 + i * 3_600_000L,
                                            close,
                                            close + 1,
                                            close - 1,
                                            close);
                        })
                        .reduce("", String::concat);
    }

    private String status() {
        return new QueueFile(workspace.workspace().queue())
                .read()
                .find(ID)
                .orElseThrow()
                .statusText();
    }

    @Test
    void signalsAreCountedAndPlacedOverTheWindow() {
        IdeaLook look = ideas.look(ideas.read(ID), Map.of("signal.short", "score < -z"));

        assertThat(look.faults()).isEmpty();
        SignalCount count = look.signals().orElseThrow();
        assertThat(count.longs()).isBetween(14, 17);
        assertThat(count.shorts()).isBetween(14, 17);
        assertThat(count.bars()).isEqualTo(500);
        assertThat(count.parts().stream().mapToInt(SignalCount.Part::longs).sum())
                .isEqualTo(count.longs());
        assertThat(count.parts().stream().mapToInt(SignalCount.Part::shorts).sum())
                .isEqualTo(count.shorts());
        assertThat(count.words()).endsWith("in 500 bars from 2023-11-14 to 2023-12-05");
    }

    @Test
    void errorsStandAtTheirColumnAndNothingIsCounted() {
        IdeaLook look = ideas.look(
                ideas.read(ID),
                Map.of("signal.long", " score > zz", "exit.long", "score", "entry.n", "2.5", "signal.horizon", ""));

        assertThat(look.signals()).isEmpty();
        assertThat(look.faults()).containsOnlyKeys("entry.n", "signal.horizon", "signal.long", "exit.long");
        assertThat(fault(look, "signal.long").column()).isEqualTo(10);
        assertThat(fault(look, "signal.long").message()).contains("'zz' is not known", "did you mean 'z'");
        assertThat(fault(look, "exit.long").message()).contains("found a number");
        assertThat(fault(look, "entry.n").message()).isEqualTo("must be a whole number from 1 to 100000, found '2.5'");
    }

    @Test
    void withoutLongAndShortThereIsNoSignal() {
        assertThat(ideas.look(ideas.read(ID), Map.of("signal.long", "")).faults())
                .containsOnlyKeys("signal.long");
    }

    @Test
    void whereThereAreNoBarsItSaysSoAndStillChecks() throws IOException {
        Files.delete(root.resolve(".crypto/data/BTCUSD_1h.csv"));

        IdeaLook look = ideas.look(ideas.read(ID), Map.of());

        assertThat(look.isSound()).isTrue();
        assertThat(look.why()).contains("no bars of BTCUSD 1h");
    }

    @Test
    void aProgramIsNotStartedToCountSignals() {
        workspace.write(FILE, """
            asset: BTCUSD
            timeframe: 1h
            signal: {command: [rm, '{bars}', '{signals}'], horizon: 12}
            entry: {n: 3}
            """);

        Idea idea = ideas.read(ID);

        assertThat(idea.fields()).extracting(IdeaField::name).containsExactly("signal.horizon", "entry.n");
        assertThat(ideas.look(idea, Map.of()).why()).contains("program of its own");
    }

    @Test
    void aSavedChangeIsAllThatChangesAndTheStrategyAwaitsL0Again() {
        Idea saved = ideas.save(ideas.read(ID), Map.of("entry.n", "48", "signal.long", "score > 2 * z"));

        assertThat(workspace.read(FILE))
                .isEqualTo(TEXT.replace("n: 20", "n: 48").replace("score > z", "score > 2 * z"));
        assertThat(workspace.queue())
                .isEqualTo("queue:\n  - id: STR-201\n    name: Z-score\n    status: PENDING   # good\n");
        assertThat(saved.source().text()).isEqualTo(workspace.read(FILE));
    }

    @Test
    void aChangeThatMakesNoOtherStrategyKeepsTheVerdict() {
        ideas.save(ideas.read(ID), Map.of("entry.n", "20.0", "signal.long", "score > z "));

        assertThat(workspace.read(FILE)).contains("n: 20.0");
        assertThat(status()).isEqualTo("L0_PASSED");
    }

    @Test
    void whatDoesNotParseIsNeverWritten() {
        Idea idea = ideas.read(ID);
        String before = workspace.everything();

        assertThatThrownBy(() -> ideas.save(idea, Map.of("signal.long", "score >")))
                .isInstanceOf(IdeaException.class)
                .hasMessageStartingWith("signal.long, column 8: ");
        assertThatThrownBy(() -> ideas.save(idea, Map.of("entry.n", "many"))).isInstanceOf(IdeaException.class);
        assertThatThrownBy(() -> ideas.save(idea, Map.of("entry.n", "0"))).isInstanceOf(IdeaException.class);
        assertThat(workspace.everything()).isEqualTo(before);
    }

    @Test
    void aFileThatWasChangedMeanwhileIsLeftAlone() {
        Idea idea = ideas.read(ID);
        workspace.write(FILE, TEXT + "# somebody else\n");
        String before = workspace.read(FILE) + workspace.queue();

        assertThatThrownBy(() -> ideas.save(idea, Map.of("entry.n", "48")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("was changed by another program");
        assertThat(workspace.read(FILE) + workspace.queue()).isEqualTo(before);
    }

    @Test
    void whileARunIsOnNothingIsWritten() {
        Idea idea = ideas.read(ID);
        try (WorkspaceLock _ = RunLock.acquire(workspace.workspace())) {
            assertThatThrownBy(() -> ideas.save(idea, Map.of("entry.n", "48"))).isInstanceOf(LockedException.class);
            assertThatThrownBy(() -> ideas.create(wanted("x", "close > open"))).isInstanceOf(LockedException.class);
        }
        assertThat(workspace.read(FILE)).isEqualTo(TEXT);
    }

    @Test
    void aStrategyThatIsBeingValidatedIsNotChanged() {
        workspace.write(".crypto/pipeline/queue.yaml", "queue: [{id: STR-201, status: L0_VALIDATING}]\n");

        assertThatThrownBy(() -> ideas.save(ideas.read(ID), Map.of("entry.n", "48")))
                .isInstanceOf(IdeaException.class)
                .hasMessageContaining("STR-201 is being validated");
        assertThat(workspace.read(FILE)).isEqualTo(TEXT);
    }

    private static NewStrategy wanted(String name, String rule) {
        return new NewStrategy(NEW, name, "BTCUSD", "1h", rule, "");
    }

    @Test
    void aNewStrategyIsAFolderItsFilesAndAnEntry() throws IOException {
        assertThat(ideas.nextId()).isEqualTo(NEW);

        ideas.create(wanted("Über 'RSI': 30/70", "rsi(close, 14) < 30"));

        String folder = ".crypto/knowledge/strategies/STR-202-uber-rsi-30-70";
        assertThat(workspace.read(folder + "/hypothesis.md")).startsWith("# STR-202 Über 'RSI': 30/70, BTCUSD 1h\n");
        assertThat(workspace.queue()).isEqualTo("""
            queue:
              - id: STR-201
                name: Z-score
                status: L0_PASSED   # good
              - id: STR-202
                name: "Über 'RSI': 30/70"
                status: PENDING
            """);
        assertThat(ideas.look(ideas.read(NEW), Map.of()).signals()).isPresent();
        assertThat(ideas.nextId()).hasToString("STR-203");
        assertThat(folders()).containsExactly("STR-201-rsi", "STR-202-uber-rsi-30-70");
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(workspace.workspace().strategies())) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void anIdThatIsTakenIsRefused() {
        workspace.write(".crypto/knowledge/strategies/STR-202/parameters.yaml", TEXT);

        assertThatThrownBy(() -> ideas.create(new NewStrategy(ID, "x", "BTCUSD", "1h", "close > 1", "")))
                .isInstanceOf(IdeaException.class)
                .hasMessage("STR-201 stands in the queue already, in line 2; take another id");
        assertThatThrownBy(() -> ideas.create(wanted("x", "close > 1")))
                .isInstanceOf(IdeaException.class)
                .hasMessageStartingWith("STR-202 has a folder already, STR-202, although");
        assertThat(ideas.nextId()).hasToString("STR-203");
    }

    @Test
    void aQueueThatCannotBeAddedToLeavesNothingBehind() throws IOException {
        workspace.write(".crypto/pipeline/queue.yaml", "queue: 7\n");

        assertThatThrownBy(() -> ideas.create(wanted("x", "close > 1"))).isInstanceOf(ProblemException.class);
        assertThat(workspace.queue()).isEqualTo("queue: 7\n");
        assertThat(folders()).containsExactly("STR-201-rsi");
    }

    @Test
    void aQueueThatWouldChangeElsewhereLeavesNothingBehind() throws IOException {
        String queue = "other: &q\n- id: STR-201\nqueue: *q\n";
        workspace.write(".crypto/pipeline/queue.yaml", queue);

        assertThatThrownBy(() -> ideas.create(wanted("x", "close > 1")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("nothing can be added safely");
        assertThat(workspace.queue()).isEqualTo(queue);
        assertThat(folders()).containsExactly("STR-201-rsi");
    }

    @Test
    void whatAKilledMakerLeftIsRemovedByTheNext() {
        workspace.write(".crypto/knowledge/strategies/.STR-202-x.new/parameters.yaml", "half");

        ideas.create(wanted("x", "close > 1"));

        assertThat(root.resolve(".crypto/knowledge/strategies/.STR-202-x.new")).doesNotExist();
        assertThat(workspace.read(".crypto/knowledge/strategies/STR-202-x/parameters.yaml"))
                .startsWith("version: 1\n");
    }

    @Test
    void aVariationHasTheFilesButNotTheResults() {
        workspace.write(FOLDER + "/data-spec.yaml", "file: BTCUSD_1h.csv\n");
        workspace.write(FOLDER + "/lib/more.py", "x = 1\n");
        workspace.write(FOLDER + "/backtest-results/L0_results.yaml", "a: 1\n");
        workspace.write(FOLDER + "/.cache", "x");

        ideas.duplicate(ID, NEW, ideas.nameOfVariation(ID));

        String folder = ".crypto/knowledge/strategies/STR-202-z-score-variation";
        assertThat(workspace.read(folder + "/parameters.yaml")).isEqualTo(TEXT);
        assertThat(workspace.read(folder + "/data-spec.yaml")).isEqualTo("file: BTCUSD_1h.csv\n");
        assertThat(workspace.read(folder + "/lib/more.py")).isEqualTo("x = 1\n");
        assertThat(workspace.read(folder + "/hypothesis.md")).isEqualTo("""
            # STR-202 Z-score (variation)

            **Variation of STR-201.** What is different, and why:

            ---

            # STR-201 Z-score

            It comes back.
            """);
        assertThat(root.resolve(folder + "/backtest-results")).doesNotExist();
        assertThat(root.resolve(folder + "/.cache")).doesNotExist();
        assertThat(workspace.queue())
                .endsWith("  - id: STR-202\n    name: \"Z-score (variation)\"\n    status: PENDING\n");
        assertThat(ideas.nameOfVariation(NEW)).isEqualTo("Z-score (variation 2)");
    }

    @Test
    void namesAreCompletedFromParametersSeriesAndFunctions() {
        Idea idea = ideas.read(ID);
        IdeaField rule = idea.fields().get(1);
        IdeaField score = idea.fields().getFirst();

        assertThat(words(ideas.complete(idea, rule, "sc", 2, false))).startsWith("score");
        assertThat(words(ideas.complete(idea, score, "sc", 2, false))).doesNotContain("score");
        assertThat(words(ideas.complete(idea, rule, "n", 1, false))).startsWith("n", "natr");
        Completions rsi = ideas.complete(idea, rule, "1 < rs", 6, false);
        assertThat(rsi.start()).isEqualTo(4);
        assertThat(rsi.words().getFirst()).isEqualTo(new Completions.Word("rsi", "rsi(real, time_period=14)", "rsi("));
        assertThat(ideas.complete(idea, rule, "rs(close)", 2, false)
                        .words()
                        .getFirst()
                        .inserted())
                .isEqualTo("rsi");
        assertThat(words(ideas.complete(idea, rule, "", 0, false))).isEmpty();
        assertThat(words(ideas.complete(idea, rule, "", 0, true))).startsWith("n", "z", "hold_bars", "close");
        assertThat(words(ideas.complete(idea, rule, "12", 2, true))).isEmpty();
        assertThat(ideas.complete(idea, rule, "hou", 3, false)
                        .words()
                        .getFirst()
                        .inserted())
                .isEqualTo("hour()");
    }

    private static List<String> words(Completions found) {
        return found.words().stream().map(Completions.Word::name).toList();
    }

    @Test
    void seriesAreThoseOfTheFilesAndWhatCanBeBuiltFromThem() {
        workspace.write(".crypto/data/ETHUSD_1d.csv", "x");

        assertThat(ideas.series())
                .containsExactly(
                        new Series("BTCUSD", List.of("1h", "4h", "8h", "12h", "1d", "1w")),
                        new Series("ETHUSD", List.of("1d", "1w")));
    }

    private static Fault fault(IdeaLook look, String field) {
        return Objects.requireNonNull(look.faults().get(field), field);
    }
}
