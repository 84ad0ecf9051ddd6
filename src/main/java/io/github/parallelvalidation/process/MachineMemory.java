package io.github.parallelvalidation.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;

/// Measures how much memory is available for new processes.
@FunctionalInterface
public interface MachineMemory {
    /// In KiB.
    Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+([0-9]+) kB");

    /// In MB (2^20 bytes).
    long availableMb();

    /// What the machine has, or what the container's group is granted where that is less.
    static MachineMemory ofSystem() {
        return new RecentMemory(() -> Math.min(MachineMemory.machineBytes(), Group.LINUX.availableBytes()) >> 20);
    }

    /// Linux says it in a file; OSHI would read the same, after the native bridge was loaded.
    private static long machineBytes() {
        Path file = Path.of("/proc/meminfo");
        if (Files.isReadable(file)) {
            try {
                Matcher matcher = AVAILABLE.matcher(Files.readString(file, StandardCharsets.US_ASCII));
                if (matcher.find()) {
                    return Long.parseLong(matcher.group(1)) << 10;
                }
            } catch (IOException e) {
                throw new IllegalStateException("the memory of the machine cannot be read", e);
            }
        }
        return Native.MEMORY.getAvailable();
    }

    /// A Linux control group (version 2), read from its files.
    ///
    /// @param folder with `memory.max` and `memory.current`
    record Group(Path folder) {
        static final Group LINUX = new Group(Path.of("/sys/fs/cgroup"));

        /// Very much where there is no limit.
        long availableBytes() {
            try {
                long limit = number("memory.max");
                // Cached files count as used, but are given back when somebody needs the room.
                return Math.max(0, limit - number("memory.current") + inactiveFiles());
            } catch (IOException | NumberFormatException unlimited) {
                // No such file, or the word "max".
                return Long.MAX_VALUE;
            }
        }

        private long inactiveFiles() throws IOException {
            Path statistics = folder.resolve("memory.stat");
            return Files.exists(statistics)
                    ? Files.readAllLines(statistics, StandardCharsets.US_ASCII).stream()
                            .filter(line -> line.startsWith("inactive_file "))
                            .mapToLong(line -> Long.parseLong(line.substring("inactive_file ".length())))
                            .sum()
                    : 0;
        }

        private long number(String file) throws IOException {
            return Long.parseLong(Files.readString(folder.resolve(file)).strip());
        }
    }

    /// Loaded on first use, see [MemoryProbe.Native].
    final class Native {
        private static final GlobalMemory MEMORY =
                new SystemInfo().getHardware().getMemory();

        private Native() {}
    }
}
