package io.github.parallelvalidation.ui.model;

/// A question to confirm before something is done.
///
/// @param yes the text of the button that confirms
/// @param isHarmless whether nothing is lost by a yes
public record Confirmation(String title, String text, String yes, boolean isHarmless) {

    /// What costs something.
    public Confirmation(String title, String text, String yes) {
        this(title, text, yes, false);
    }
}
