package io.github.parallelvalidation.supervise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a worker measured a strategy with, as its results say it: kept with the run, so that two runs can be compared
/// when the files are long others.
///
/// @param parametersHash identifies rules and parameters; null where the worker does not say
/// @param parameters by name, as text; empty where the worker does not say
/// @param data what it says of the bars, by name, as text: `symbol`, `first`, `last`, `window_bars`
public record Inputs(@Nullable String parametersHash, Map<String, String> parameters, Map<String, String> data) {
    public static final Inputs UNKNOWN = new Inputs(null, Map.of(), Map.of());

    public Inputs {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    public boolean isKnown() {
        return parametersHash != null || !parameters.isEmpty() || !data.isEmpty();
    }
}
