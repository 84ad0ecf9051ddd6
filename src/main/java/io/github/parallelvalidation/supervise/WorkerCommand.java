package io.github.parallelvalidation.supervise;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The argument list that starts a worker. No shell is involved.
public sealed interface WorkerCommand {

    /// @param memoryMb resident memory that the worker may hold
    List<String> arguments(WorkerTask task, long memoryMb);

    /// The built-in worker on this program's own Java.
    ///
    /// @param java the `java` to run it on
    /// @param classPath where its classes are
    record BuiltIn(Path java, String classPath) implements WorkerCommand {
        private static final String MAIN = "io.github.parallelvalidation.worker.WorkerMain";

        /// What a Java needs beside its heap.
        private static final long BESIDE_HEAP_MB = 90;

        private static final long LEAST_HEAP_MB = 32;

        /// A worker lives for less than a second: a quick start goes over peak speed, and a loop is compiled after far
        /// fewer rounds than usual, for the few long ones over all bars would be over before.
        private static final List<String> FLAGS = List.of(
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:Tier3BackEdgeThreshold=3000",
                "-XX:ActiveProcessorCount=1");

        /// The Java and the class path that this program itself runs on.
        public static BuiltIn ofThisProgram() {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            return new BuiltIn(java, absolute(System.getProperty("java.class.path")));
        }

        /// The worker runs in another folder than we do.
        private static String absolute(String classPath) {
            return Arrays.stream(classPath.split(File.pathSeparator))
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }

        /// The heap is capped so that the process stays within its memory.
        static List<String> flags(long memoryMb) {
            List<String> flags = new ArrayList<>(FLAGS);
            flags.add("-Xmx%dm".formatted(Math.max(LEAST_HEAP_MB, memoryMb - BESIDE_HEAP_MB)));
            return flags;
        }

        /// Folders are listed in any order; the worker's archive fits one.
        static String ordered(String classPath) {
            return Arrays.stream(classPath.split(File.pathSeparator))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }

        @Override
        public List<String> arguments(WorkerTask task, long memoryMb) {
            List<String> arguments = new ArrayList<>();
            arguments.add(java.toString());
            arguments.addAll(flags(memoryMb));
            AotCache.beside(classPath).ifPresent(archive -> arguments.add("-XX:AOTCache=" + archive));
            arguments.addAll(List.of("-cp", ordered(classPath), MAIN));
            arguments.addAll(List.of(
                    "--tier", task.tier().name(),
                    "--strategy-id", task.id().strategy().value(),
                    "--config-override", task.configOverride(),
                    "--output-dir", task.outputFolder().toString()));
            return List.copyOf(arguments);
        }
    }

    /// Any program that speaks the worker protocol.
    ///
    /// @param template the argument list with fields such as `{tier}`
    /// @param bars finds the bars of a task, asked only where the template has `{bars}`
    record Custom(List<String> template, Function<WorkerTask, Path> bars) implements WorkerCommand {
        public Custom {
            template = List.copyOf(template);
        }

        @Override
        public List<String> arguments(WorkerTask task, long memoryMb) {
            Map<String, String> fields = Map.of(
                    "{tier}", task.tier().name(),
                    "{strategy_id}", task.id().strategy().value(),
                    "{strategy_dir}", task.strategyFolder().toString(),
                    "{output_dir}", task.outputFolder().toString(),
                    "{workspace}", task.workspace().root().toString(),
                    "{config_override}", task.configOverride());
            return template.stream()
                    .map(argument -> filled(argument, fields, task))
                    .toList();
        }

        private String filled(String argument, Map<String, String> fields, WorkerTask task) {
            String result = argument;
            for (Map.Entry<String, String> field : fields.entrySet()) {
                result = result.replace(field.getKey(), field.getValue());
            }
            return result.contains("{bars}")
                    ? result.replace("{bars}", bars.apply(task).toString())
                    : result;
        }
    }
}
