package io.github.parallelvalidation.tools;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer to a call: one document of maps, lists and plain values.
///
/// @param refusal why the call was refused or failed, which the document says in a sentence; empty where it was carried
///     out
public record ToolAnswer(Map<String, @Nullable Object> document, Optional<ToolException.Kind> refusal) {

    public boolean isError() {
        return refusal.isPresent();
    }
}
