package io.github.parallelvalidation.tools;

import static io.github.parallelvalidation.TestWorkspace.until;
import static io.github.parallelvalidation.tools.Agent.MERGE;
import static io.github.parallelvalidation.tools.Agent.SPAWN;
import static io.github.parallelvalidation.tools.Agent.UPDATE;
import static io.github.parallelvalidation.tools.Agent.spec;
import static io.github.parallelvalidation.tools.Agent.update;
import static io.github.parallelvalidation.tools.ToolException.Kind.REFUSED;
import static io.github.parallelvalidation.tools.ToolException.Kind.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls that one process leaves for another, which has the open run.
class MailboxTest {
    @TempDir
    private Path folder;

    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private Lab lab;

    @BeforeEach
    void aWorkspace() {
        lab = Lab.in(folder, "pass", "fail", "pass");
    }

    @AfterEach
    void close() throws InterruptedException {
        goesOn.set(false);
        lab.close();
    }

    /// An agent whose process answers others' calls.
    private Agent holder() {
        Agent agent = lab.agent();
        Thread.ofVirtual().start(() -> {
            try {
                agent.tools().answerOthers(goesOn::get);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return agent;
    }

    private Path calls() {
        return lab.workspace().workspace().pipeline().resolve("tool-calls");
    }

    private void assertNoCallIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(calls())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whoeverHasTheRunAnswersForOthers() throws IOException {
        Agent holder = holder();
        String first = holder.spawns("STR-101");
        Agent other = lab.agent();
        String second = other.spawns("STR-102");
        assertThat(other.looksAt(second))
                .containsEntry("run_id", holder.looksAt(first).get("run_id"));
        other.does(UPDATE, update("STR-103", "L0", "VALIDATING"));
        assertThat(other.isRefused(REFUSED, SPAWN, spec("STR-101", "L0")).get("message"))
                .asString()
                .contains("already as " + first);
        other.isRefused(USAGE, SPAWN, "{'task_spec': 5}");
        assertThat(other.merges(first, second)).containsEntry("pass_count", 1).containsEntry("fail_count", 1);
        assertThat(holder.tools().hasOpenRun()).isFalse();
        assertThat(lab.statuses()).containsExactly("L0_PASSED", "L0_FAILED", "PENDING");
        assertNoCallIsLeft();
    }

    @Test
    void whatIsAskedForLongAgoIsNotCarriedOut() throws IOException {
        Agent holder = holder();
        holder.spawns("STR-101");
        Files.createDirectories(calls());
        Path abandoned = calls().resolve("a.call.json");
        Path written = calls().resolve("a.tmp");
        Files.writeString(written, Documents.text(Map.of("tool", MERGE, "arguments", Map.of())));
        Files.setLastModifiedTime(written, FileTime.from(Instant.now().minusSeconds(90)));
        Files.move(written, abandoned);
        until("it was taken away", () -> !Files.exists(abandoned));
        assertThat(holder.tools().hasOpenRun()).isTrue();
        assertThat(calls().resolve("a.answer.json")).doesNotExist();
    }

    @Test
    void answersThatNobodyTookAreRemoved() throws IOException {
        Files.createDirectories(calls());
        Path old = Files.writeString(calls().resolve("b.answer.json"), "{}");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(90)));
        Path fresh = Files.writeString(calls().resolve("c.answer.json"), "{}");
        holder();
        until("the old one is gone", () -> !Files.exists(old));
        assertThat(fresh).exists();
    }

    @Test
    void whatIsNoCallIsRemovedAndTheNextIsAnswered() throws IOException {
        Agent holder = holder();
        holder.spawns("STR-101");
        Files.createDirectories(calls());
        Files.writeString(calls().resolve("d.call.json"), "garbage");
        Files.writeString(calls().resolve("e.call.json"), "[]");
        Files.createSymbolicLink(calls().resolve("f.call.json"), Files.writeString(folder.resolve("secret"), "{}"));
        Files.writeString(calls().resolve("g.call.json"), "{}");
        Files.writeString(calls().resolve("h.call.json"), "{\"tool\": 5, \"arguments\": []}");
        String worker = lab.agent().spawns("STR-102");
        assertThat(holder.polls(worker)).containsEntry("status", "COMPLETED");
        until("none is left", () -> {
            try (Stream<Path> left = Files.list(calls())) {
                return left.noneMatch(path -> path.toString().endsWith(".call.json") && !Files.isSymbolicLink(path));
            } catch (IOException e) {
                return false;
            }
        });
        assertThat(folder.resolve("secret")).exists();
    }

    @Test
    void whereNobodyAnswersAnyMoreThatIsSaid() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        Optional<ToolAnswer> answer = new Mailbox(lab.workspace().workspace(), Duration.ofMillis(200))
                .ask(MERGE, Map.of(), () -> asked.incrementAndGet() < 3);
        assertThat(answer).isEmpty();
        assertThat(calls()).isEmptyDirectory();
    }

    @Test
    void anAnswerIsReadAsItWasGiven() throws InterruptedException {
        Mailbox mailbox = new Mailbox(lab.workspace().workspace());
        Map<String, @Nullable Object> document = Documents.quoted("{'a': [1, null, 'ü漢🙂'], 'b': {'c': 1.5}}");
        Thread.ofVirtual().start(() -> {
            try {
                mailbox.serve(call -> new ToolAnswer(call, Optional.of(REFUSED)), goesOn::get);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ToolAnswer answer = mailbox.ask("any", document, () -> true).orElseThrow();
        assertThat(answer.refusal()).contains(REFUSED);
        assertThat(answer.document()).containsEntry("tool", "any").containsEntry("arguments", document);
    }
}
