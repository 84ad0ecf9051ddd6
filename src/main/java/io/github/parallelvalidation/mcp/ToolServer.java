package io.github.parallelvalidation.mcp;

import io.github.parallelvalidation.tools.ToolAnswer;
import io.github.parallelvalidation.tools.ToolDescription;
import io.github.parallelvalidation.tools.Tools;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Serves the tools until its input ends; then it stops what runs and puts back what has no result.
public final class ToolServer {
    /// So long a person may think about a question.
    private static final Duration FOR_AN_ANSWER = Duration.ofHours(1);
    /// Workers are given three seconds, then ended by force; writing the files takes the rest.
    private static final int SECONDS_TO_END = 15;
    private static final String MANY_CALLS = "512";

    private final Tools tools;
    private final InputStream in;
    private final OutputStream out;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Set<Object> cancelled = ConcurrentHashMap.newKeySet();
    private final Phaser calls = new Phaser(1);
    /// A signal may come while the input has just ended.
    private final AtomicBoolean isEnding = new AtomicBoolean();

    /// @param in the client's messages
    /// @param out for messages to the client, and nothing else
    public ToolServer(Tools tools, InputStream in, OutputStream out) {
        this.tools = tools;
        this.in = in;
        this.out = out;
    }

    /// @param name of the program, with its version
    /// @param instructions what a model is told of the server as a whole
    public void run(String name, String version, String instructions) throws InterruptedException {
        // A call that polls takes a thread for minutes; the usual ten for each processor are soon used up.
        System.setProperty("reactor.schedulers.defaultBoundedElasticSize", MANY_CALLS);
        System.setProperty("reactor.schedulers.defaultBoundedElasticOnVirtualThreads", "true");
        // It would say on standard error that nobody wants its log.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        McpJsonMapper json = McpJsonDefaults.getMapper();
        InputStream messages = new InputFilter(
                in, out, text -> McpSchema.deserializeJsonRpcMessage(json, text), cancelled::add, ended::countDown);
        McpSyncServer server = McpServer.sync(new StdioServerTransportProvider(json, messages, out))
                .serverInfo(name, version)
                .instructions(instructions)
                .requestTimeout(FOR_AN_ANSWER)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                // The tools check what they are given themselves, in the same words for everybody.
                .validateToolInputs(false)
                .tools(Tools.descriptions().stream()
                        .map(tool -> specification(tool, json))
                        .toList())
                .build();
        Thread others = Thread.ofVirtual().start(this::answerOthers);
        ended.await();
        end();
        others.join();
        server.close();
    }

    /// A command that a person types may be meant for the run that is on here.
    private void answerOthers() {
        try {
            tools.answerOthers(() -> ended.getCount() > 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops what runs; the server ends by itself when its input does.
    public void end() throws InterruptedException {
        ended.countDown();
        tools.close();
        try {
            if (!isEnding.getAndSet(true)) {
                calls.arrive();
            }
            calls.awaitAdvanceInterruptibly(0, SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // What still runs ends with the process, and can be resumed.
            return;
        }
    }

    private SyncToolSpecification specification(ToolDescription tool, McpJsonMapper json) {
        Tool published = Tool.builder(tool.name(), withoutNulls(tool.input()))
                .title(tool.title())
                .description(tool.description())
                .outputSchema(tool.output().outline())
                .annotations(ToolAnnotations.builder()
                        .title(tool.title())
                        .readOnlyHint(tool.readsOnly())
                        .destructiveHint(false)
                        .openWorldHint(false)
                        .build())
                .build();
        return new SyncToolSpecification(published, (exchange, request) -> call(tool.name(), exchange, request, json));
    }

    private static Map<String, Object> withoutNulls(Map<String, ?> schema) {
        Map<String, Object> known = new LinkedHashMap<>();
        schema.forEach((key, value) -> {
            if (value != null) {
                known.put(key, value);
            }
        });
        return known;
    }

    private CallToolResult call(
            String name, McpSyncServerExchange exchange, CallToolRequest request, McpJsonMapper json) {
        calls.register();
        try {
            Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
            McpCaller caller = new McpCaller(exchange, request, () -> hasGoneAway(request));
            ToolAnswer answer = tools.call(name, withoutNulls(arguments), caller);
            return CallToolResult.builder(List.of(TextContent.builder(json.writeValueAsString(answer.document()))
                            .build()))
                    .structuredContent(answer.document())
                    .isError(answer.isError())
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException("JSON of maps and lists cannot fail", e);
        } finally {
            id(request).ifPresent(cancelled::remove);
            calls.arriveAndDeregister();
        }
    }

    private boolean hasGoneAway(CallToolRequest request) {
        return ended.getCount() == 0 || id(request).filter(cancelled::contains).isPresent();
    }

    /// The id of the request that a call came with.
    private static Optional<Object> id(CallToolRequest request) {
        return Optional.ofNullable(request.meta()).map(meta -> meta.get(InputFilter.REQUEST));
    }
}
