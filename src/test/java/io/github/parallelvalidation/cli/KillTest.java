package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.supervise.ShellJava;
import io.github.parallelvalidation.supervise.WorkerCommand;
import io.github.parallelvalidation.torture.Seed;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed at random instants of real runs with real workers, again and again while it resumes what it
/// left, until one start comes through. Nothing may be lost, counted twice, or left saying that it is at work. Every
/// second run has a process for each strategy, the others have processes that are given one strategy after another.
@DisabledOnOs(OS.WINDOWS)
class KillTest {
    private static final int KILLS = Boolean.getBoolean("torture") ? 500 : 16;
    private static final long SEED = Seed.of(KillTest.class, 20261123);
    private static final int STRATEGIES = 8;

    /// By its number: passes, fails, has an error, or vanishes at its first attempt and passes at the second.
    private static final String WORKER = """
        id=$(basename "$1"); n=${id#STR-}
        case $((n % 4)) in
          0) content='metrics: {signal_frequency: 84, hit_rate: 0.56, ic: 0.04, ic_p_value: 0.02, luck: 0.4}' ;;
          1) content='metrics: {signal_frequency: 84, hit_rate: 0.56, ic: -0.02, ic_p_value: 0.7, luck: 0.3}' ;;
          2) content='error: {category: DATA_UNAVAILABLE, message: no bars}' ;;
          3) if [ "$PV_ATTEMPT" = 1 ]; then kill -9 $$; fi
             content='metrics: {signal_frequency: 84, hit_rate: 0.56, ic: 0.04, ic_p_value: 0.02, luck: 0.4}' ;;
        esac
        owner="run_id: '$PV_RUN_ID'
        worker_id: $PV_WORKER_ID
        attempt: $PV_ATTEMPT"
        echo "$n" >> "$PV_WORKSPACE/made"
        sleep 0.0$((n % 7))
        printf '%s\\n%s\\n' "$owner" "$content" > "$2/$3_results.tmp" && mv "$2/$3_results.tmp" "$2/$3_results.yaml"
        printf 'status: COMPLETED\\n%s\\n' "$owner" > "$2/$3_complete.tmp" && mv "$2/$3_complete.tmp" "$2/$3_complete.yaml"
        """;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    void afterAnyKillTheRunIsTakenUpAndNothingIsLost() throws IOException, InterruptedException {
        int kills = 0;
        int runs = 0;
        int interrupted = 0;
        while (kills < KILLS) {
            boolean isWarm = runs % 2 != 0;
            Path root = workspace("w" + runs++, isWarm);
            String untouched = Files.readString(root.resolve(".crypto/pipeline/queue.yaml"));
            int killed = 0;
            boolean finished = false;
            while (!finished) {
                finished = killed >= 3 ? throughout(root, isWarm) : killedOnTheWay(root, isWarm);
                killed += finished ? 0 : 1;
                assertReadable(root, untouched);
            }
            assertComplete(root, untouched);
            kills += killed;
            interrupted += killed > 0 ? 1 : 0;
        }
        System.out.println(
                kills + " kills in " + runs + " runs, " + interrupted + " of them interrupted; nothing was lost.");
    }

    private Path workspace(String name, boolean isWarm) throws IOException {
        Path root = folder.resolve(name);
        StringBuilder queue = new StringBuilder("# kept\r\nqueue:\r\n");
        for (int i = 0; i < STRATEGIES; i++) {
            queue.append("  - id: STR-10%d   # number %d\r\n    status: PENDING\r\n    note: \"it's %d\"\r\n"
                    .formatted(i, i, i));
            Files.createDirectories(root.resolve(".crypto/knowledge/strategies/STR-10" + i));
        }
        write(root.resolve(".crypto/pipeline/queue.yaml"), queue.toString());
        write(root.resolve("worker.sh"), WORKER);
        ShellJava.in(root, "set -- \"${1%/*}\" \"$1\" L0\n" + WORKER);
        write(
                root.resolve(".crypto/config/parallel-validation.yaml"),
                isWarm
                        ? ""
                        : "parallel_validation:\n  worker: {command: [sh, '%s', '{strategy_dir}', '{output_dir}', '{tier}']}\n"
                                .formatted(root.resolve("worker.sh")));
        Trust.folder(new Workspace(root));
        return root;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// Starts the program and kills it some time after it began to write, if it is still there.
    private boolean killedOnTheWay(Path root, boolean isWarm) throws IOException, InterruptedException {
        String before = journal(root);
        Process program = program(root, isWarm);
        until("it begins or ends", () -> !program.isAlive() || !journal(root).equals(before));
        LockSupport.parkNanos((long) (random.nextDouble() * 450e6));
        boolean inTime = program.isAlive();
        program.destroyForcibly();
        int status = program.waitFor();
        return !inTime && status < 128;
    }

    private boolean throughout(Path root, boolean isWarm) throws IOException, InterruptedException {
        assertThat(program(root, isWarm).waitFor())
                .as(() -> read(root.resolve("log")))
                .as("some failed, or all had been written before the kill")
                .isIn(ExitStatus.SOME_FAILED, ExitStatus.ALL_PASSED);
        return true;
    }

    private static Process program(Path root, boolean isWarm) throws IOException {
        boolean interrupted =
                validation().view(new Workspace(root)).interrupted().isPresent();
        String[] arguments = {"validate", root.toString(), interrupted ? "--resume" : "--queue-size=100"};
        ProcessBuilder builder = new ProcessBuilder(
                        isWarm ? Program.command(ShellWorkers.class, arguments) : Program.command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("log").toFile())
                .redirectInput(
                        ProcessBuilder.Redirect.from(root.resolve("worker.sh").toFile()));
        builder.environment().putAll(Trust.environment());
        return builder.start();
    }

    /// The program with a script in the place of the built-in worker's Java; the script lies in the workspace.
    static final class ShellWorkers {
        private ShellWorkers() {}

        static void main(String[] arguments) {
            WorkerCommand.BuiltIn command = new WorkerCommand.BuiltIn(Path.of(arguments[1], "java.sh"), "no.jar");
            Validation validation = TestWorkspace.validation(command);
            System.exit(new Cli(validation, Terminal.ofProcess(System.getenv()), _ -> 0).run(arguments));
        }
    }

    private static Validation validation() {
        return TestWorkspace.validation();
    }

    private static String journal(Path root) {
        try (Stream<Path> files = Files.list(root.resolve(".crypto/pipeline"))) {
            return files.filter(file -> file.getFileName().toString().matches("parallel-validation-\\d.*\\.yaml"))
                    .findFirst()
                    .map(KillTest::read)
                    .orElse("");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException renamedMeanwhile) {
            return "";
        }
    }

    /// At every moment: the queue parses, and what is not ours in it is as it was.
    private static void assertReadable(Path root, String untouched) {
        WorkspaceView view = validation().view(new Workspace(root));
        assertThat(view.errors()).as("seed %d", SEED).isEmpty();
        assertThat(withoutOurs(read(root.resolve(".crypto/pipeline/queue.yaml"))))
                .as("seed %d", SEED)
                .isEqualTo(withoutOurs(untouched));
    }

    private static String withoutOurs(String queue) {
        return Pattern.compile("^ +(status|updated_at|failure_reason):.*\\r\\n", Pattern.MULTILINE)
                .matcher(queue)
                .replaceAll("");
    }

    private static void assertComplete(Path root, String untouched) {
        WorkspaceView view = validation().view(new Workspace(root));
        assertThat(view.interrupted()).isEmpty();
        assertThat(view.queue().entries())
                .extracting(entry -> entry.status().name())
                .containsExactly(
                        "L0_PASSED",
                        "L0_FAILED",
                        "L0_FAILED",
                        "L0_PASSED",
                        "L0_PASSED",
                        "L0_FAILED",
                        "L0_FAILED",
                        "L0_PASSED");
        RunOutcome run = view.lastRun().orElseThrow();
        assertThat(run.strategies()).hasSize(STRATEGIES);
        assertThat(view.history()).as("counted once").hasSize(1);
        assertThat(view.history().getFirst().results().passed()).isEqualTo(4);
        List<String> trials = read(root.resolve(".crypto/pipeline/trials.csv"))
                .lines()
                .skip(1)
                .toList();
        assertThat(trials).hasSize(6).doesNotHaveDuplicates();
        assertThat(withoutOurs(read(root.resolve(".crypto/pipeline/queue.yaml"))))
                .isEqualTo(withoutOurs(untouched));
    }
}
