/// Reads Arrow's IPC file format, which Feather files have since 2020: the columns of one table, in batches of rows,
/// packed or not. Nothing in a file is believed before it has been checked.
@org.jspecify.annotations.NullMarked
package io.github.parallelvalidation.format.arrow;
