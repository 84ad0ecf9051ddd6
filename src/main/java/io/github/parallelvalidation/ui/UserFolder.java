package io.github.parallelvalidation.ui;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a program keeps its own settings, by the custom of each system.
final class UserFolder {
    private static final String NAME = "parallel-validation";

    private UserFolder() {}

    static Path config(Map<String, String> environment, String system, Path home) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return absolute(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                    .resolve(NAME);
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support").resolve(NAME);
        }
        return absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                .resolve(NAME);
    }

    /// A relative path in the environment is to be ignored, says the XDG specification.
    private static Path absolute(@Nullable String path, Path otherwise) {
        return path != null && Path.of(path).isAbsolute() ? Path.of(path) : otherwise;
    }
}
