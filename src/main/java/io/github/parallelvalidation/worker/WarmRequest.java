package io.github.parallelvalidation.worker;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One strategy for a worker that judges many: the arguments and the environment that a process of its own would
/// have been started with. One line of JSON on the worker's standard input.
///
/// The worker answers on its standard output, with what it has to say and then the line of a [WarmReply].
///
/// @param arguments as of the worker protocol
/// @param environment `PV_RUN_ID` and its like
public record WarmRequest(List<String> arguments, Map<String, String> environment) {
    /// Raised when a request or an answer changes its form.
    private static final int VERSION = 1;

    private static final String PROTOCOL = "protocol";
    private static final String ARGUMENTS = "arguments";
    private static final String ENVIRONMENT = "environment";

    public WarmRequest {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    public String line() throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(PROTOCOL, VERSION);
        map.put(ARGUMENTS, arguments);
        map.put(ENVIRONMENT, environment);
        return JSON.std.asString(map) + "\n";
    }

    /// @throws IOException when it is no request of this version: the program was replaced while its worker ran
    static WarmRequest parse(String line) throws IOException {
        Map<String, Object> map = JSON.std.mapFrom(line);
        if (!(map.get(PROTOCOL) instanceof Integer version) || version != VERSION) {
            throw new IOException("expected a request of version %d, found: %s".formatted(VERSION, line));
        }
        List<String> arguments = ((List<?>) Objects.requireNonNull(map.get(ARGUMENTS)))
                .stream().map(String::valueOf).toList();
        Map<String, String> environment = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(map.get(ENVIRONMENT)))
                .forEach((name, value) -> environment.put(String.valueOf(name), String.valueOf(value)));
        return new WarmRequest(arguments, environment);
    }
}
