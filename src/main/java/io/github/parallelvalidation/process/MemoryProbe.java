package io.github.parallelvalidation.process;

import java.util.Collection;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/// Measures the resident memory of processes.
@FunctionalInterface
public interface MemoryProbe {

    /// Resident memory of these processes together, in MB (2^20 bytes); those that are gone count nothing.
    long residentMb(Collection<Long> pids);

    /// Asks the operating system: Linux says it in files, others through OSHI.
    static MemoryProbe ofSystem() {
        return pids -> pids.stream()
                        .mapToLong(ProcStatus.isThere() ? ProcStatus::residentBytes : MemoryProbe::residentBytes)
                        .sum()
                >> 20;
    }

    private static long residentBytes(long pid) {
        OSProcess process = Native.OPERATING_SYSTEM.getProcess(Math.toIntExact(pid));
        return process == null ? 0 : process.getResidentMemory();
    }

    /// Loaded on the first sample: the native bridge costs some 100 ms, which no first worker should wait for.
    final class Native {
        static final OperatingSystem OPERATING_SYSTEM = new SystemInfo().getOperatingSystem();

        private Native() {}
    }
}
