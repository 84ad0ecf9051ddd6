package io.github.parallelvalidation.ui.model;

/// Something to be sure of before it is done.
///
/// @param yes what the button says that does it
public record Confirmation(String title, String text, String yes) {}
