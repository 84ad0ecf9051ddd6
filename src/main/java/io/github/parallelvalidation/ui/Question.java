package io.github.parallelvalidation.ui;

/// Something to be sure of before it is done.
///
/// @param yes what the button says that does it
record Question(String title, String text, String yes) {}
