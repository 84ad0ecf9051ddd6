package io.github.parallelvalidation.tools;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One tool: arguments in, a document out.
interface Tool {
    /// @throws ToolException when the call is refused
    /// @throws InterruptedException when the process ends meanwhile
    Map<String, @Nullable Object> call(Arguments arguments, Caller caller) throws InterruptedException;
}
