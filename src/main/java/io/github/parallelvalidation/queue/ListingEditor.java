package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.PlainYaml;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.Span;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a [QueueListing] after an edit by reading only the entries that the edit changes.
final class ListingEditor {
    /// Whoever looks at an edit of more entries reads them again, rather than that all of them are held at once.
    private static final int MOST_AT_HAND = 5_000;

    private final QueueListing before;
    private final Source after;
    private final EntryReader reader = new EntryReader();
    private final List<QueueEntry> entries;
    private final List<Span> places;
    private final List<Integer> touched = new ArrayList<>();
    private final Map<Integer, YamlMapping> atHand = new HashMap<>();
    /// How much farther on, and how many lines further down, everything stands from here on.
    private int shift;
    private int lines;
    /// The line, as it was, in which an edited entry ended, and by how much the rest of that line stands aside.
    private int sharedLine = -1;
    private int aside;

    ListingEditor(QueueListing before, Source after) {
        this.before = before;
        this.after = after;
        this.entries = new ArrayList<>(before.places().size());
        this.places = new ArrayList<>(before.places().size());
    }

    /// Empty where the edits are not within entries, or an entry is no longer written plainly or has another end or id.
    Optional<QueueListing.Edit> edit(List<TextEdit> edits) {
        List<TextEdit> left = new ArrayList<>(
                edits.stream().sorted(Comparator.comparingInt(TextEdit::start)).toList());
        int next = 0;
        for (int i = 0; i < before.places().size(); i++) {
            Span was = before.places().get(i);
            int first = next;
            while (next < left.size() && isIn(left.get(next), was)) {
                next++;
            }
            boolean isUntouched = first == next;
            if (isUntouched) {
                keep(i, was);
            } else if (!read(i, was, left.subList(first, next))) {
                return Optional.empty();
            }
        }
        return next < left.size()
                ? Optional.empty()
                : Optional.of(new QueueListing.Edit(
                        before,
                        new QueueListing(after, before.queue().with(entries), places, before.slips()),
                        List.copyOf(touched),
                        atHand));
    }

    private static boolean isIn(TextEdit edit, Span entry) {
        return edit.start() >= entry.start() && edit.end() <= entry.end();
    }

    private void keep(int position, Span was) {
        QueueEntry entry = before.queue().entries().get(position);
        entries.add(lines == 0 ? entry : entry.atLine(entry.line() + lines));
        places.add(shift == 0 && lines == 0 ? was : moved(was));
    }

    private Span moved(Span was) {
        return new Span(was.start() + shift, was.end() + shift, was.line() + lines, column(was));
    }

    private int column(Span was) {
        return was.column() + (was.line() == sharedLine ? aside : 0);
    }

    private boolean read(int position, Span was, List<TextEdit> edits) {
        int longer = 0;
        int more = 0;
        for (TextEdit edit : edits) {
            longer += edit.replacement().length() - (edit.end() - edit.start());
            more += lineEnds(edit.replacement()) - lineEnds(before.source().text(), edit.start(), edit.end());
        }
        Span now = new Span(was.start() + shift, was.end() + shift + longer, was.line() + lines, column(was));
        Optional<PlainYaml.Item> item = PlainYaml.item(after, now).filter(read -> read.end() == now.end());
        if (item.isEmpty() || !(item.get().node() instanceof YamlMapping mapping) || !isAsideOf(was, edits)) {
            return false;
        }
        QueueEntry entry = reader.entry(mapping, position);
        if (!entry.id().equals(before.queue().entries().get(position).id())) {
            return false;
        }
        entries.add(entry);
        places.add(now);
        touched.add(position);
        if (atHand.size() < MOST_AT_HAND) {
            atHand.put(position, mapping);
        }
        shift += longer;
        lines += more;
        return true;
    }

    /// Entries in brackets may share a line; those behind an edited one stand aside then.
    private boolean isAsideOf(Span was, List<TextEdit> edits) {
        String text = before.source().text();
        int already = was.line() == sharedLine && text.indexOf('\n', was.start(), was.end()) < 0 ? aside : 0;
        aside = already;
        sharedLine = was.line() + lineEnds(text, was.start(), was.end());
        for (TextEdit edit : edits) {
            if (text.indexOf('\n', edit.end(), was.end()) < 0) {
                String old = text.substring(edit.start(), edit.end());
                if (old.contains("\n") || edit.replacement().contains("\n")) {
                    return false;
                }
                aside += edit.replacement().length() - old.length();
            }
        }
        return true;
    }

    private static int lineEnds(String text) {
        return lineEnds(text, 0, text.length());
    }

    private static int lineEnds(String text, int start, int end) {
        int count = 0;
        for (int at = text.indexOf('\n', start, end); at >= 0; at = text.indexOf('\n', at + 1, end)) {
            count++;
        }
        return count;
    }
}
