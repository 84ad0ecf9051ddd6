package io.github.parallelvalidation.workspace;

/// A piece of a [Source].
///
/// @param start offset of its first character
/// @param end offset after its last character
/// @param line line of its first character, from 0
/// @param column column of its first character, from 0
public record Span(int start, int end, int line, int column) {}
