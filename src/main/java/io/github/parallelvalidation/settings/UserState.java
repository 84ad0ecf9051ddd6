package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.workspace.AtomicFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the program remembers of a person between two starts.
///
/// @param workspaces the last ones that were open, newest first
/// @param dark whether the window is dark
/// @param width of the window in pixels; `height` likewise
public record UserState(List<Path> workspaces, boolean dark, double width, double height) {
    public static final UserState DEFAULT = new UserState(List.of(), false, 1280, 900);
    private static final int MOST = 8;

    public UserState {
        workspaces = List.copyOf(workspaces);
    }

    /// The last workspace that is still there.
    public Optional<Workspace> last() {
        return workspaces.stream()
                .filter(folder -> Files.isDirectory(folder.resolve(Workspace.FOLDER)))
                .findFirst()
                .map(Workspace::new);
    }

    public UserState opened(Workspace workspace) {
        List<Path> next = new ArrayList<>(workspaces);
        next.remove(workspace.root());
        next.addFirst(workspace.root());
        return new UserState(next.subList(0, Math.min(MOST, next.size())), dark, width, height);
    }

    public UserState dark(boolean now) {
        return new UserState(workspaces, now, width, height);
    }

    public UserState sized(double newWidth, double newHeight) {
        return new UserState(workspaces, dark, newWidth, newHeight);
    }

    /// What is remembered; the default where nothing is, or where it cannot be understood: it is a convenience.
    public static UserState read(Path file) {
        if (!Files.exists(file)) {
            return DEFAULT;
        }
        try {
            YamlMapping map = YamlDocument.read(file).asMapping("the remembered state");
            return new UserState(
                    map.find("workspaces")
                            .map(node -> node.asSequence("workspaces").items().stream()
                                    .map(item ->
                                            Path.of(item.asScalar("a workspace").value()))
                                    .toList())
                            .orElse(List.of()),
                    map.find("dark")
                            .map(node -> node.asScalar("dark").asBoolean("dark"))
                            .orElse(DEFAULT.dark),
                    number(map, "width", DEFAULT.width),
                    number(map, "height", DEFAULT.height));
        } catch (ProblemException forgotten) {
            return DEFAULT;
        }
    }

    public void write(Path file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("workspaces", workspaces.stream().map(Path::toString).toList());
        map.put("dark", dark);
        map.put("width", width);
        map.put("height", height);
        AtomicFile.write(file, YamlText.dump(map));
    }

    private static double number(YamlMapping map, String key, double fallback) {
        return map.find(key)
                .map(node -> node.asScalar(key).asDouble(key, 400, 20_000))
                .orElse(fallback);
    }
}
