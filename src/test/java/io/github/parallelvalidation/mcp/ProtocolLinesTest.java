package io.github.parallelvalidation.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.tools.Documents;
import io.github.parallelvalidation.tools.Hosting;
import io.github.parallelvalidation.tools.Tools;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines that are no message, or none of this protocol: each is answered, and the server goes on.
class ProtocolLinesTest {
    private static final int PARSE_ERROR = -32700;

    @TempDir
    private Path folder;

    private final List<Throwable> mistakes = new CopyOnWriteArrayList<>();
    private Lines client;
    private Thread server;

    @BeforeEach
    void aServer() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", TestWorkspace.PASS);
        Pipe toServer = Pipe.open();
        Pipe fromServer = Pipe.open();
        Tools tools = new Tools(
                TestWorkspace.validation(), workspace.workspace(), Hosting.HERE, Clock.systemUTC(), mistakes::add);
        ToolServer served = new ToolServer(
                tools, Channels.newInputStream(toServer.source()), Channels.newOutputStream(fromServer.sink()));
        server = Thread.ofPlatform().start(() -> {
            try (var _ = fromServer.sink()) {
                served.run("parallel-validation", "1", "instructions");
            } catch (InterruptedException | IOException e) {
                mistakes.add(e);
            }
        });
        client = new Lines(Channels.newOutputStream(toServer.sink()), Channels.newInputStream(fromServer.source()));
    }

    @AfterEach
    void theServerEndsWithItsInput() throws IOException, InterruptedException {
        client.close();
        assertThat(server.join(Duration.ofSeconds(20))).isTrue();
        client.expectEnd();
        assertThat(mistakes).isEmpty();
    }

    private void initialize() throws IOException, InterruptedException {
        client.initialize("{}");
    }

    private void stillAnswers() throws IOException, InterruptedException {
        assertThat(client.asks("ping", "{}")).containsEntry("result", Map.of());
        assertThat((List<?>) Documents.map(client.asks("tools/list", "{}").get("result"))
                        .get("tools"))
                .hasSize(9);
    }

    private static int code(Map<String, Object> answer) {
        Map<String, @Nullable Object> error = Documents.map(answer.get("error"));
        assertThat(String.valueOf(error.get("message"))).isNotBlank();
        return error.get("code") instanceof Integer code ? code : 0;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        garbage                                                   | -32700
        {'jsonrpc': '2.0', 'id': 1                                | -32700
        {'jsonrpc': '2.0', 'id': 1, 'method': 'ping'}}            | -32700
        {'jsonrpc': '2.0', 'id': 1, 'method': 'ping'} x           | -32700
        {'jsonrpc': '2.0', 'id': 1, 'id': 2, 'method': 'ping'}    | -32700
        NaN                                                       | -32700
        []                                                        | -32600
        [{'jsonrpc': '2.0', 'id': 1, 'method': 'ping'}]           | -32600
        5                                                         | -32600
        'text'                                                    | -32600
        null                                                      | -32600
        {}                                                        | -32600
        {'id': 1, 'method': 'ping'}                               | -32600
        {'jsonrpc': '1.0', 'id': 1, 'method': 'ping'}             | -32600
        {'jsonrpc': 2.0, 'id': 1, 'method': 'ping'}               | -32600
        {'jsonrpc': '2.0', 'id': 1}                               | -32600
        {'jsonrpc': '2.0', 'id': 1, 'method': 5}                  | -32600
        {'jsonrpc': '2.0', 'id': 1, 'method': null}               | -32600
        {'jsonrpc': '2.0', 'id': true, 'method': 'ping'}          | -32600
        {'jsonrpc': '2.0', 'id': {'a': 1}, 'method': 'ping'}      | -32600
        {'jsonrpc': '2.0', 'id': [1], 'method': 'ping'}           | -32600
        {'jsonrpc': '2.0', 'id': null, 'method': 'ping'}          | -32600
        {'jsonrpc': '2.0', 'id': 1.5, 'method': 'ping'}           | -32600
        {'jsonrpc': '2.0', 'result': {}}                          | -32600
        """)
    void aLineThatIsNoMessageIsAnsweredWithAnError(String line, int code) throws Exception {
        initialize();
        client.send(line);
        assertThat(code(client.next())).isEqualTo(code);
        stillAnswers();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no/such/method | {}                                      | -32601
        resources/list | {}                                      | -32601
        tools/call     | {'name': 'relax_gates'}                 | -32602
        tools/call     | {}                                      | -32602
        tools/call     | {'name': 5}                             | -32602
        tools/call     | {'name': 'status', 'arguments': 5}      | -32602
        tools/call     | {'name': 'status', 'arguments': 'all'}  | -32602
        tools/call     | {'name': 'status', 'arguments': [1]}    | -32602
        tools/call     | 5                                       | -32602
        tools/call     | []                                      | -32602
        tools/call     | {'name': ['status']}                    | -32602
        """)
    void aRequestThatMeansNothingIsAnsweredWithAnError(String method, String params, int code) throws Exception {
        initialize();
        assertThat(code(client.asks(method, params))).isEqualTo(code);
        stillAnswers();
    }

    @Test
    void aCallWithoutArgumentsHasNone() throws Exception {
        initialize();
        Map<String, Object> status = client.asks("tools/call", "{'name': 'status'}");
        assertThat(Lines.document(status, false)).containsKey("queue");
        Map<String, Object> none = client.asks("tools/call", "{'name': 'status', 'arguments': null}");
        assertThat(Lines.document(none, false)).containsKey("queue");
        Map<String, Object> spawn = client.asks("tools/call", "{'name': 'spawn_parallel_worker'}");
        assertThat(Documents.map(Lines.document(spawn, true).get("error")).get("kind"))
                .isEqualTo("usage");
    }

    @Test
    void aTextThatIsNoUtf8IsRefused() throws Exception {
        initialize();
        client.sendBytes(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}', '\n'});
        assertThat(code(client.next())).isEqualTo(PARSE_ERROR);
        stillAnswers();
        assertThat(String.valueOf(
                        client.isRefused("poll_worker_result", "{'worker_id': '\\ud800 \\u0000 \\u001b[31m 漢'}")
                                .get("message")))
                .contains("no worker", "漢");
        stillAnswers();
    }

    @Test
    void aLineOfFiveMegabytesIsRefusedAndOneOfThreeIsRead() throws Exception {
        initialize();
        byte[] line = new byte[5 << 20];
        Arrays.fill(line, (byte) 'x');
        line[line.length - 1] = '\n';
        client.sendBytes(line);
        assertThat(code(client.next())).isEqualTo(PARSE_ERROR);
        stillAnswers();
        assertThat(client.isRefused("poll_worker_result", "{'worker_id': '%s'}".formatted("y".repeat(3 << 20)))
                        .get("kind"))
                .isEqualTo("usage");
        stillAnswers();
    }

    @Test
    void whatIsNestedDeeplyIsAnswered() throws Exception {
        initialize();
        client.send("[".repeat(100_000));
        assertThat(code(client.next())).isEqualTo(PARSE_ERROR);
        client.calls("status", "{'a': " + "[".repeat(900) + "]".repeat(900) + "}");
        assertThat(client.next()).containsKey("id");
        stillAnswers();
    }

    @Test
    void emptyLinesAndOtherLineBreaksAreNoMatter() throws Exception {
        initialize();
        client.sendBytes("\n\r\n  \n{\"jsonrpc\": \"2.0\", \"id\": \"x\", \"method\": \"ping\"}\r\n"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(client.next()).containsEntry("id", "x").containsKey("result");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'jsonrpc': '2.0', 'id': 99, 'result': {}}",
                "{'jsonrpc': '2.0', 'id': 'none', 'error': {'code': 1, 'message': 'no'}}",
                "{'jsonrpc': '2.0', 'method': 'notifications/cancelled'}",
                "{'jsonrpc': '2.0', 'method': 'notifications/cancelled', 'params': {'requestId': 99}}",
                "{'jsonrpc': '2.0', 'method': 'notifications/no-such-thing', 'params': {}}",
                "{'jsonrpc': '2.0', 'method': 'tools/call', 'params': {'name': 'validate'}}",
                "{'jsonrpc': '2.0', 'method': 'notifications/initialized'}"
            })
    void aMessageThatNeedsNoAnswerGetsNone(String line) throws Exception {
        initialize();
        client.send(line);
        client.send("{'jsonrpc': '2.0', 'id': 'the next', 'method': 'ping'}");
        assertThat(client.next()).as("the first that is said").containsEntry("id", "the next");
    }

    @Test
    void anAnswerThatCannotBeReadIsSaidToBeNone() throws Exception {
        initialize();
        client.send("{'jsonrpc': '2.0', 'id': 99, 'error': 'no'}");
        assertThat(code(client.next())).isEqualTo(-32600);
        stillAnswers();
    }

    @Test
    void nothingIsDoneBeforeInitialize() throws Exception {
        assertThat(client.asks("ping", "{}")).containsKey("result");
        assertThat(code(client.asks("tools/call", "{'name': 'status'}"))).isEqualTo(-32002);
        assertThat(code(client.asks("tools/list", "{}"))).isEqualTo(-32002);
        client.send("garbage");
        assertThat(code(client.next())).isEqualTo(PARSE_ERROR);
        initialize();
        stillAnswers();
    }

    @Test
    void whoForgetsToSayThatItIsInitializedIsServedToo() throws Exception {
        assertThat(client.asks("initialize", """
            {'protocolVersion': '2025-06-18', 'capabilities': {}, 'clientInfo': {'name': 'x', 'version': '1'}}\
            """)).containsKey("result");
        assertThat(client.does("status", "{}")).isNotEmpty();
        stillAnswers();
    }

    @Test
    void aProtocolThatIsNotKnownIsAnsweredWithOneThatIs() throws Exception {
        Map<String, Object> answer = client.asks("initialize", """
            {'protocolVersion': '1999-01-01', 'capabilities': {}, 'clientInfo': {'name': 'x', 'version': '1'}}\
            """);
        Map<String, @Nullable Object> result = Documents.map(answer.get("result"));
        assertThat(String.valueOf(result.get("protocolVersion"))).startsWith("202");
        assertThat(result.get("instructions")).isEqualTo("instructions");
        stillAnswers();
    }

    @Test
    void whoInitializesWronglyMayTryAgain() throws Exception {
        assertThat(client.asks("initialize", "5")).containsKey("id");
        assertThat(client.asks("initialize", "{}")).containsKey("id");
        initialize();
        stillAnswers();
    }

    @Test
    void halfAMessageAtTheEndIsNothing() throws Exception {
        initialize();
        client.sendBytes("{\"jsonrpc\": \"2.0\", \"id\": 5, \"meth".getBytes(StandardCharsets.UTF_8));
        client.close();
        assertThat(server.join(Duration.ofSeconds(20))).isTrue();
    }
}
