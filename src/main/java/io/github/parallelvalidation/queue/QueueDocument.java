package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.PlainYaml;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlSequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A parsed queue together with its source text: as a [list][QueueListing] of which only the places are kept, or, where
/// it is written in another way, as the [tree][QueueTree] of the whole document.
sealed interface QueueDocument permits QueueListing, QueueTree {

    Source source();

    Queue queue();

    /// An entry and the mapping it was parsed from.
    record Place(QueueEntry entry, YamlMapping mapping) {}

    Optional<Place> place(StrategyId id);

    /// Keys of the entries, as they were when they were read, that are hardly what was meant.
    List<KeySlips.Slip> slips();

    /// Whether these are the pairs of an entry, from which others may inherit.
    boolean isEntry(List<YamlMapping.Pair> pairs);

    /// Of these, at least one for each way in which an entry is written: whatever can be edited in it can be in the
    /// others that are written like it.
    List<StatusChange.Begin> ofEachForm(List<StatusChange.Begin> beginnings);

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the edited text is not a queue
    QueueEdit edited(List<TextEdit> edits);

    /// The whole document as a tree.
    QueueTree tree();

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the text is not a queue
    static QueueDocument parse(Source source) {
        QueueListing.Reader reader = new QueueListing.Reader(source);
        Optional<YamlNode> frame = PlainYaml.lists(
                source, Map.of("", reader::item, QueueTree.QUEUE, reader::item, QueueTree.STRATEGIES, reader::item));
        return frame.<QueueDocument>map(root -> QueueTree.strategies(root) instanceof YamlSequence
                        ? reader.listing()
                        : QueueTree.read(source, root))
                .orElseGet(() -> QueueTree.read(source, YamlDocument.parse(source)));
    }
}
