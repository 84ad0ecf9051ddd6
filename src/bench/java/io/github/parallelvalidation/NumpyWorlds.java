package io.github.parallelvalidation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A vectorised Python script over the same worlds, on one core.
final class NumpyWorlds {
    private static final int WORLDS = 20;

    private NumpyWorlds() {}

    /// Of one world; empty where Python does not have what it needs.
    static OptionalDouble milliseconds(Path bars, int length) throws IOException, InterruptedException {
        Optional<List<String>> command = Peer.NUMPY.command(bars);
        if (command.isEmpty()) {
            System.out.println(Peer.NUMPY.name() + ": skipped, " + Peer.NUMPY.modules() + " not installed");
            return OptionalDouble.empty();
        }
        List<String> arguments = new ArrayList<>(command.get());
        arguments.add(String.valueOf(length));
        arguments.add(String.valueOf(WORLDS));
        Process process = new ProcessBuilder(arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("exit status " + process.exitValue() + " of " + arguments);
        }
        return OptionalDouble.of(Double.parseDouble(said.split(" ")[0]));
    }
}
