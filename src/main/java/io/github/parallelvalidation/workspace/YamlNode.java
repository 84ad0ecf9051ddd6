package io.github.parallelvalidation.workspace;

/// A piece of a YAML document that still knows where it stands in the text, so that it can be edited there
/// and complained about there.
public sealed interface YamlNode permits YamlScalar, YamlMapping, YamlSequence {

    Source source();

    /// Where the node's own text stands; for an alias, the alias and not what it stands for.
    Span span();

    /// What a person would call this node.
    String describe();

    default ProblemException problem(String message) {
        return new ProblemException(Problem.at(source(), span().line(), span().column(), message));
    }

    default ProblemException problem(String message, Throwable cause) {
        return new ProblemException(problem(message).problem(), cause);
    }

    default YamlMapping asMapping(String what) {
        if (this instanceof YamlMapping mapping) {
            return mapping;
        }
        throw problem(what + " must be a mapping (key: value), found " + describe());
    }

    default YamlSequence asSequence(String what) {
        if (this instanceof YamlSequence sequence) {
            return sequence;
        }
        throw problem(what + " must be a list, found " + describe());
    }

    default YamlScalar asScalar(String what) {
        if (this instanceof YamlScalar scalar) {
            return scalar;
        }
        throw problem(what + " must be a single value, found " + describe());
    }

    default boolean isNull() {
        return this instanceof YamlScalar scalar && scalar.isNullValue();
    }
}
