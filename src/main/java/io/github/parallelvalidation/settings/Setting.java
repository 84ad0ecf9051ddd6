package io.github.parallelvalidation.settings;

import java.util.List;

/// A value of a settings file that people change.
///
/// @param sections the mappings in which it may stand, each as the keys that lead to it; it is added to the first
/// @param key its name there
/// @param usual what holds where nothing is written; empty where nothing does
public record Setting(Kind kind, List<List<String>> sections, String key, String label, String unit, String usual) {

    /// How a value is chosen. What is right for it is for the reader of its file to say.
    public sealed interface Kind {
        /// A number, or a length of time.
        record Text() implements Kind {}

        record Truth() implements Kind {}

        /// @param words what there is to choose from
        record Word(List<String> words) implements Kind {}

        /// A program with its arguments, in brackets.
        record Command() implements Kind {}
    }

    public Setting {
        sections = sections.stream().map(List::copyOf).toList();
    }

    /// Its keys from the root of the file on, joined by dots: one of a kind in its file.
    public String path() {
        return String.join(".", sections.getFirst()) + "." + key;
    }
}
