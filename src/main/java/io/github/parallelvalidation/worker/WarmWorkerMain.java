package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.process.PeakMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The main class of a built-in worker that judges one strategy after another, each as a [WarmRequest] on standard
/// input: Java starts once, its code gets quick, and markets are kept for the next strategy. It ends with its
/// input.
///
/// What a strategy's computation throws beyond its own errors, lack of memory above all, ends the process, as it
/// would end one that judges a single strategy.
public final class WarmWorkerMain {
    private static final int ORPHANED = 4;

    /// Who looks at a run sees no sooner how far a strategy is.
    private static final Duration MOMENT = Duration.ofMillis(50);

    private WarmWorkerMain() {}

    static void main() throws IOException, InterruptedException {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        ParentWatch.start();
        GatheredOutput gathered = GatheredOutput.start(System.out, MOMENT);
        LineEnds lines = new LineEnds(gathered);
        PrintStream out = new PrintStream(lines, false, StandardCharsets.UTF_8);
        System.setOut(out);
        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("requests").start(() -> receive(requests));
        WorkerMarkets markets = WorkerMarkets.ofHeap(Runtime.getRuntime().maxMemory());
        while (true) {
            try {
                serve(WarmRequest.parse(requests.take()), markets, out, lines);
            } finally {
                // The last words of a process that ends count, too.
                gathered.passOn();
            }
        }
    }

    /// Judges one strategy.
    static void serve(WarmRequest request, WorkerMarkets markets, PrintStream out, LineEnds lines) throws IOException {
        PeakMemory.reset();
        int status = WorkerMain.judge(request.arguments(), request.environment(), out, markets);
        out.flush();
        lines.endLine();
        String workerId = Objects.requireNonNull(request.environment().get(WorkerArguments.WORKER_ID));
        out.println(new WarmReply(status, PeakMemory.kilobytes()).line(workerId));
        out.flush();
    }

    /// Nobody waits for a result once the input has ended: not even for the one that is being computed.
    private static void receive(BlockingQueue<String> requests) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                requests.add(line);
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(ORPHANED);
        }
    }
}
