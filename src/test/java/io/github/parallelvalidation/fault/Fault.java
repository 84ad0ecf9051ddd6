package io.github.parallelvalidation.fault;

import io.github.parallelvalidation.TestWorkspace;

/// What a faulty worker does, as lines of a shell script. Its first argument is the output folder, which it is in.
enum Fault {
    PASSES(Kind.PASSED, "good"),
    FAILS_ITS_GATES(Kind.FAILED, "bad"),
    SLEEPS_THEN_PASSES(Kind.PASSED, "sleep 0.3; good"),
    PASSES_AND_RUNS_ON(Kind.PASSED, "good; sleep 300"),
    PASSES_AND_IS_KILLED(Kind.PASSED, "good; kill -s KILL $$"),
    PASSES_WITH_ANY_EXIT_STATUS(Kind.PASSED, "good; exit 42"),
    FORKS(Kind.PASSED, "sleep 300 & good"),
    FORKS_TWICE(Kind.PASSED, "(sleep 300 &); good"),
    LEAVES_ITS_SESSION(Kind.PASSED, "(setsid sh -c 'sleep 300 & exec sleep 300' >/dev/null 2>&1 &); good"),
    LEAVES_A_DEAF_CHILD_WITH_ITS_PIPES(Kind.PASSED, "(setsid sh -c 'trap \"\" TERM; sleep 300; sleep 300' &); good"),
    FLOODS(Kind.PASSED, "yes flood | head -c 1500000; good"),
    WRITES_NO_NEWLINE(Kind.PASSED, "head -c 1000000 /dev/zero; printf end; good"),
    FLOODS_PROGRESS(Kind.PASSED, "yes 'progress 0.5 again' | head -c 1000000; good"),
    CLOSES_ITS_PIPES(Kind.PASSED, "exec 0<&- 1>&- 2>&-; good"),
    WRITES_GARBAGE_TO_ITS_LOG(Kind.PASSED, "head -c 20000 /dev/urandom; good"),

    KILLED_BY_SEGV(Kind.CRASHES, "ulimit -c 0; kill -s SEGV $$"),
    KILLED_BY_ABRT(Kind.CRASHES, "ulimit -c 0; kill -s ABRT $$"),
    KILLED_BY_KILL(Kind.CRASHES, "kill -s KILL $$"),
    KILLED_BY_TERM(Kind.CRASHES, "kill -s TERM $$"),
    KILLED_BY_HUP(Kind.CRASHES, "kill -s HUP $$"),
    KILLED_BY_PIPE(Kind.CRASHES, "kill -s PIPE $$"),
    KILLED_BY_FPE(Kind.CRASHES, "ulimit -c 0; kill -s FPE $$"),
    KILLED_BY_BUS(Kind.CRASHES, "ulimit -c 0; kill -s BUS $$"),
    VANISHES(Kind.CRASHES, "exit 0"),
    VANISHES_WITH_A_STATUS(Kind.CRASHES, "echo 'Traceback: no such thing'; exit 1"),
    VANISHES_AND_LEAVES_A_CHILD(Kind.CRASHES, "(setsid sleep 300 &); exit 5"),
    WRITES_HALF_A_FILE(
            Kind.CRASHES, "printf 'metrics: {signal_frequency: 84, hit_' > L0_results.yaml; kill -s KILL $$"),
    WRITES_NO_FLAG(Kind.CRASHES, "results"),
    WRITES_HALF_A_FILE_AND_A_FLAG(Kind.CRASHES, "printf 'metrics: {signal_fre' > L0_results.yaml; flag"),
    WRITES_A_FLAG_WITHOUT_RESULTS(Kind.CRASHES, "flag"),
    LIES_ABOUT_THE_CHECKSUM(Kind.CRASHES, "results; echo '{status: COMPLETED, results_sha256: 00}' > L0_complete.yaml"),
    CUTS_ITS_FLAG(Kind.CRASHES, "results; printf '{status: COMPLETED, run_id' > L0_complete.yaml"),
    ANSWERS_FOR_ANOTHER_RUN(Kind.CRASHES, "results; echo '{status: COMPLETED, run_id: 2001}' > L0_complete.yaml"),
    ANSWERS_FOR_ANOTHER_WORKER(Kind.CRASHES, "results; echo '{worker_id: WORKER-0}' > L0_complete.yaml"),
    ANSWERS_FOR_ANOTHER_ATTEMPT(Kind.CRASHES, "results; echo '{status: COMPLETED, attempt: 99}' > L0_complete.yaml"),
    ANSWERS_FOR_ANOTHER_STRATEGY(Kind.CRASHES, "echo '{strategy_id: STR-999, metrics: {}}' > L0_results.yaml; flag"),
    RAISES_AN_OLD_FLAG(
            Kind.CRASHES,
            "results; echo 'status: COMPLETED' > f; touch -d '1 hour ago' L0_results.yaml f; mv f L0_complete.yaml"),
    LEAVES_A_METRIC_OUT(Kind.CRASHES, "echo 'metrics: {signal_frequency: 84, ic: 0.1}' > L0_results.yaml; flag"),
    MEASURES_NOT_A_NUMBER(
            Kind.CRASHES, "echo 'metrics: {signal_frequency: 84, hit_rate: .nan, ic: .inf}' > L0_results.yaml; flag"),
    LEAVES_A_PIPE_FOR_RESULTS(Kind.CRASHES, "mkfifo L0_results.yaml; flag"),
    LEAVES_A_FOLDER_FOR_RESULTS(Kind.CRASHES, "mkdir L0_results.yaml; flag"),
    LEAVES_A_LINK_FOR_RESULTS(Kind.CRASHES, "ln -s /etc/passwd L0_results.yaml; flag"),
    LEAVES_A_LINK_FOR_ITS_LOG(Kind.CRASHES, "rm -f L0_worker.log; ln -s ../../../queue.yaml L0_worker.log; exit 1"),
    LEAVES_A_HUGE_FILE(Kind.CRASHES, "truncate -s 1G L0_results.yaml; flag"),

    HANGS(Kind.HANGS, "sleep 300"),
    HANGS_WITH_RESULTS_BUT_NO_FLAG(Kind.HANGS, "results; sleep 300"),
    HANGS_IN_A_CHILD(Kind.HANGS, "sh -c 'sleep 300; sleep 300'; sleep 300"),
    IGNORES_TERM(Kind.HANGS, "trap '' TERM HUP INT; while :; do sleep 300; done"),
    STOPS_ITSELF(Kind.HANGS, "kill -s STOP $$"),

    ALLOCATES(Kind.TOO_LARGE, "{ head -c 150000000 /dev/zero; sleep 300; } | tail -n 1"),
    ALLOCATES_OUT_OF_SIGHT(
            Kind.TOO_LARGE,
            "(setsid sh -c '{ head -c 150000000 /dev/zero; sleep 300; } | tail -n 1' >/dev/null 2>&1 &); sleep 300"),

    HAS_NO_DATA(Kind.HOPELESS, "error DATA_UNAVAILABLE 'no bars'"),
    HAS_BAD_DATA(Kind.HOPELESS, "error DATA_INVALID 'bars of yesterday'"),
    IS_NO_STRATEGY(Kind.HOPELESS, "error STRATEGY_INVALID 'no parameters'"),
    RAISES(Kind.RAISES, "error STRATEGY_ERROR 'division by zero'"),
    RAISES_SOMETHING_ELSE(Kind.RAISES, "error STRATEGY_ERROR \"random $PV_WORKER_ID\"");

    /// What the life-and-death table makes of it.
    enum Kind {
        PASSED,
        FAILED,
        CRASHES,
        HANGS,
        TOO_LARGE,
        HOPELESS,
        RAISES
    }

    /// Functions that the scripts are written with.
    static final String PRELUDE = """
        cd "$1" || exit 99
        results() { echo '{%s}' > L0_results.yaml; }
        flag() { echo 'status: COMPLETED' > L0_complete.yaml; }
        good() { results; flag; }
        bad() { echo '{%s}' > L0_results.yaml; flag; }
        error() { echo "{error: {category: $1, message: '$2'}}" > L0_results.yaml; flag; }
        """.formatted(json(TestWorkspace.PASS), json(TestWorkspace.FAIL));

    private final Kind kind;
    private final String script;

    Fault(Kind kind, String script) {
        this.kind = kind;
        this.script = script;
    }

    Kind kind() {
        return kind;
    }

    String script() {
        return script;
    }

    private static String json(String metrics) {
        return "\"metrics\": {" + metrics.substring("metrics ".length()) + "}";
    }
}
