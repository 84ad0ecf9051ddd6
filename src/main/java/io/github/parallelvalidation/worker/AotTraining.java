package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceTemplate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The training run for `AotCache`: the built-in worker over the sample workspace in one process, as one that
/// judges many strategies and as one that judges a single one.
public final class AotTraining {
    private AotTraining() {}

    static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        Path folder = Path.of(arguments[0], "workspace");
        WorkspaceTemplate.SAMPLE.copyTo(folder);
        Workspace workspace = new Workspace(folder);
        WorkerMarkets markets = WorkerMarkets.ofHeap(Runtime.getRuntime().maxMemory());
        LineEnds nowhere = new LineEnds(OutputStream.nullOutputStream());
        try (Stream<Path> strategies = Files.list(workspace.strategies());
                PrintStream out = new PrintStream(nowhere, false, StandardCharsets.UTF_8)) {
            for (Path strategy : strategies.sorted().toList()) {
                // STR-NNN-short-name
                String id = strategy.getFileName().toString().substring(0, "STR-NNN".length());
                for (Tier tier : Tier.values()) {
                    WarmRequest request = new WarmRequest(
                            List.of("--tier", tier.name(), "--strategy-id", id),
                            Map.of("PV_WORKSPACE", folder.toString(), WorkerArguments.WORKER_ID, "training"));
                    WarmWorkerMain.serve(WarmRequest.parse(request.line()), markets, out, nowhere);
                    WorkerMain.judge(request.arguments(), request.environment(), out, WorkerMarkets.none());
                }
            }
        }
    }
}
