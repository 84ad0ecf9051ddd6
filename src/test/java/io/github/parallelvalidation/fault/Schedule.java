package io.github.parallelvalidation.fault;

import io.github.parallelvalidation.fault.Fault.Kind;
import io.github.parallelvalidation.queue.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What the workers of one strategy do, attempt by attempt; the last one for ever.
record Schedule(String id, List<Fault> faults) {
    private static final int LONGEST = 8;
    private static final List<Fault> FAULTS = List.of(Fault.values());

    static List<Schedule> random(long seed) {
        Random random = new Random(seed);
        List<Schedule> schedules = new ArrayList<>();
        int strategies = 4 + random.nextInt(5);
        for (int i = 0; i < strategies; i++) {
            List<Fault> faults = new ArrayList<>();
            for (int attempt = 0; attempt < LONGEST; attempt++) {
                faults.add(any(random));
            }
            schedules.add(new Schedule("STR-" + (201 + i), faults));
        }
        return schedules;
    }

    /// Those that take seconds each are rarer.
    private static Fault any(Random random) {
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        boolean slow = fault.kind() == Kind.HANGS || fault.kind() == Kind.TOO_LARGE;
        return slow && random.nextInt(3) > 0 ? any(random) : fault;
    }

    String script() {
        StringBuilder script = new StringBuilder(Fault.PRELUDE).append("case $PV_ATTEMPT in\n");
        for (int i = 0; i < faults.size(); i++) {
            script.append(i + 1).append(")\n").append(faults.get(i).script()).append("\n;;\n");
        }
        return script.append("esac\n").toString();
    }

    /// What the table of life and death says of it, counted here once more and apart from the program.
    Expectation expected() {
        int crashes = 0;
        int hangs = 0;
        int large = 0;
        int raised = 0;
        for (int i = 0; i < faults.size(); i++) {
            Optional<Status> end = switch (faults.get(i).kind()) {
                case PASSED -> Optional.of(Status.L0_PASSED);
                case FAILED, HOPELESS -> Optional.of(Status.L0_FAILED);
                case CRASHES -> at(++crashes == 4, Status.ERROR);
                case HANGS -> at(++hangs == 2, Status.FAILED_TIMEOUT);
                case TOO_LARGE -> at(++large == 2, Status.ERROR);
                case RAISES -> at(++raised == 2, Status.L0_FAILED);
            };
            if (end.isPresent()) {
                return new Expectation(end.get(), i + 1);
            }
        }
        throw new IllegalStateException("a schedule of " + LONGEST + " comes to an end: 3 + 1 + 1 + 1 + 1 = 7");
    }

    private static Optional<Status> at(boolean isLast, Status status) {
        return isLast ? Optional.of(status) : Optional.empty();
    }

    /// @param attempts workers in all
    record Expectation(Status status, int attempts) {}
}
