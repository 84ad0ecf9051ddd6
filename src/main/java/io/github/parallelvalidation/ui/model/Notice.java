package io.github.parallelvalidation.ui.model;

/// What is said to somebody who looks elsewhere.
///
/// @param title what happened, and where
/// @param text in a sentence
public record Notice(String title, String text) {}
