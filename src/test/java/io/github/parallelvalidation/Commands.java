package io.github.parallelvalidation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs that a test runs to their end, with more rights or fewer than the test itself has.
public final class Commands {
    /// Root without these is stopped by the modes of files like everybody else.
    private static final String MODES_IGNORED = "-dac_override,-dac_read_search";

    private Commands() {}

    /// The same command run by the superuser.
    public static List<String> asSuperuser(List<String> command) throws InterruptedException {
        if (isSuperuser()) {
            return command;
        }
        List<String> sudo = List.of("sudo", "-n");
        Needs.that(works(joined(sudo, List.of("true"))), "only the superuser can do this, or sudo without a password");
        return joined(sudo, command);
    }

    /// The same command run by somebody whom the modes of files stop.
    public static List<String> boundByModes(List<String> command) throws InterruptedException {
        if (!isSuperuser()) {
            return command;
        }
        List<String> setpriv = List.of("setpriv", "--bounding-set=" + MODES_IGNORED, "--inh-caps=" + MODES_IGNORED);
        Needs.that(
                works(joined(setpriv, List.of("true"))),
                "no file mode stops the superuser, who cannot give that right up here with setpriv (util-linux)");
        return joined(setpriv, command);
    }

    /// Runs a command; returns its exit status, a space, and what it said.
    public static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() + " " + said : "no end";
    }

    /// Whether there is such a program and it ends well.
    public static boolean works(List<String> command) throws InterruptedException {
        try {
            return run(command).startsWith("0 ");
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static boolean isSuperuser() {
        return System.getProperty("user.name").equals("root");
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
