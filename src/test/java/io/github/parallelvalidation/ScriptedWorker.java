package io.github.parallelvalidation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A worker that does what `script.txt` in its strategy's folder says, line by line. A line that begins with
/// `[n]` is for the n-th attempt only.
public final class ScriptedWorker {
    private ScriptedWorker() {}

    /// Strategy folder, output folder, tier.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String line : Files.readAllLines(folder.resolve("script.txt"))) {
            String mine = "[" + System.getenv("PV_ATTEMPT") + "] ";
            if (line.startsWith("[") && !line.startsWith(mine)) {
                continue;
            }
            String[] words = (line.startsWith(mine) ? line.substring(mine.length()) : line).split(" ", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "progress" -> System.out.println("progress " + rest);
                case "await" -> await(Path.of(System.getenv("PV_WORKSPACE"), rest));
                case "metrics" -> {
                    ScriptedWorlds.write(Path.of(arguments[1]), arguments[2], rest);
                    finish(Path.of(arguments[1]), arguments[2], "{\"metrics\": {" + rest + "}}");
                }
                case "worlds" -> ScriptedWorlds.ofIc(Path.of(arguments[1]), rest.split(" "));
                case "error" -> {
                    String[] parts = rest.split(" ", 2);
                    finish(
                            Path.of(arguments[1]),
                            arguments[2],
                            "{\"error\": {\"category\": \"" + parts[0] + "\", \"message\": \"" + parts[1] + "\"}}");
                }
                case "raw" -> finish(Path.of(arguments[1]), arguments[2], rest);
                case "returns" ->
                    Files.copy(
                            folder.resolve(rest),
                            Path.of(arguments[1]).resolve(arguments[2] + "_daily_returns.csv"),
                            StandardCopyOption.REPLACE_EXISTING);
                case "print" -> System.out.println(rest);
                case "halt" -> Runtime.getRuntime().halt(Integer.parseInt(rest));
                default -> throw new IllegalArgumentException("no such step: " + line);
            }
        }
    }

    private static void await(Path file) {
        while (!Files.exists(file)) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static void finish(Path output, String tier, String results) throws IOException {
        whole(output.resolve(tier + "_results.yaml"), results + "\n");
        whole(output.resolve(tier + "_complete.yaml"), "status: COMPLETED\n");
    }

    private static void whole(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The argument list that a workspace's settings name, as YAML.
    static String command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-cp",
                Path.of("target/test-classes").toAbsolutePath().toString(),
                ScriptedWorker.class.getName(),
                "{strategy_dir}",
                "{output_dir}",
                "{tier}");
        return command.stream().map(word -> "'" + word + "'").toList().toString();
    }
}
