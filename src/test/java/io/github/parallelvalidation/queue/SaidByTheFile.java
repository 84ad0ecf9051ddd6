package io.github.parallelvalidation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What a queue says to another reader, and the comments and lines it holds.
final class SaidByTheFile {
    private static final Set<String> OURS = Set.of("status", "updated_at", "failure_reason", "relaxed_gates");

    private SaidByTheFile() {}

    /// Fails unless the later text says what the changes ask for and else the same in the same words.
    static void requireOnly(String before, String after, List<StatusChange> changes) {
        Map<String, StatusChange> byId = new LinkedHashMap<>();
        changes.forEach(change -> byId.put(change.id().value(), change));
        assertThat(others(load(after), byId.keySet())).isEqualTo(others(load(before), byId.keySet()));
        Map<String, Map<?, ?>> then = entries(load(before));
        Map<String, Map<?, ?>> now = entries(load(after));
        byId.forEach((id, change) -> requireChange(change, entry(then, id), entry(now, id)));
        assertThat(comments(after)).isEqualTo(comments(before));
        assertThat(foreignLines(after)).isEqualTo(foreignLines(before));
        assertThat(lineEnds(after))
                .isSubsetOf(lineEnds(before + (lineEnds(before).isEmpty() ? "\n" : "")));
    }

    private static Map<?, ?> entry(Map<String, Map<?, ?>> entries, String id) {
        return Objects.requireNonNull(entries.get(id), id);
    }

    private static void requireChange(StatusChange change, Map<?, ?> before, Map<?, ?> after) {
        Map<String, String> expected = ours(before);
        switch (change) {
            case StatusChange.Begin begin ->
                expected.put("status", begin.status().name());
            case StatusChange.Finish finish -> {
                expected.put("status", finish.status().name());
                expected.remove("updated_at");
                expected.remove("failure_reason");
                expected.remove("relaxed_gates");
                if (finish.failureReason() != null) {
                    expected.put("failure_reason", finish.failureReason());
                }
                if (!finish.relaxedGates().isEmpty()) {
                    expected.put(
                            "relaxed_gates",
                            finish.relaxedGates().entrySet().stream()
                                    .map(gate -> gate.getKey() + "=" + gate.getValue())
                                    .collect(Collectors.joining(" ")));
                }
                assertThat(after.get("updated_at")).isNotNull();
            }
            case StatusChange.Again _ -> expected.put("status", Status.PENDING.name());
            case StatusChange.Restore _ -> expected.remove("status");
        }
        Map<String, String> found = ours(after);
        if (change instanceof StatusChange.Finish) {
            found.remove("updated_at");
        }
        if (change instanceof StatusChange.Restore) {
            assertThat(Status.parse(found.getOrDefault("status", ""))).isIn(Status.PENDING, Status.L0_PENDING);
            found.remove("status");
        }
        assertThat(found).isEqualTo(expected);
    }

    private static Map<String, String> ours(Map<?, ?> entry) {
        Map<String, String> values = new TreeMap<>();
        for (String key : OURS) {
            if (entry.get(key) != null) {
                values.put(key, String.valueOf(entry.get(key)).strip());
            }
        }
        return values;
    }

    private static Object load(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(100);
        options.setNestingDepthLimit(100);
        return new Yaml(new SafeConstructor(options)).load(text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    /// The tree without our keys in the entries that change.
    private static Object others(Object root, Set<String> changed) {
        Map<String, Map<?, ?>> entries = entries(root);
        Set<Map<?, ?>> free = Collections.newSetFromMap(new IdentityHashMap<>());
        entries.forEach((id, entry) -> {
            if (changed.contains(id)) {
                free.add(entry);
            }
        });
        return without(root, free);
    }

    private static Object without(Object node, Set<Map<?, ?>> free) {
        return switch (node) {
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                boolean isFree = free.contains(map);
                map.forEach((key, value) -> {
                    if (!(isFree && OURS.contains(key))) {
                        copy.put(key, without(value, free));
                    }
                });
                yield copy;
            }
            case List<?> list -> list.stream().map(item -> without(item, free)).toList();
            case null -> "nothing";
            default -> node;
        };
    }

    private static Map<String, Map<?, ?>> entries(Object root) {
        Object list = root;
        if (root instanceof Map<?, ?> map) {
            list = map.containsKey("queue")
                    ? map.get("queue")
                    : map.containsKey("strategies") ? map.get("strategies") : map;
        }
        Map<String, Map<?, ?>> entries = new LinkedHashMap<>();
        if (list instanceof Map<?, ?> byId) {
            byId.forEach((id, entry) -> entries.put(String.valueOf(id), (Map<?, ?>) entry));
        } else {
            for (Object item : (List<?>) list) {
                Map<?, ?> entry = (Map<?, ?>) item;
                Object id = entry.get("id") == null ? entry.get("strategy_id") : entry.get("id");
                entries.put(new StrategyId(String.valueOf(id)).value(), entry);
            }
        }
        return entries;
    }

    private static List<String> comments(String text) {
        return text.lines()
                .filter(line -> line.contains("#"))
                .map(line -> line.substring(line.indexOf('#')))
                .toList();
    }

    /// The lines that hold nothing of ours, in their order.
    private static List<String> foreignLines(String text) {
        return text.lines()
                .filter(line ->
                        !line.contains("{") && !line.contains("}") && !line.contains("id") && !line.contains("<<"))
                .filter(line -> OURS.stream().noneMatch(line::contains))
                .filter(line -> !line.isBlank() && line.lines().noneMatch(SaidByTheFile::isStatus))
                .toList();
    }

    private static boolean isStatus(String line) {
        String bare = line.replaceFirst("^ *: ", "")
                .strip()
                .replace("'", "")
                .replace("\"", "")
                .replaceFirst(" *#.*", "");
        return Status.parse(bare) != Status.FOREIGN;
    }

    private static Set<String> lineEnds(String text) {
        List<String> ends = new ArrayList<>();
        for (String end : List.of("\r\n", "\n", "\r")) {
            if (text.replace("\r\n", end.equals("\r\n") ? "\r\n" : "").contains(end)) {
                ends.add(end);
            }
        }
        return Set.copyOf(ends);
    }
}
