package io.github.parallelvalidation.mcp;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers to messages that the SDK never sees.
///
/// @param out whoever else writes there locks it
record DirectAnswers(OutputStream out) {
    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int INVALID_PARAMS = -32602;
    static final int NOT_INITIALIZED = -32002;

    private static final byte[] NOTHING = {};

    /// @param id of the request, or null where it is not known
    /// @return nothing, which is what the SDK gets
    byte[] refuse(@Nullable Object id, int code, String sentence) throws IOException {
        return answer(id, "error", Map.of("code", code, "message", sentence));
    }

    /// @param key `result` or `error`
    /// @return nothing, which is what the SDK gets
    byte[] answer(@Nullable Object id, String key, Map<String, Object> value) throws IOException {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put(key, value);
        String line = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(answer) + "\n";
        synchronized (out) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return NOTHING;
    }
}
