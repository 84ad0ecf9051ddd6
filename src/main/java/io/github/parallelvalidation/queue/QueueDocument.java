package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlEdits;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A parsed queue together with its source text.
///
/// @param root the whole document
/// @param places each entry and its mapping in the text
record QueueDocument(Source source, YamlNode root, Queue queue, Map<StrategyId, Place> places) {

    /// An entry and the mapping it was parsed from.
    record Place(QueueEntry entry, YamlMapping mapping) {}

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the text is not a queue
    static QueueDocument parse(Source source) {
        YamlNode root = YamlDocument.parse(source);
        if (root.isNull()) {
            return new QueueDocument(source, root, new Queue(List.of()), Map.of());
        }
        return new Reader(source, root).read(strategies(root));
    }

    /// The list, or the mapping from id to entry: under `queue` or `strategies`, or the file itself.
    private static YamlNode strategies(YamlNode root) {
        if (!(root instanceof YamlMapping mapping)) {
            return root;
        }
        mapping.own("queue").filter(_ -> mapping.own("strategies").isPresent()).ifPresent(pair -> {
            throw pair.key().problem("there is a 'strategies' beside 'queue', and only one of them can be the queue");
        });
        return mapping.own("queue")
                .or(() -> mapping.own("strategies"))
                .map(YamlMapping.Pair::value)
                .or(() -> Optional.of(root).filter(node -> isById(mapping)))
                .orElseThrow(() -> mapping.problem("the queue file needs a key 'queue' with the list of strategies"));
    }

    private static boolean isById(YamlMapping mapping) {
        return !mapping.pairs().isEmpty()
                && mapping.pairs().stream()
                        .allMatch(pair -> StrategyId.parse(pair.key().value()).isPresent());
    }

    private static final class Reader {
        private final Source source;
        private final YamlNode root;
        private final List<QueueEntry> entries = new ArrayList<>();
        private final Map<StrategyId, Place> places = new LinkedHashMap<>();

        Reader(Source source, YamlNode root) {
            this.source = source;
            this.root = root;
        }

        QueueDocument read(YamlNode list) {
            if (list instanceof YamlMapping byId) {
                for (YamlMapping.Pair pair : byId.pairs()) {
                    add(id(pair.key()), entry(pair), pair.key());
                }
            } else if (!list.isNull()) {
                for (YamlNode item : list.asSequence("the queue").items()) {
                    YamlMapping entry = item.asMapping("an entry of the queue");
                    YamlScalar id = entry.find("id")
                            .or(() -> entry.find("strategy_id"))
                            .orElseThrow(() -> entry.problem("this entry has no 'id'"))
                            .asScalar("id");
                    add(id(id), entry, id);
                }
            }
            return new QueueDocument(source, root, new Queue(entries), places);
        }

        private static YamlMapping entry(YamlMapping.Pair pair) {
            return pair.value().asMapping("the entry of " + pair.key().value());
        }

        private static StrategyId id(YamlScalar scalar) {
            return StrategyId.parse(scalar.value())
                    .orElseThrow(() -> scalar.problem(
                            "a strategy id is STR- and three or more digits, found " + scalar.describe()));
        }

        private void add(StrategyId id, YamlMapping mapping, YamlScalar at) {
            String status = text(mapping, "status").orElse("");
            QueueEntry entry = new QueueEntry(
                    id,
                    text(mapping, "name").orElse(""),
                    Status.parse(status),
                    status,
                    YamlEdits.written(mapping, "status"),
                    mapping.find("priority").map(node -> priority(node.asScalar("priority"))),
                    entries.size(),
                    at.span().line() + 1,
                    text(mapping, "failure_reason"));
            Place earlier = places.putIfAbsent(id, new Place(entry, mapping));
            if (earlier != null) {
                throw at.problem("%s stands in the queue twice, in line %d and in line %d"
                        .formatted(id, earlier.entry().line(), entry.line()));
            }
            entries.add(entry);
        }

        private static double priority(YamlScalar scalar) {
            return scalar.asDouble("priority", -Double.MAX_VALUE, Double.MAX_VALUE);
        }

        private static Optional<String> text(YamlMapping entry, String key) {
            return entry.find(key).map(node -> node.asScalar(key).value());
        }
    }
}
