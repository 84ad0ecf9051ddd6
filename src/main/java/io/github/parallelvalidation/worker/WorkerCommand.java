package io.github.parallelvalidation.worker;

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

    List<String> arguments(WorkerTask task);

    /// The built-in worker on this program's own Java.
    ///
    /// @param java the `java` to run it on
    /// @param classPath where its classes are
    record BuiltIn(Path java, String classPath) implements WorkerCommand {
        private static final String MAIN = "io.github.parallelvalidation.worker.WorkerMain";

        /// The heap is capped so that the process stays under 200 MB resident; quick start goes over peak speed.
        static final List<String> FLAGS = List.of(
                "-Xmx110m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ActiveProcessorCount=1");

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

        /// Folders are listed in any order; the worker's archive fits one.
        static String ordered(String classPath) {
            return Arrays.stream(classPath.split(File.pathSeparator))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }

        @Override
        public List<String> arguments(WorkerTask task) {
            List<String> arguments = new ArrayList<>();
            arguments.add(java.toString());
            arguments.addAll(FLAGS);
            WorkerArchive.beside(classPath).ifPresent(archive -> arguments.add("-XX:AOTCache=" + archive));
            arguments.addAll(List.of("-cp", ordered(classPath), MAIN));
            arguments.addAll(List.of(
                    "--tier", task.tier().name(),
                    "--strategy-id", task.strategyId().value(),
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
        public List<String> arguments(WorkerTask task) {
            Map<String, String> fields = Map.of(
                    "{tier}", task.tier().name(),
                    "{strategy_id}", task.strategyId().value(),
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
