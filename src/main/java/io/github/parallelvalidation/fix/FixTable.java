package io.github.parallelvalidation.fix;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.strategy.NumberRoles;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which parameters are varied after which failure, and by how much. Gates are never varied.
///
/// | reason | numbers |
/// |---|---|
/// | `signal_frequency_low`, `trade_count_low` | those of `long` and `short`; without such, those of the score |
/// | `win_rate_suspicious`, `ic_below_threshold` | those of the score; without such, those of `long` and `short` |
/// | `profit_factor_low` | those of the exits, `hold_bars` too; without such, as for a low frequency |
/// | `sharpe_below_threshold` | those of `long`, `short` and of the exits |
/// | all others | none: more trials cannot mend what counts trials, and no number mends a crash |
public final class FixTable {
    /// At most so many parameter variations are tried.
    public static final int MOST_ATTEMPTS = 3;

    /// In this order; the last stands in for one that changes nothing.
    private static final List<String> FACTORS = List.of("0.9", "0.8", "1.2", "1.1");

    private FixTable() {}

    /// The parameters that decide about a failure, in the order of the file. Zeros are left out, as a factor leaves
    /// them zero.
    public static Map<String, Double> numbers(FailureReason reason, Strategy strategy) {
        Set<String> chosen = names(reason, strategy.roles());
        Map<String, Double> numbers = new LinkedHashMap<>();
        strategy.parameters().forEach((name, value) -> {
            if (chosen.contains(name) && value instanceof Value.Amount(double number) && number != 0) {
                numbers.put(name, number);
            }
        });
        return numbers;
    }

    static Set<String> names(FailureReason reason, NumberRoles roles) {
        return switch (reason) {
            case SIGNAL_FREQUENCY_LOW, TRADE_COUNT_LOW -> first(roles.entry(), roles.score());
            case WIN_RATE_SUSPICIOUS, IC_BELOW_THRESHOLD -> first(roles.score(), roles.entry());
            case PROFIT_FACTOR_LOW -> first(roles.exit(), first(roles.entry(), roles.score()));
            case SHARPE_BELOW_THRESHOLD -> {
                Set<String> both = new LinkedHashSet<>(roles.entry());
                both.addAll(roles.exit());
                yield first(both, roles.score());
            }
            default -> Set.of();
        };
    }

    private static Set<String> first(Set<String> wanted, Set<String> otherwise) {
        return wanted.isEmpty() ? otherwise : wanted;
    }

    /// The attempts for a failure, all named numbers times one factor each. What changes nothing is passed over.
    public static List<ParameterVariation> variations(FailureReason reason, Strategy strategy) {
        Map<String, Double> own = numbers(reason, strategy);
        Set<Map<String, Double>> seen = new LinkedHashSet<>(Set.of(own));
        List<ParameterVariation> variations = new ArrayList<>();
        for (String factor : FACTORS) {
            Map<String, Double> tried = new LinkedHashMap<>();
            own.forEach((name, value) -> tried.put(name, product(value, factor, strategy.isPeriod(name))));
            if (variations.size() < MOST_ATTEMPTS && seen.add(tried)) {
                variations.add(new ParameterVariation(variations.size() + 1, Double.parseDouble(factor), own, tried));
            }
        }
        return variations;
    }

    /// Numbers for people to read: 1.35, not 1.35000000001. Halves of periods go to the even side.
    private static double product(double value, String factor, boolean isPeriod) {
        double product = BigDecimal.valueOf(value)
                .multiply(new BigDecimal(factor))
                .round(MathContext.DECIMAL64)
                .doubleValue();
        return isPeriod ? Math.max(1, Math.rint(product)) : product;
    }
}
