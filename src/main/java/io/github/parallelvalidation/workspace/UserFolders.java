package io.github.parallelvalidation.workspace;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The folders for a person's own files of this program, as each operating system has them.
///
/// @param environment the process's environment
/// @param home the person's home
/// @param system the name of the operating system
public record UserFolders(Map<String, String> environment, Path home, String system) {
    private static final String NAME = "parallel-validation";

    /// What Debian gives to users without a home: nothing can be written there, and what would be is done without.
    private static final Path NO_HOME = Path.of("/nonexistent");

    public UserFolders {
        environment = Map.copyOf(environment);
    }

    public static UserFolders ofProcess() {
        // Java asks the password file for a home; a person who sets HOME means that.
        String set = System.getenv().getOrDefault("HOME", "");
        String home = set.isBlank() ? System.getProperty("user.home", "") : set;
        Path path = Path.of(home);
        // Java says "?" for a user whom the password file does not know; that would be a folder in the workspace.
        return new UserFolders(System.getenv(), path.isAbsolute() ? path : NO_HOME, System.getProperty("os.name", ""));
    }

    /// What the window remembers between two starts.
    public Path window() {
        return state().resolve("window.yaml");
    }

    /// Where earlier versions kept it.
    public Path formerWindow() {
        return folder("XDG_CONFIG_HOME", ".config").resolve("window.yaml");
    }

    /// The copy of the sample that the first start opens.
    public Path sample() {
        return folder("XDG_DATA_HOME", ".local/share").resolve("sample-workspace");
    }

    /// Bars that were read before, in a form that is quick to read again. May be deleted at any time.
    public Path bars() {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return home.resolve("Library/Caches").resolve(NAME).resolve("bars");
        }
        if (os.contains("windows")) {
            return set("LOCALAPPDATA")
                    .orElse(home.resolve("AppData/Local"))
                    .resolve(NAME)
                    .resolve("bars");
        }
        return set("XDG_CACHE_HOME")
                .orElse(home.resolve(".cache"))
                .resolve(NAME)
                .resolve("bars");
    }

    /// Which programs of which workspaces this person has accepted.
    public Path accepted() {
        return state().resolve("accepted");
    }

    /// What belongs to this machine, and is no setting.
    private Path state() {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("windows")) {
            return set("LOCALAPPDATA").orElse(home.resolve("AppData/Local")).resolve(NAME);
        }
        return folder("XDG_STATE_HOME", ".local/state");
    }

    private Path folder(String variable, String fallback) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support").resolve(NAME);
        }
        if (os.contains("windows")) {
            return set("APPDATA").orElse(home.resolve("AppData/Roaming")).resolve(NAME);
        }
        return set(variable).orElse(home.resolve(fallback)).resolve(NAME);
    }

    private Optional<Path> set(String variable) {
        // A relative path in the environment is to be ignored, says the XDG specification.
        return Optional.ofNullable(environment.get(variable)).map(Path::of).filter(Path::isAbsolute);
    }
}
