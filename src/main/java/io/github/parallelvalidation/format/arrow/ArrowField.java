package io.github.parallelvalidation.format.arrow;

/// A column of the table.
///
/// @param node which of a batch's nodes is its own
/// @param buffer the first of its buffers in a batch, not counting those of views before it
/// @param viewsBefore how many columns before it have any number of further buffers
/// @param isDictionary whether its values only number the entries of a dictionary
public record ArrowField(String name, ArrowType type, int node, int buffer, int viewsBefore, boolean isDictionary) {

    /// For sentences.
    public String typeName() {
        return isDictionary ? "a dictionary" : type.label();
    }
}
