package io.github.parallelvalidation.mcp;

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
    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int NOT_INITIALIZED = -32002;
    private static final byte[] INITIALIZED =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n".getBytes(StandardCharsets.UTF_8);

    private final InputStream in;
    private final OutputStream out;
    private final Consumer<Object> cancelled;
    private final Runnable ended;
    private byte[] line = {};
    private int place;
    private boolean isInitializing;
    private boolean isInitialized;

    /// @param out where answers go; whoever else writes there locks it
    /// @param cancelled is told the id of a request that was cancelled
    /// @param ended is told when the input has ended
    InputFilter(InputStream in, OutputStream out, Consumer<Object> cancelled, Runnable ended) {
        this.in = new BufferedInputStream(in);
        this.out = out;
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
            refuse(null, PARSE_ERROR, "a message may have %d bytes at most".formatted(MOST_BYTES));
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
            return refuse(null, PARSE_ERROR, "a message is one line of JSON in UTF-8");
        }
        if (text.isBlank()) {
            return new byte[0];
        }
        Object value;
        try {
            value = JSON.std.anyFrom(text);
        } catch (IOException e) {
            return refuse(null, PARSE_ERROR, "a message is one line of JSON; this one cannot be read");
        }
        if (!(value instanceof Map<?, ?> map)) {
            return refuse(null, INVALID_REQUEST, "a message is a JSON object; batches are not part of the protocol");
        }
        return message(map, text);
    }

    private byte[] message(Map<?, ?> message, String text) throws IOException {
        Object id = message.get("id");
        if (!"2.0".equals(message.get("jsonrpc"))) {
            return refuse(id, INVALID_REQUEST, "a message has \"jsonrpc\": \"2.0\"");
        }
        if (message.get("method") instanceof String method) {
            return message(message, method, id, text);
        }
        boolean isResponse = message.containsKey("result") || message.containsKey("error");
        return isResponse && id != null
                ? line(text)
                : refuse(id, INVALID_REQUEST, "a message has a method, or answers one with a result");
    }

    private byte[] message(Map<?, ?> message, String method, @Nullable Object id, String text) throws IOException {
        if (id != null && !(id instanceof String || id instanceof Number)) {
            return refuse(null, INVALID_REQUEST, "an id is a text or a number");
        }
        return switch (method) {
            case "initialize" -> {
                isInitializing = true;
                yield line(text);
            }
            case "notifications/initialized" -> {
                isInitialized = true;
                yield line(text);
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
            return line(text);
        }
        if (!isInitializing && !method.equals("ping")) {
            return refuse(id, NOT_INITIALIZED, "send initialize first");
        }
        byte[] request = method.equals("tools/call") ? line(marked(message, id)) : line(text);
        if (isInitialized || !isInitializing) {
            return request;
        }
        // The SDK would let the request wait for this for ever.
        isInitialized = true;
        byte[] both = new byte[INITIALIZED.length + request.length];
        System.arraycopy(INITIALIZED, 0, both, 0, INITIALIZED.length);
        System.arraycopy(request, 0, both, INITIALIZED.length, request.length);
        return both;
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

    private static byte[] line(String text) {
        return (text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] refuse(@Nullable Object id, int code, String sentence) throws IOException {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("error", Map.of("code", code, "message", sentence));
        byte[] bytes = line(JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(answer));
        synchronized (out) {
            out.write(bytes);
            out.flush();
        }
        return new byte[0];
    }
}
