package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.YamlComparison;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A queue of any form with the nodes of its whole document.
///
/// @param root the whole document
/// @param places each entry and its mapping in the text
/// @param pairs the pairs of each entry, by identity
record QueueTree(
        Source source,
        YamlNode root,
        Queue queue,
        Map<StrategyId, Place> places,
        Set<List<YamlMapping.Pair>> pairs,
        List<KeySlips.Slip> slips)
        implements QueueDocument {
    static final String QUEUE = "queue";
    static final String STRATEGIES = "strategies";

    static QueueTree read(Source source, YamlNode root) {
        Reader reader = new Reader();
        if (!root.isNull()) {
            reader.read(strategies(root));
        }
        Set<List<YamlMapping.Pair>> pairs = Collections.newSetFromMap(new IdentityHashMap<>());
        reader.places.values().forEach(place -> pairs.add(place.mapping().pairs()));
        List<QueueEntry> entries =
                reader.places.values().stream().map(Place::entry).toList();
        return new QueueTree(source, root, new Queue(entries), reader.places, pairs, reader.entries.slips());
    }

    /// The list, or the mapping from id to entry: under `queue` or `strategies`, or the file itself.
    static YamlNode strategies(YamlNode root) {
        if (!(root instanceof YamlMapping mapping)) {
            return root;
        }
        mapping.own(QUEUE).filter(_ -> mapping.own(STRATEGIES).isPresent()).ifPresent(pair -> {
            throw pair.key().problem("there is a 'strategies' beside 'queue', and only one of them can be the queue");
        });
        return mapping.own(QUEUE)
                .or(() -> mapping.own(STRATEGIES))
                .map(YamlMapping.Pair::value)
                .or(() -> Optional.of(root).filter(_ -> isById(mapping)))
                .orElseThrow(() -> mapping.problem("the queue file needs a key 'queue' with the list of strategies"));
    }

    private static boolean isById(YamlMapping mapping) {
        return !mapping.pairs().isEmpty()
                && mapping.pairs().stream()
                        .allMatch(pair -> StrategyId.parse(pair.key().value()).isPresent());
    }

    @Override
    public Optional<Place> place(StrategyId id) {
        return Optional.ofNullable(places.get(id));
    }

    @Override
    public boolean isEntry(List<YamlMapping.Pair> candidate) {
        return pairs.contains(candidate);
    }

    /// An anchor may tie each of them to any other.
    @Override
    public List<StatusChange.Begin> ofEachForm(List<StatusChange.Begin> beginnings) {
        return beginnings;
    }

    @Override
    public QueueTree tree() {
        return this;
    }

    @Override
    public QueueEdit edited(List<TextEdit> edits) {
        return new Edit(this, QueueDocument.parse(new Source(source.file(), TextEdit.apply(source.text(), edits))));
    }

    /// Compares the whole documents.
    record Edit(QueueDocument before, QueueDocument after) implements QueueEdit {
        @Override
        public Optional<Place> placeAfter(StrategyId id) {
            return after.place(id);
        }

        @Override
        public Optional<YamlNode> difference(Collection<Place> free, Set<String> keys) {
            QueueTree tree = before.tree();
            List<YamlMapping> places = free.stream()
                    .flatMap(place -> tree.place(place.entry().id()).stream())
                    .map(Place::mapping)
                    .toList();
            return new YamlComparison(places, keys)
                    .difference(tree.root(), after.tree().root());
        }
    }

    private static final class Reader {
        private final EntryReader entries = new EntryReader();
        private final Map<StrategyId, Place> places = new LinkedHashMap<>();

        void read(YamlNode list) {
            if (list instanceof YamlMapping byId) {
                for (YamlMapping.Pair pair : byId.pairs()) {
                    add(EntryReader.id(pair.key()), entry(pair), pair.key());
                }
            } else if (!list.isNull()) {
                for (YamlNode item : list.asSequence("the queue").items()) {
                    YamlMapping entry = item.asMapping("an entry of the queue");
                    YamlScalar id = EntryReader.idOf(entry);
                    add(EntryReader.id(id), entry, id);
                }
            }
        }

        private static YamlMapping entry(YamlMapping.Pair pair) {
            return pair.value().asMapping("the entry of " + pair.key().value());
        }

        private void add(StrategyId id, YamlMapping mapping, YamlScalar at) {
            QueueEntry entry = entries.entry(id, mapping, places.size(), at);
            Place earlier = places.putIfAbsent(id, new Place(entry, mapping));
            if (earlier != null) {
                throw at.problem("%s stands in the queue twice, in line %d and in line %d"
                        .formatted(id, earlier.entry().line(), entry.line()));
            }
        }
    }
}
