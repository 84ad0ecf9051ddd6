package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.YamlAppend;
import io.github.parallelvalidation.workspace.YamlComparison;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Adds an entry to the text of a queue, which keeps its form: a list or a mapping from id to entry, in a block or in
/// brackets. What it makes is read again: it must say all that was said before, and the new entry last.
final class QueueAppender {
    private static final String ID = "id";
    private static final String STRATEGY_ID = "strategy_id";
    private static final String NAME = "name";

    private final QueueDocument document;

    QueueAppender(QueueDocument document) {
        this.document = document;
    }

    /// @param name may be empty
    /// @throws ProblemException when the id is taken, or nothing can be added safely
    QueueDocument add(StrategyId id, String name) {
        document.queue().find(id).ifPresent(taken -> {
            throw document.place(id)
                    .orElseThrow()
                    .mapping()
                    .problem("%s stands in the queue already, in line %d; take another id".formatted(id, taken.line()));
        });
        QueueTree before = document.tree();
        Source source = before.source();
        QueueDocument after;
        try {
            String text = before.root().isNull()
                    ? onNewLine(source.text()) + YamlAppend.fresh(QueueTree.QUEUE, entry(ID, id, name))
                    : TextEdit.apply(source.text(), edits(before, id, name));
            after = QueueDocument.parse(new Source(source.file(), text));
        } catch (ProblemException e) {
            throw new ProblemException(source.file(), "nothing can be added safely: " + e.getMessage(), e);
        }
        require(before, after, id, name);
        return after;
    }

    private static List<TextEdit> edits(QueueTree before, StrategyId id, String name) {
        YamlNode list = QueueTree.strategies(before.root());
        Optional<YamlMapping.Pair> pair = pairOf(before.root());
        if (pair.isPresent() && isEmpty(list)) {
            YamlMapping mapping = before.root().asMapping("the queue file");
            return YamlAppend.first(mapping, pair.get(), entry(ID, id, name));
        }
        return switch (list) {
            case YamlSequence items -> YamlAppend.item(items, entry(idKey(items), id, name));
            case YamlMapping byId -> YamlAppend.pair(byId, id.value(), values(name));
            case YamlScalar other -> throw other.problem("the queue must be a list, found " + other.describe());
        };
    }

    /// The pair that holds the list; empty where the file is the list.
    private static Optional<YamlMapping.Pair> pairOf(YamlNode root) {
        return Optional.of(root)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .flatMap(mapping -> mapping.own(QueueTree.QUEUE).or(() -> mapping.own(QueueTree.STRATEGIES)));
    }

    private static boolean isEmpty(YamlNode list) {
        return switch (list) {
            case YamlSequence items -> items.items().isEmpty();
            case YamlMapping byId -> byId.pairs().isEmpty();
            case YamlScalar scalar -> scalar.isNull();
        };
    }

    /// The key that the others call it by.
    private static String idKey(YamlSequence items) {
        return items.items().stream()
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .flatMap(entry ->
                        Stream.of(ID, STRATEGY_ID).filter(key -> entry.own(key).isPresent()))
                .reduce((_, last) -> last)
                .orElse(ID);
    }

    private static Map<String, String> entry(String idKey, StrategyId id, String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put(idKey, id.value());
        pairs.putAll(values(name));
        return pairs;
    }

    private static Map<String, String> values(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            pairs.put(NAME, name);
        }
        pairs.put(EditCheck.STATUS, Status.PENDING.name());
        return pairs;
    }

    private static String onNewLine(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private static void require(QueueTree before, QueueDocument after, StrategyId id, String name) {
        List<QueueEntry> entries = after.queue().entries();
        int known = before.queue().entries().size();
        boolean isLast = entries.size() == known + 1
                && entries.getLast().id().equals(id)
                && entries.getLast().name().equals(name)
                && entries.getLast().status() == Status.PENDING;
        boolean saysTheSame = before.root().isNull()
                || new YamlComparison(List.of(), Set.of())
                        .difference(
                                first(before.root(), known), first(after.tree().root(), known))
                        .isEmpty();
        if (!isLast || !saysTheSame) {
            throw before.root()
                    .problem("nothing can be added safely to a queue that is written like this; add the entry by hand");
        }
    }

    /// The document with so many of its entries.
    private static YamlNode first(YamlNode root, int count) {
        YamlNode less = first(root.source(), QueueTree.strategies(root), count);
        Optional<YamlMapping.Pair> held = pairOf(root);
        if (held.isEmpty()) {
            return less;
        }
        YamlMapping mapping = root.asMapping("the queue file");
        return new YamlMapping(
                mapping.source(),
                mapping.span(),
                mapping.flow(),
                mapping.pairs().stream()
                        .map(pair -> pair.equals(held.get()) ? new YamlMapping.Pair(pair.key(), less) : pair)
                        .toList());
    }

    private static YamlNode first(Source source, YamlNode list, int count) {
        return switch (list) {
            case YamlMapping byId
            when count > 0 ->
                new YamlMapping(source, byId.span(), byId.flow(), byId.pairs().subList(0, count));
            case YamlSequence items
            when count > 0 ->
                new YamlSequence(
                        source, items.span(), items.flow(), items.items().subList(0, count));
            // Nothing can be written in several ways.
            case YamlMapping _, YamlSequence _, YamlScalar _ -> new YamlSequence(source, list.span(), true, List.of());
        };
    }
}
