package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The rules of a strategy that somebody is writing: looks at one expression after the other, where a strategy is
/// compiled as a whole.
public final class DraftRules {
    private static final String PAIR = "(a, b)";

    private final Map<String, Value> parameters;
    private final boolean hasScore;

    private DraftRules(Map<String, Value> parameters, boolean hasScore) {
        this.parameters = parameters;
        this.hasScore = hasScore;
    }

    /// @param root the whole of `parameters.yaml`
    /// @throws io.github.parallelvalidation.workspace.ProblemException when its parameters cannot be read
    public static DraftRules of(YamlMapping root) {
        boolean hasScore = root.find("signal")
                .filter(YamlMapping.class::isInstance)
                .map(node -> (YamlMapping) node)
                .filter(signal -> signal.find("score").isPresent()
                        || signal.find("command").isPresent())
                .isPresent();
        return new DraftRules(ParameterReader.read(root, new ArrayList<>()), hasScore);
    }

    /// A tunable number as it is written.
    public record Amount(String section, String name, String written) {}

    /// The tunable numbers in the order of the file.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when a section is no mapping
    public static List<Amount> amounts(YamlMapping root) {
        List<Amount> amounts = new ArrayList<>();
        for (String section : ParameterReader.SECTIONS) {
            root.find(section).ifPresent(node -> {
                for (YamlMapping.Pair pair : ParameterReader.pairs(node.asMapping(section))) {
                    if (ParameterReader.isParameter(section, pair)
                            && pair.value() instanceof YamlScalar scalar
                            && scalar.number().isPresent()) {
                        amounts.add(new Amount(section, pair.key().value(), scalar.value()));
                    }
                }
            });
        }
        return amounts;
    }

    /// @throws ExpressionException where the text is no score
    public void checkScore(String text) {
        new Compiler(parameters, false, false).number(text);
    }

    /// @throws ExpressionException where the text does not say when something holds
    public void checkRule(String text) {
        new Compiler(parameters, hasScore, false).truth(text);
    }

    /// A name that an expression can use.
    ///
    /// @param form how it is written out: with its arguments, where it is a function
    public record Word(String name, String form) {}

    /// All names that the parser knows here, parameters first, then series, then functions, each in order.
    ///
    /// @param ofRule whether they are for a rule, which may use the score
    public List<Word> words(boolean ofRule) {
        Stream<String> own = parameters.entrySet().stream()
                .filter(parameter -> !(parameter.getValue() instanceof Value.Text))
                .map(Map.Entry::getKey);
        Stream<String> series =
                Compiler.BUILT_IN.stream().sorted().filter(name -> !name.equals("score") || (ofRule && hasScore));
        Functions functions = Functions.all();
        Stream<Word> calls = functions.names().stream()
                .map(name -> new Word(
                        name, functions.find(name).map(Function::signature).orElse(name + PAIR)));
        return Stream.concat(Stream.concat(own, series).map(name -> new Word(name, name)), calls)
                .toList();
    }

    /// What a number may be where these expressions use it.
    public static NumberLimits limits(String name, Collection<String> expressions) {
        return switch (name) {
            case RuleSource.HOLD_BARS -> new NumberLimits(1, RuleSource.LONGEST_HOLD, true);
            default ->
                expressions.stream()
                        .flatMap(text -> uses(text, name))
                        .map(use -> new NumberLimits(use.least(), use.most(), use.kind() == Function.Kind.WHOLE))
                        .reduce(NumberLimits::and)
                        .orElse(NumberLimits.NONE);
        };
    }

    /// What `signal.horizon` may be.
    public static NumberLimits horizon() {
        return new NumberLimits(1, StrategyFile.LONGEST_HORIZON, true);
    }

    /// The arguments in whose place a parameter stands alone.
    private static Stream<Function.Parameter> uses(String text, String name) {
        try {
            return uses(Parser.parse(text), name);
        } catch (ExpressionException unfinished) {
            return Stream.empty();
        }
    }

    private static Stream<Function.Parameter> uses(Syntax syntax, String name) {
        return switch (syntax) {
            case Syntax.Literal _, Syntax.Name _ -> Stream.empty();
            case Syntax.Unary unary -> uses(unary.operand(), name);
            case Syntax.Binary binary -> Stream.concat(uses(binary.left(), name), uses(binary.right(), name));
            case Syntax.Call call -> {
                List<Function.Parameter> wanted = Functions.all()
                        .find(call.name())
                        .map(Function::parameters)
                        .orElse(List.of());
                Stream<Function.Parameter> own = Stream.iterate(0, i -> i + 1)
                        .limit(Math.min(wanted.size(), call.arguments().size()))
                        .filter(i -> call.arguments().get(i) instanceof Syntax.Name used
                                && used.name().equals(name))
                        .<Function.Parameter>map(wanted::get)
                        .filter(parameter -> parameter.kind() != Function.Kind.SERIES);
                yield Stream.concat(own, call.arguments().stream().flatMap(argument -> uses(argument, name)));
            }
        };
    }
}
