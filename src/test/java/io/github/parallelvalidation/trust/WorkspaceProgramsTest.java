package io.github.parallelvalidation.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class WorkspaceProgramsTest {
    private static final StrategyId ID = new StrategyId("STR-301");
    private static final Settings.Programs NONE = new Settings.Programs(List.of(), true, List.of());

    @TempDir
    private Path folder;

    private Path strategy(String name, String signal) throws IOException {
        Path made = Files.createDirectories(
                folder.resolve(".crypto/knowledge/strategies").resolve(name));
        Files.writeString(
                made.resolve("parameters.yaml"),
                "asset: BTC/USD\ntimeframe: 1h\nsignal:\n  horizon: 4\n  " + signal
                        + "\nentry: {lookback: 20, mode: fast, strict: true}\n");
        return made;
    }

    private WorkspacePrograms programs(Settings.Programs settings) {
        return new WorkspacePrograms(new Workspace(folder), settings);
    }

    private List<String> signalOf(String words) throws IOException {
        strategy("STR-301", "command: " + words);
        return programs(NONE).ofRun(List.of(ID)).getFirst().arguments();
    }

    @Test
    void expressionsNameNoProgram() throws IOException {
        strategy("STR-301", "long: close > sma(close, 20)");
        assertThat(programs(NONE).ofRun(List.of(ID))).isEmpty();
        assertThat(programs(NONE).all()).isEmpty();
    }

    @Test
    void aStrategysProgramIsFoundWithWhereItIsNamed() throws IOException {
        Path strategy = strategy("STR-301-mine", "command: [python3, signals.py, \"{bars}\", \"{signals}\"]");
        assertThat(programs(NONE).ofRun(List.of(ID))).singleElement().satisfies(program -> {
            assertThat(program.what()).isEqualTo("signal.command of STR-301");
            assertThat(program.namedIn()).isEqualTo(strategy.resolve("parameters.yaml"));
            assertThat(program.folder()).isEqualTo(strategy);
            assertThat(program.arguments()).containsExactly("python3", "signals.py", "{bars}", "{signals}");
        });
    }

    @Test
    void onlyThoseOfTheChosenStrategiesAreOfARun() throws IOException {
        strategy("STR-301", "command: [a, \"{bars}\", \"{signals}\"]");
        strategy("STR-302", "command: [b, \"{bars}\", \"{signals}\"]");
        assertThat(programs(NONE).ofRun(List.of(ID))).hasSize(1);
        assertThat(programs(NONE).all()).hasSize(2);
    }

    @Test
    void aWorkerOfOnesOwnStandsInForTheStrategiesPrograms() throws IOException {
        strategy("STR-301", "command: [a, \"{bars}\", \"{signals}\"]");
        Settings.Programs settings = new Settings.Programs(List.of("worker"), true, List.of("notify", "{message}"));
        assertThat(programs(settings).ofRun(List.of(ID)))
                .extracting(NamedProgram::use)
                .containsExactly(ProgramUse.WORKER, ProgramUse.NOTIFY);
        assertThat(programs(settings).all())
                .extracting(NamedProgram::use)
                .containsExactly(ProgramUse.WORKER, ProgramUse.NOTIFY, ProgramUse.SIGNAL);
    }

    @Test
    void aKeyThatIsWrittenWithEscapesIsFoundToo() throws IOException {
        strategy("STR-301", "\"c\\x6fmmand\": [a, \"{bars}\", \"{signals}\"]");
        assertThat(programs(NONE).all()).hasSize(1);
    }

    @Test
    void textsOfTheParametersArePartOfTheListAndNumbersAreNot() throws IOException {
        assertThat(signalOf("[p, \"{mode}.py\", \"{strict}\", \"{lookback}\", \"{bars}\", \"{signals}\"]"))
                .containsExactly("p", "fast.py", "true", "{lookback}", "{bars}", "{signals}");
    }

    @Test
    void whatCannotBeReadIsNotRunAndNamesNothing() throws IOException {
        strategy("STR-301", "command: [a]");
        assertThat(programs(NONE).ofRun(List.of(ID, new StrategyId("STR-999")))).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFilesBehindAProgramAreItselfAndItsArguments() throws IOException {
        Path strategy =
                strategy("STR-301", "command: [run, ./signals.py, \"--table=t.csv\", \"{bars}\", \"{signals}\"]");
        Path script = Files.writeString(strategy.resolve("signals.py"), "");
        Path table = Files.writeString(strategy.resolve("t.csv"), "");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path program = Files.writeString(bin.resolve("run"), "");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        NamedProgram named = programs(NONE).all().getFirst();
        assertThat(ProgramFiles.of(named, Map.of("PATH", "/none:" + bin))).containsExactly(program, script, table);
    }

    @Test
    void theFilesOfAWorkerAreLookedForInEachStrategy() throws IOException {
        Path script = Files.writeString(strategy("STR-301", "long: close > 1").resolve("run.sh"), "");
        NamedProgram worker = NamedProgram.worker(
                new Workspace(folder), List.of("{strategy_dir}/run.sh", "{workspace}/none", "{output_dir}"));
        assertThat(ProgramFiles.of(worker, Map.of())).containsExactly(script);
    }

    @Test
    void aCommandIsShownInOneLineInWhichNothingIsHidden() {
        assertThat(CommandText.of(List.of("python3", "-c", "a b", "it's", "\u202Etxt\u001b[2J", "line\nend", "")))
                .isEqualTo("python3 -c 'a b' 'it'\\''s' '\\u202etxt\\u001b[2J' 'line\\u000aend' ''");
    }
}
