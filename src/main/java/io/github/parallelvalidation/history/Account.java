package io.github.parallelvalidation.history;

import java.util.ArrayList;
import java.util.List;

/// A page about runs, without a word on how it looks: a title, the one sentence that matters most, and parts.
public record Account(String title, String sentence, List<Part> parts) {
    public Account {
        parts = List.copyOf(parts);
    }

    /// A part of the page under a heading.
    public sealed interface Part {
        String heading();

        boolean isEmpty();
    }

    /// Names with their values.
    public record Facts(String heading, List<Fact> facts) implements Part {
        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public boolean isEmpty() {
            return facts.isEmpty();
        }
    }

    public record Fact(String name, String value) {}

    public record Sentences(String heading, List<String> sentences) implements Part {
        public Sentences {
            sentences = List.copyOf(sentences);
        }

        @Override
        public boolean isEmpty() {
            return sentences.isEmpty();
        }
    }

    /// A table; its rows are as long as its header.
    ///
    /// @param words how many columns from the left hold words; the others hold figures
    public record Table(String heading, int words, List<String> header, List<List<String>> rows) implements Part {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public boolean isEmpty() {
            return rows.isEmpty();
        }
    }

    /// An account from which parts with nothing to say are left out.
    static Account of(String title, String sentence, List<Part> parts) {
        return new Account(
                title, sentence, parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    /// All of it as lines of plain text.
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(title, sentence));
        for (Part part : parts) {
            lines.add("");
            lines.add(part.heading());
            switch (part) {
                case Facts facts ->
                    facts.facts().forEach(fact -> lines.add("  %-20s %s".formatted(fact.name(), fact.value())));
                case Sentences said -> said.sentences().forEach(sentence -> lines.add("  " + sentence));
                case Table table -> lines.addAll(new TextTable(table).lines());
            }
        }
        return lines;
    }
}
