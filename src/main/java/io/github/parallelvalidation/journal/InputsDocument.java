package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.supervise.Inputs;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.util.LinkedHashMap;
import java.util.Map;

/// Converts what a strategy was measured with to and from a mapping of its result.
final class InputsDocument {
    static final String KEY = "inputs";

    private static final String HASH = "parameters_hash";
    private static final String PARAMETERS = "parameters";
    private static final String DATA = "data";

    private InputsDocument() {}

    static Map<String, Object> of(Inputs inputs) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (inputs.parametersHash() != null) {
            map.put(HASH, inputs.parametersHash());
        }
        map.put(PARAMETERS, inputs.parameters());
        map.put(DATA, inputs.data());
        return map;
    }

    /// Records of older versions know nothing of it.
    static Inputs read(YamlMapping result) {
        return result.find(KEY)
                .map(node -> node.asMapping(KEY))
                .map(map -> new Inputs(map.findText(HASH).orElse(null), texts(map, PARAMETERS), texts(map, DATA)))
                .orElse(Inputs.UNKNOWN);
    }

    private static Map<String, String> texts(YamlMapping map, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.find(key)
                .map(node -> node.asMapping(key))
                .ifPresent(mapping -> mapping.pairs()
                        .forEach(pair -> texts.put(
                                pair.key().value(), pair.value().asScalar(key).value())));
        return texts;
    }
}
