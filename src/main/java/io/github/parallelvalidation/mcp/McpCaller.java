package io.github.parallelvalidation.mcp;

import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.tools.Caller;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A client of the protocol, for the time of one call.
final class McpCaller implements Caller {
    private static final String DECISION = "decision";
    /// Progress must grow with each notification; where the worker says nothing new, by so little.
    private static final double LEAST_STEP = 1e-6;
    private static final long LOOK_MILLIS = 100;

    private final McpSyncServerExchange exchange;
    private final @Nullable Object token;
    private final BooleanSupplier hasGoneAway;
    private double told = -LEAST_STEP;
    private String stageTold = "";

    McpCaller(McpSyncServerExchange exchange, CallToolRequest request, BooleanSupplier hasGoneAway) {
        this.exchange = exchange;
        this.token = request.progressToken();
        this.hasGoneAway = hasGoneAway;
    }

    @Override
    public synchronized void progress(double fraction, String stage) {
        boolean isNews = fraction > told + 0.001 || !stage.equals(stageTold);
        if (token == null || !isNews || hasGoneAway.getAsBoolean()) {
            return;
        }
        told = Math.max(fraction, told + LEAST_STEP);
        stageTold = stage;
        exchange.progressNotification(ProgressNotification.builder(token, told)
                .total(1.0)
                .message(stage)
                .build());
    }

    @Override
    public boolean hasGoneAway() {
        return hasGoneAway.getAsBoolean();
    }

    @Override
    public boolean canAskAPerson() {
        if (exchange.getClientCapabilities() == null
                || exchange.getClientCapabilities().elicitation() == null) {
            return false;
        }
        // Where neither is named forms are meant; some clients show addresses alone.
        var can = exchange.getClientCapabilities().elicitation();
        return can.form() != null || can.url() == null;
    }

    @Override
    public Optional<EscalationOption> ask(String question, List<EscalationOption> choices) {
        Map<String, Object> form = Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        DECISION,
                        Map.of(
                                "type",
                                "string",
                                "title",
                                "Decision",
                                "description",
                                "What is to be done about this run",
                                "enum",
                                choices.stream().map(EscalationOption::code).toList())),
                "required",
                List.of(DECISION));
        ElicitFormRequest asked = ElicitFormRequest.builder(question, form).build();
        return awaited(asked)
                .filter(result -> result.action() == ElicitResult.Action.ACCEPT && result.content() != null)
                .map(result -> result.content().get(DECISION))
                .flatMap(word -> EscalationOption.parse(String.valueOf(word)))
                .filter(choices::contains);
    }

    /// A person may think for long; whoever has gone away meanwhile is not waited for.
    private Optional<ElicitResult> awaited(ElicitFormRequest asked) {
        CompletableFuture<ElicitResult> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(exchange.createElicitation(asked));
            } catch (RuntimeException noAnswer) {
                answer.completeExceptionally(noAnswer);
            }
        });
        try {
            Optional<ElicitResult> known = Optional.empty();
            while (known.isEmpty() && !hasGoneAway.getAsBoolean()) {
                known = look(answer);
            }
            return known;
        } catch (ExecutionException noAnswer) {
            // The client said that it can ask, and then could not: the question stays open.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<ElicitResult> look(CompletableFuture<ElicitResult> answer)
            throws ExecutionException, InterruptedException {
        try {
            return Optional.of(answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException stillThinking) {
            return Optional.empty();
        }
    }
}
