package io.github.parallelvalidation.process;

import java.util.List;

/// Memory in pages of 2 MB, which Linux gives to a Java that asks. Most of ours live for seconds, and each small page
/// that they touch for the first time costs a call to the system.
public final class HugePages {
    /// What a Java is started with to ask for them. One for another system passes over it; where the system has none,
    /// Java says so unless [#SILENT] follows.
    public static final List<String> FLAGS =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseTransparentHugePages");

    /// For a Java whose output is read.
    public static final String SILENT = "-Xlog:pagesize=off";

    private HugePages() {}
}
