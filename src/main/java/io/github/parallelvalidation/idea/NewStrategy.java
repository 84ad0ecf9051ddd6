package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.data.Symbols;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A strategy that is not there yet.
///
/// @param asset the symbol of its bars
/// @param timeframe of its bars, such as `1h`
/// @param longRule when to buy; empty for never
/// @param shortRule when to sell; empty for never
public record NewStrategy(
        StrategyId id, String name, String asset, String timeframe, String longRule, String shortRule) {
    private static final int HORIZON = 12;
    private static final int HOLD_BARS = 24;

    private static final String HORIZON_SAYS = "bars ahead that hit rate and ic look";
    private static final String HOLD_BARS_SAYS = "at L1: leave after so many bars";

    public NewStrategy {
        name = StrategyName.checked(name);
        asset = asset.strip();
        longRule = longRule.strip();
        shortRule = shortRule.strip();
    }

    /// Why its asset can be none; empty where it may be one.
    Optional<String> whyNoAsset() {
        return asset.isEmpty() || Symbols.isOne(asset)
                ? Optional.empty()
                : Optional.of("an asset is a symbol as the files of bars are named, such as BTCUSD or BTC/USD, found "
                        + Printable.quoted(asset));
    }

    /// The text of its `parameters.yaml`.
    String parameters() {
        Map<String, Object> signal = new LinkedHashMap<>();
        signal.put("long", longRule);
        signal.put("short", shortRule);
        signal.values().removeIf(""::equals);
        signal.put("horizon", PlainNumber.value(HORIZON));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", PlainNumber.value(1));
        root.put("asset", asset);
        root.put("timeframe", timeframe);
        root.put("signal", signal);
        root.put("exit", Map.of("hold_bars", PlainNumber.value(HOLD_BARS)));
        return YamlText.dump(root)
                .replace("  horizon: " + HORIZON + "\n", "  horizon: " + HORIZON + "  # " + HORIZON_SAYS + "\n")
                .replace(
                        "  hold_bars: " + HOLD_BARS + "\n",
                        "  hold_bars: " + HOLD_BARS + "  # " + HOLD_BARS_SAYS + "\n");
    }

    /// The text of its `hypothesis.md`: the questions to be answered before the first look at a figure.
    String hypothesis() {
        return """
            # %s %s, %s %s

            **Idea.**

            **Why it might work.**

            **Who loses the money.**

            **Falsified when**

            **Source.**
            """.formatted(id, name, asset, timeframe);
    }
}
