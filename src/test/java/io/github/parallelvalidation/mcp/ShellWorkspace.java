package io.github.parallelvalidation.mcp;

import io.github.parallelvalidation.TestWorkspace;
import java.nio.file.Path;

/// A workspace whose workers are small scripts: each runs what `script.txt` of its strategy says.
final class ShellWorkspace {
    private static final String WORKER = """
        owner="run_id: '$PV_RUN_ID'
        worker_id: $PV_WORKER_ID
        attempt: $PV_ATTEMPT"
        finish() {
          printf '%s\\nmetrics: {%s}\\n' "$owner" "$1" > "$out/$tier.tmp" && mv "$out/$tier.tmp" "$out/${tier}_results.yaml"
          printf 'status: COMPLETED\\n%s\\n' "$owner" > "$out/$tier.tmp" && mv "$out/$tier.tmp" "$out/${tier}_complete.yaml"
        }
        folder=$1; out=$2; tier=$3
        pass() { finish 'signal_frequency: 84, hit_rate: 0.56, ic: 0.04, ic_p_value: 0.02, luck: 0.04'; }
        fail() { finish 'signal_frequency: 84, hit_rate: 0.56, ic: -0.02, ic_p_value: 0.7, luck: 0.04'; }
        few() { finish 'signal_frequency: 8, hit_rate: 0.56, ic: 0.04, ic_p_value: 0.2, luck: 0.04'; }
        coin() { finish 'signal_frequency: 84, hit_rate: 0.498, ic: 0.04, ic_p_value: 0.2, luck: 0.04'; }
        hold() { while [ ! -e "$PV_WORKSPACE/$1" ]; do sleep 0.05; done; }
        . "$folder/script.txt"
        """;

    private ShellWorkspace() {}

    static TestWorkspace in(Path folder) {
        TestWorkspace workspace = TestWorkspace.in(folder);
        workspace.write("worker.sh", WORKER);
        workspace.write(
                ".crypto/config/tiered-validation-protocol.yaml",
                "tiers: {L0: {placebo_worlds: 0}, L1: {placebo_worlds: 0}}\n");
        workspace.write(".crypto/config/parallel-validation.yaml", """
            parallel_validation:
              polling_interval_seconds: 0.1
              worker: {command: [sh, '%s', '{strategy_dir}', '{output_dir}', '{tier}']}
            """.formatted(folder.resolve("worker.sh")));
        return workspace;
    }
}
