package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.PlainYaml;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.Span;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.YamlComparison;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A plainly written list of strategies. Of each entry only the place is kept and read again when it is asked for, so
/// that a hundred thousand take little memory, and an edit costs no more than the entries that it changes: entries
/// that are written plainly mean nothing to each other.
///
/// @param places where each entry stands, up to where the next thing begins
record QueueListing(Source source, Queue queue, List<Span> places, List<KeySlips.Slip> slips) implements QueueDocument {

    /// Takes the items of the list.
    static final class Reader {
        private final Source source;
        private final EntryReader reader = new EntryReader();
        private final List<QueueEntry> entries = new ArrayList<>();
        private final List<Span> places = new ArrayList<>();
        private final Map<StrategyId, QueueEntry> byId = new HashMap<>();

        Reader(Source source) {
            this.source = source;
        }

        void item(YamlNode item, Span place) {
            QueueEntry entry = reader.entry(item, entries.size());
            QueueEntry earlier = byId.putIfAbsent(entry.id(), entry);
            if (earlier != null) {
                throw EntryReader.idOf(item.asMapping("an entry"))
                        .problem("%s stands in the queue twice, in line %d and in line %d"
                                .formatted(entry.id(), earlier.line(), entry.line()));
            }
            entries.add(entry);
            places.add(place);
        }

        QueueListing listing() {
            return new QueueListing(source, new Queue(entries), places, reader.slips());
        }
    }

    @Override
    public Optional<Place> place(StrategyId id) {
        return queue.find(id).map(entry -> new Place(entry, mapping(entry.position())));
    }

    private YamlMapping mapping(int position) {
        return PlainYaml.item(source, places.get(position))
                .orElseThrow(() -> new IllegalStateException("was read before"))
                .node()
                .asMapping("an entry of the queue");
    }

    /// Inheritance is not written plainly.
    @Override
    public boolean isEntry(List<YamlMapping.Pair> pairs) {
        return false;
    }

    /// One number can be written wherever another is.
    @Override
    public List<StatusChange.Begin> ofEachForm(List<StatusChange.Begin> beginnings) {
        Set<String> forms = new HashSet<>();
        return beginnings.stream()
                .filter(begin -> queue.find(begin.id())
                        .filter(entry -> forms.add(form(places.get(entry.position()))))
                        .isPresent())
                .toList();
    }

    private String form(Span place) {
        char[] text = source.text().substring(place.start(), place.end()).toCharArray();
        for (int i = 0; i < text.length; i++) {
            if (text[i] >= '1' && text[i] <= '9') {
                text[i] = '0';
            }
        }
        return String.valueOf(text);
    }

    @Override
    public QueueTree tree() {
        return QueueTree.read(source, YamlDocument.parse(source));
    }

    @Override
    public QueueEdit edited(List<TextEdit> edits) {
        Source after = new Source(source.file(), TextEdit.apply(source.text(), edits));
        return new ListingEditor(this, after)
                .edit(edits)
                .<QueueEdit>map(edit -> edit)
                .orElseGet(() -> new QueueTree.Edit(this, QueueDocument.parse(after)));
    }

    /// An edit within entries, each of which still ends where the next one begins: all else reads as it did.
    ///
    /// @param touched positions of the entries with other text
    /// @param read what of these was read and is still at hand, by position
    record Edit(QueueListing before, QueueListing after, List<Integer> touched, Map<Integer, YamlMapping> read)
            implements QueueEdit {
        @Override
        public Optional<Place> placeAfter(StrategyId id) {
            return after.queue().find(id).map(entry -> new Place(entry, mappingAfter(entry.position())));
        }

        @Override
        public Optional<YamlNode> difference(Collection<Place> free, Set<String> keys) {
            Map<Integer, YamlMapping> mayDiffer = new HashMap<>();
            free.forEach(place -> mayDiffer.put(place.entry().position(), place.mapping()));
            for (int position : touched) {
                YamlMapping known = mayDiffer.get(position);
                YamlMapping was = known == null ? before.mapping(position) : known;
                Optional<YamlNode> difference = new YamlComparison(known == null ? List.of() : List.of(known), keys)
                        .difference(was, mappingAfter(position));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }

        private YamlMapping mappingAfter(int position) {
            YamlMapping known = read.get(position);
            return known == null ? after.mapping(position) : known;
        }
    }
}
