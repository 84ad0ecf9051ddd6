package io.github.parallelvalidation.ui.model;

/// What a person accepts. Not to answer is to accept nothing.
public enum TrustAnswer {
    /// The argument lists that are shown.
    THESE,
    /// Whatever the folder names, now and later.
    FOLDER
}
