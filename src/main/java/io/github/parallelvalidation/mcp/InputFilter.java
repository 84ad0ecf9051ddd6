package io.github.parallelvalidation.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What stands between standard input and the SDK, which gives up at the first line that is no message and does not
/// know cancellation: each line is answered with an error here, or handed on whole. A call is marked with the id of its
/// request, so that its cancellation can be told from others'.
final class InputFilter extends InputStream {
    /// Under this key of its `_meta` a call has the id of its request.
    static final String REQUEST = "io.github.parallelvalidation/request";

    private static final int MOST_BYTES = 4 << 20;
    private static final byte[] INITIALIZED =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n".getBytes(StandardCharsets.UTF_8);

    private final InputStream in;
    private final DirectAnswers answers;
    private final Reader reader;
    private final Consumer<Object> cancelled;
    private final Runnable ended;
    private byte[] line = {};
    private int place;
    private boolean isInitializing;
    private boolean isInitialized;

    /// Reads a message as the SDK will.
    @FunctionalInterface
    interface Reader {
        void read(String text) throws IOException;
    }

    /// @param out where answers go; whoever else writes there locks it
    /// @param reader by what it refuses the SDK would be at its end
    /// @param cancelled is told the id of a request that was cancelled
    /// @param ended is told when the input has ended
    InputFilter(InputStream in, OutputStream out, Reader reader, Consumer<Object> cancelled, Runnable ended) {
        this.in = new BufferedInputStream(in);
        this.answers = new DirectAnswers(out);
        this.reader = reader;
        this.cancelled = cancelled;
        this.ended = ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (place == line.length) {
            Optional<byte[]> next = next();
            if (next.isEmpty()) {
                ended.run();
                return -1;
            }
            line = next.get();
            place = 0;
        }
        int count = Math.min(length, line.length - place);
        System.arraycopy(line, place, target, offset, count);
        place += count;
        return count;
    }

    /// @return the next line for the SDK, which may be empty; none at the end of the input
    private Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        int read = in.read();
        while (read >= 0 && read != '\n') {
            tooLong |= bytes.size() >= MOST_BYTES;
            if (!tooLong) {
                bytes.write(read);
            }
            read = in.read();
        }
        if (read < 0) {
            // Half a message: whoever sent it is gone.
            return Optional.empty();
        }
        if (tooLong) {
            answers.refuse(
                    null, DirectAnswers.PARSE_ERROR, "a message may have %d bytes at most".formatted(MOST_BYTES));
            return Optional.of(new byte[0]);
        }
        return Optional.of(message(bytes.toByteArray()));
    }

    private byte[] message(byte[] bytes) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return answers.refuse(null, DirectAnswers.PARSE_ERROR, "a message is one line of JSON in UTF-8");
        }
        if (text.isBlank()) {
            return new byte[0];
        }
        Object value;
        try {
            value = parsed(text);
        } catch (IOException e) {
            return answers.refuse(
                    null, DirectAnswers.PARSE_ERROR, "a message is one line of JSON; this one cannot be read");
        }
        if (!(value instanceof Map<?, ?> map)) {
            return answers.refuse(
                    null,
                    DirectAnswers.INVALID_REQUEST,
                    "a message is a JSON object; batches are not part of the protocol");
        }
        return message(map, text);
    }

    /// @throws IOException when it is no JSON, or more than one value
    private static @Nullable Object parsed(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            Object value = JSON.std.anyFrom(parser);
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
            return value;
        }
    }

    private byte[] message(Map<?, ?> message, String text) throws IOException {
        Object id = message.get("id");
        if (!"2.0".equals(message.get("jsonrpc"))) {
            return answers.refuse(id, DirectAnswers.INVALID_REQUEST, "a message has \"jsonrpc\": \"2.0\"");
        }
        if (message.get("method") instanceof String method) {
            return message(message, method, id, text);
        }
        boolean isResponse = message.containsKey("result") || message.containsKey("error");
        return isResponse && id != null
                ? handed(text, id)
                : answers.refuse(
                        id, DirectAnswers.INVALID_REQUEST, "a message has a method, or answers one with a result");
    }

    private byte[] message(Map<?, ?> message, String method, @Nullable Object id, String text) throws IOException {
        if (message.containsKey("id") && !(id instanceof String || id instanceof Number)) {
            return answers.refuse(null, DirectAnswers.INVALID_REQUEST, "an id is a text or a number");
        }
        return switch (method) {
            case "initialize" -> {
                isInitializing = true;
                yield handed(text, id);
            }
            case "notifications/initialized" -> {
                isInitialized = true;
                yield handed(text, id);
            }
            case "notifications/cancelled" -> {
                if (message.get("params") instanceof Map<?, ?> params && params.get("requestId") != null) {
                    cancelled.accept(params.get("requestId"));
                }
                yield new byte[0];
            }
            default -> request(message, method, id, text);
        };
    }

    private byte[] request(Map<?, ?> message, String method, @Nullable Object id, String text) throws IOException {
        if (id == null) {
            return handed(text, null);
        }
        if (!isInitializing) {
            return method.equals("ping")
                    ? answers.answer(id, "result", Map.of())
                    : answers.refuse(id, DirectAnswers.NOT_INITIALIZED, "send initialize first");
        }
        boolean isCall = method.equals("tools/call");
        if (isCall && !isCall(message.get("params"))) {
            return answers.refuse(
                    id, DirectAnswers.INVALID_PARAMS, "a call has a name, and arguments that are an object");
        }
        byte[] request = handed(isCall ? marked(message, id) : text, id);
        if (isInitialized || request.length == 0) {
            return request;
        }
        // The SDK would let the request wait for this for ever.
        isInitialized = true;
        byte[] both = new byte[INITIALIZED.length + request.length];
        System.arraycopy(INITIALIZED, 0, both, 0, INITIALIZED.length);
        System.arraycopy(request, 0, both, INITIALIZED.length, request.length);
        return both;
    }

    private static boolean isCall(@Nullable Object params) {
        return params instanceof Map<?, ?> map
                && map.get("name") instanceof String
                && (map.get("arguments") == null || map.get("arguments") instanceof Map);
    }

    private static String marked(Map<?, ?> message, Object id) throws IOException {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(message);
        Map<Object, @Nullable Object> params = copy(message.get("params"));
        Map<Object, @Nullable Object> meta = copy(params.get("_meta"));
        meta.put(REQUEST, id);
        params.put("_meta", meta);
        copy.put("params", params);
        return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(copy);
    }

    private static Map<Object, @Nullable Object> copy(@Nullable Object map) {
        return map instanceof Map<?, ?> known ? new LinkedHashMap<>(known) : new LinkedHashMap<>();
    }

    /// The SDK stops reading at the first line that it cannot read, and nobody would hear of the end of the input.
    private byte[] handed(String text, @Nullable Object id) throws IOException {
        try {
            reader.read(text);
            return line(text);
        } catch (IOException | RuntimeException e) {
            return answers.refuse(
                    id instanceof Integer || id instanceof Long || id instanceof String ? id : null,
                    DirectAnswers.INVALID_REQUEST,
                    "this message is not as the protocol has it");
        }
    }

    private static byte[] line(String text) {
        return (text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
