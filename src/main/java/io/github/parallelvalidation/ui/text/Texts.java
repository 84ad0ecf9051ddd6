package io.github.parallelvalidation.ui.text;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Every text of the window stands in `window.properties`, to be read, corrected and translated in one place.
///
/// A key is written out where it is used, so that a test can compare the two.
public final class Texts {
    private static final String FILE = "io.github.parallelvalidation.ui.window";
    private static final ResourceBundle WORDS = ResourceBundle.getBundle(FILE, Locale.ROOT);

    private Texts() {}

    /// @param values what stands for each `%s`; without any, the text is as in the file, and a `%` in it is a `%`
    public static String of(String key, @Nullable Object... values) {
        if (!WORDS.containsKey(key)) {
            throw new MissingResourceException(
                    "window.properties has no text with the key " + key + ".", Texts.class.getName(), key);
        }
        String text = WORDS.getString(key);
        return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
    }

    /// The text of `key.one` or of `key.many`.
    ///
    /// @param values what stands for each `%s`: also the count, where the text says it
    public static String counted(String key, long count, @Nullable Object... values) {
        return of(key + (count == 1 ? ".one" : ".many"), values);
    }
}
