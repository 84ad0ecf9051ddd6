package io.github.parallelvalidation.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.tools.Documents;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A client that writes its messages by hand, line by line. Every line that the server writes must be a message.
final class Lines implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 40;
    /// No message is empty.
    private static final Map<String, Object> END = Map.of();

    private final OutputStream to;
    private final BlockingQueue<Map<String, Object>> received = new LinkedBlockingQueue<>();
    private final List<Map<String, Object>> seen = new ArrayList<>();
    private int last;

    Lines(OutputStream to, InputStream from) {
        this.to = to;
        Thread.ofPlatform().daemon().name("lines").start(() -> read(from));
    }

    private void read(InputStream from) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> received.add(message(line)));
        } catch (IOException | UncheckedIOException e) {
            received.add(Map.of("no message", e));
        }
        received.add(END);
    }

    /// What is no message is handed on as it is, for the test to fail at.
    private static Map<String, Object> message(String line) {
        try {
            Map<String, Object> message = JSON.std.mapFrom(line);
            return message.isEmpty() ? Map.of("no message", line) : message;
        } catch (IOException e) {
            return Map.of("no message", line);
        }
    }

    void send(String json) throws IOException {
        sendBytes((json.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void sendBytes(byte[] bytes) throws IOException {
        to.write(bytes);
        to.flush();
    }

    /// The next message of the server.
    Map<String, Object> next() throws InterruptedException {
        Map<String, Object> message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("a message comes; seen: %s", seen).isNotNull();
        if (!message.isEmpty()) {
            assertThat(message).containsEntry("jsonrpc", "2.0");
        }
        seen.add(message);
        return message;
    }

    /// The answer to a request; what comes before it is passed over.
    Map<String, Object> answerTo(Object id) throws InterruptedException {
        Map<String, Object> message = next();
        while (!id.equals(message.get("id")) || message.containsKey("method")) {
            assertThat(message).as("the server has not ended").isNotEmpty();
            message = next();
        }
        return message;
    }

    /// Sends a request; returns its id.
    int request(String method, String params) throws IOException {
        send("{'jsonrpc': '2.0', 'id': %d, 'method': '%s', 'params': %s}".formatted(++last, method, params));
        return last;
    }

    Map<String, Object> asks(String method, String params) throws IOException, InterruptedException {
        return answerTo(request(method, params));
    }

    /// @return the id of the request
    int calls(String tool, String arguments) throws IOException {
        return request("tools/call", "{'name': '%s', 'arguments': %s}".formatted(tool, arguments));
    }

    /// A call that is carried out.
    Map<String, @Nullable Object> does(String tool, String arguments) throws IOException, InterruptedException {
        return document(answerTo(calls(tool, arguments)), false);
    }

    /// A call that is refused.
    Map<String, @Nullable Object> isRefused(String tool, String arguments) throws IOException, InterruptedException {
        return Documents.map(document(answerTo(calls(tool, arguments)), true).get("error"));
    }

    static Map<String, @Nullable Object> document(Map<String, Object> answer, boolean isError) {
        Map<String, @Nullable Object> result = Documents.map(answer.get("result"));
        assertThat(result.get("isError")).as(answer::toString).isEqualTo(isError);
        return Documents.map(result.get("structuredContent"));
    }

    String spawns(String strategy) throws IOException, InterruptedException {
        return String.valueOf(
                does("spawn_parallel_worker", "{'task_spec': {'strategy_id': '%s', 'tier': 'L0'}}".formatted(strategy))
                        .get("worker_id"));
    }

    void initialize(String capabilities) throws IOException, InterruptedException {
        Map<String, Object> answer = asks("initialize", """
            {'protocolVersion': '2025-06-18', 'capabilities': %s, 'clientInfo': {'name': 'by hand', 'version': '1'}}\
            """.formatted(capabilities));
        assertThat(answer).containsKey("result");
        send("{'jsonrpc': '2.0', 'method': 'notifications/initialized'}");
    }

    /// The server writes nothing more.
    void expectEnd() throws InterruptedException {
        while (!next().isEmpty()) {
            // What was on its way.
        }
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
