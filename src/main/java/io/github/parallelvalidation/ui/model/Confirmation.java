package io.github.parallelvalidation.ui.model;

/// A question to confirm before something is done.
///
/// @param yes the text of the button that confirms
public record Confirmation(String title, String text, String yes) {}
