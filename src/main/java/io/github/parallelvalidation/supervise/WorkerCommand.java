package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.process.HugePages;
import io.github.parallelvalidation.trust.AcceptedProgram;
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
        private static final String WARM_MAIN = "io.github.parallelvalidation.worker.WarmWorkerMain";

        /// What a Java needs beside its heap for one strategy.
        private static final long BESIDE_HEAP_MB = 90;

        /// For many it compiles more, and its heap gets full before anything is thrown away.
        private static final long BESIDE_WARM_HEAP_MB = 115;

        private static final long LEAST_HEAP_MB = 32;

        private static final List<String> FLAGS = List.of("-Xss512k", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1");

        /// A worker for one strategy lives for less than a second: a quick start goes over peak speed, and
        /// a loop is compiled after far fewer rounds than usual, for the few long ones would be over before.
        private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1", "-XX:Tier3BackEdgeThreshold=3000");

        /// One for many gets its loops compiled as well as they can be, and only them: ten times the usual
        /// rounds leave out what is no loop over bars, for several such processes share the processors with
        /// their own compilers.
        private static final List<String> OF_LOOPS = List.of(
                "-XX:Tier4InvocationThreshold=50000",
                "-XX:Tier4MinInvocationThreshold=6000",
                "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=400000");

        /// Where each strategy is looked at once, most of the work is files: the best code would not be worth what
        /// it takes to compile it, several times over.
        private static final List<String> OF_FILES = List.of("-XX:TieredStopAtLevel=1");

        /// What a strategy leaves behind is soon gone.
        private static final String YOUNG_HEAP = "-Xmn16m";

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
        private static List<String> flags(List<String> kind, long heapMb) {
            List<String> flags = new ArrayList<>(FLAGS);
            flags.addAll(HugePages.FLAGS);
            flags.addAll(kind);
            flags.add("-Xmx%dm".formatted(Math.max(LEAST_HEAP_MB, heapMb)));
            return flags;
        }

        /// The flags of a process for one strategy.
        static List<String> flags(long memoryMb) {
            return flags(BRIEF, memoryMb - BESIDE_HEAP_MB);
        }

        /// Folders are listed in any order; the worker's archive fits one.
        static String ordered(String classPath) {
            return Arrays.stream(classPath.split(File.pathSeparator))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }

        @Override
        public List<String> arguments(WorkerTask task, long memoryMb) {
            List<String> arguments = new ArrayList<>(start(flags(memoryMb), MAIN));
            arguments.addAll(taskArguments(task));
            return List.copyOf(arguments);
        }

        /// The argument list of a process that judges many strategies.
        List<String> warm(WarmWorkers.Kind kind) {
            return start(warmFlags(kind), WARM_MAIN);
        }

        static List<String> warmFlags(WarmWorkers.Kind kind) {
            List<String> flags = new ArrayList<>(kind.computesWorlds() ? OF_LOOPS : OF_FILES);
            flags.add(YOUNG_HEAP);
            return flags(flags, kind.memoryMb() - BESIDE_WARM_HEAP_MB);
        }

        private List<String> start(List<String> flags, String main) {
            List<String> arguments = new ArrayList<>();
            arguments.add(java.toString());
            arguments.addAll(flags);
            // An archive that does not fit is no news: Java would print lines about it among the worker's own.
            AotCache.beside(classPath)
                    .ifPresentOrElse(
                            archive -> arguments.addAll(List.of("-XX:AOTCache=" + archive, "-Xlog:disable")),
                            () -> arguments.add(HugePages.SILENT));
            arguments.addAll(List.of("-cp", ordered(classPath), main));
            return arguments;
        }

        /// What the worker protocol says of a task.
        static List<String> taskArguments(WorkerTask task) {
            return List.of(
                    "--tier", task.tier().name(),
                    "--strategy-id", task.id().strategy().value(),
                    "--config-override", task.configOverride(),
                    "--output-dir", task.outputFolder().toString());
        }
    }

    /// Any program that speaks the worker protocol.
    ///
    /// @param program was accepted; its argument list has fields such as `{tier}`
    /// @param bars finds the bars of a task, asked only where the template has `{bars}`
    record Custom(AcceptedProgram program, Function<WorkerTask, Path> bars) implements WorkerCommand {

        @Override
        public List<String> arguments(WorkerTask task, long memoryMb) {
            Map<String, String> fields = Map.of(
                    "{tier}", task.tier().name(),
                    "{strategy_id}", task.id().strategy().value(),
                    "{strategy_dir}", task.strategyFolder().toString(),
                    "{output_dir}", task.outputFolder().toString(),
                    "{workspace}", task.workspace().root().toString(),
                    "{config_override}", task.configOverride());
            return program.arguments().stream()
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
