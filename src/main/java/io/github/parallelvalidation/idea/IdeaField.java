package io.github.parallelvalidation.idea;

/// A value of `parameters.yaml` that can be changed where it is seen.
///
/// @param name its section and key: `signal.long`, `entry.period`
/// @param text as it is written; empty where there is none yet
/// @param limits what may stand there, in words
public record IdeaField(String name, Kind kind, String text, String limits) {

    /// What a value says.
    public enum Kind {
        /// An expression for a number per bar.
        SCORE,
        /// An expression that says when something holds.
        RULE,
        NUMBER;

        public boolean isExpression() {
            return this != NUMBER;
        }
    }

    public String section() {
        return name.substring(0, name.indexOf('.'));
    }

    public String key() {
        return name.substring(name.indexOf('.') + 1);
    }
}
