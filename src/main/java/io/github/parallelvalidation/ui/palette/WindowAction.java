package io.github.parallelvalidation.ui.palette;

import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something that can be done in the window, as it is at this moment.
///
/// @param name what it does and to how many: "Validate 9 at L0"
/// @param help what it does at any time
/// @param keys that do it too; the first is the usual one
/// @param refusal why it cannot be done now
/// @param worksBehindCards whether its keys work while a card is open
public record WindowAction(
        String name,
        String help,
        List<Shortcut> keys,
        Optional<String> refusal,
        boolean worksBehindCards,
        Runnable perform) {

    public WindowAction {
        keys = List.copyOf(keys);
    }

    static WindowAction of(String name, Runnable perform) {
        return new WindowAction(name, name, List.of(), Optional.empty(), false, perform);
    }

    WindowAction keys(String... combinations) {
        List<Shortcut> shortcuts = Stream.of(combinations).map(Shortcut::new).toList();
        return new WindowAction(name, help, shortcuts, refusal, worksBehindCards, perform);
    }

    WindowAction help(String words) {
        return new WindowAction(name, words, keys, refusal, worksBehindCards, perform);
    }

    WindowAction unless(Optional<String> why) {
        return new WindowAction(name, help, keys, why, worksBehindCards, perform);
    }

    WindowAction unless(boolean isRefused, String why) {
        return unless(isRefused ? Optional.of(why) : Optional.empty());
    }

    WindowAction alsoBehindCards() {
        return new WindowAction(name, help, keys, refusal, true, perform);
    }

    /// "Ctrl+4 or Ctrl+,"; empty where it has none.
    public String keyWords() {
        return keys.stream().map(Shortcut::words).collect(Collectors.joining(" " + Texts.of("palette.or") + " "));
    }
}
