package io.github.parallelvalidation.idea;

/// What is wrong with the text of a field.
///
/// @param column from 1, in that text
/// @param message what was found and what would be right
public record Fault(int column, String message) {}
