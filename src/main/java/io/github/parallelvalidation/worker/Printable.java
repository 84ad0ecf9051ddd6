package io.github.parallelvalidation.worker;

/// Text of a foreign program, made fit for one line of a terminal or a tile.
final class Printable {
    private Printable() {}

    /// Control characters become spaces: they could colour a terminal or forge its lines.
    static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
