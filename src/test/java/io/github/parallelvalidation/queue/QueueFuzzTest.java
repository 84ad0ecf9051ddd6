package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.Fuzz;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Damaged queues: read and then edited, or refused.
class QueueFuzzTest {
    private static final int SMALL = 5_000;

    @Test
    void aDamagedQueueIsReadAndEditedOrRefusedWithItsPlace() throws IOException {
        List<byte[]> corpus = Stream.concat(
                        QueueCorpus.accepted().values().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)),
                        Fuzz.files("src/test/resources/golden-queues", ".*yaml").stream())
                .filter(bytes -> bytes.length < SMALL)
                .toList();
        Fuzz.of("queue", corpus, bytes -> {
            QueueDocument document = QueueDocument.parse(YamlDocument.source(Path.of("queue.yaml"), bytes));
            List<StatusChange> begin = document.queue().awaiting(Tier.L0).stream()
                    .<StatusChange>map(entry -> new StatusChange.Begin(
                            entry.id(),
                            Status.L0_VALIDATING,
                            entry.statusWritten().orElse(null)))
                    .toList();
            String text = new QueueEditor(document).apply(begin).text();
            QueueDocument underway = QueueDocument.parse(
                    YamlDocument.source(Path.of("queue.yaml"), text.getBytes(StandardCharsets.UTF_8)));
            List<StatusChange> back = document.queue().awaiting(Tier.L0).stream()
                    .<StatusChange>map(entry -> new StatusChange.Restore(
                            entry.id(), entry.statusWritten().orElse(null)))
                    .toList();
            String restored = new QueueEditor(underway).apply(back).text();
            if (!restored.equals(document.source().text())) {
                throw new IllegalStateException("not put back byte for byte:\n" + restored);
            }
        });
    }
}
