package io.github.parallelvalidation;

import io.github.parallelvalidation.supervise.WorkerCommand;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program as tests start it in processes of their own: as it is packaged, with the caches that let it start in a
/// fraction of the time, where the build has packaged it before the tests; else its classes as they were compiled.
public final class Program {
    /// The packaged program's main jar, or empty where there is none of this build.
    private static final String JAR = System.getProperty("program.jar", "");

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final String TESTS = System.getProperty("java.class.path");

    private Program() {}

    /// The command that runs the program, as its launcher does.
    public static List<String> command(String... arguments) {
        return command(List.of(), isPackaged() ? JAR : TESTS, Main.class, arguments);
    }

    /// The command that runs a class of the tests, which may call the program.
    ///
    public static List<String> command(Class<?> main, String... arguments) {
        return command(List.of(), main, arguments);
    }

    /// @param flags further ones of Java
    public static List<String> command(List<String> flags, Class<?> main, String... arguments) {
        return command(flags, isPackaged() ? JAR + File.pathSeparator + TESTS : TESTS, main, arguments);
    }

    /// The built-in workers.
    public static WorkerCommand.BuiltIn workers() {
        return isPackaged() ? new WorkerCommand.BuiltIn(JAVA, JAR) : WorkerCommand.BuiltIn.ofThisProgram();
    }

    private static boolean isPackaged() {
        return !JAR.isEmpty();
    }

    private static List<String> command(List<String> more, String classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.addAll(StartupCaches.FLAGS);
        command.add(StartupCaches.COMMAND_ACCESS);
        command.add("-XX:-UsePerfData");
        if (isPackaged()) {
            command.add("-XX:AOTCache=" + Path.of(JAR).resolveSibling(StartupCaches.COMMANDS));
        }
        command.add("-Xlog:disable");
        command.addAll(more);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
