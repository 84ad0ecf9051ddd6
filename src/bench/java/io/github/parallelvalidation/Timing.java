package io.github.parallelvalidation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How one process did.
///
/// @param seconds of wall clock
/// @param megabytes largest resident memory, 0 where it is not known
record Timing(double seconds, double megabytes) {
    private static final int MEDDLING = 2;

    /// @param cache where a worker keeps its bars
    static Timing of(List<String> command, Path folder, Path cache) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        long start = System.nanoTime();
        Process process = builder.start();
        double peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peakMemory(process.pid()));
            Thread.sleep(MEDDLING);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        // 1: measured, and a gate does not hold.
        if (process.exitValue() > 1) {
            throw new IllegalStateException("exit status " + process.exitValue() + " of " + command);
        }
        return new Timing(seconds, peak);
    }

    private static double peakMemory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException endedOrNoProc) {
            return 0;
        }
    }

    static double medianSeconds(List<Timing> timings) {
        return timings.stream()
                .map(Timing::seconds)
                .sorted()
                .skip(timings.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    static double mostMegabytes(List<Timing> timings) {
        return timings.stream().mapToDouble(Timing::megabytes).max().orElse(0);
    }
}
