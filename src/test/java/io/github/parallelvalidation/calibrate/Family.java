package io.github.parallelvalidation.calibrate;

import java.util.EnumSet;
import java.util.Set;

/// Rules of one kind, as expressions over parameters that are drawn for each strategy.
enum Family {
    REVERSION_SHORT("reversion, z-score of 5–60 bars", 5, 60, "-zscore(close, lookback)"),
    REVERSION_LONG("reversion, z-score of 120–480 bars", 120, 480, "-zscore(close, lookback)"),
    MOMENTUM_SHORT("momentum, z-score of 5–60 bars", 5, 60, "zscore(close, lookback)"),
    MOMENTUM_LONG("momentum, z-score of 120–480 bars", 120, 480, "zscore(close, lookback)"),
    RSI(
            "reversion, RSI",
            5,
            60,
            "50 - rsi(close, lookback)",
            "score > stretch * 40 / sqrt(lookback)",
            "score < -stretch * 40 / sqrt(lookback)"),
    BOLLINGER(
            "reversion, Bollinger bands",
            10,
            480,
            "(bb_middle(close, lookback, stretch, stretch) - close) / close",
            "close < bb_lower(close, lookback, stretch, stretch)",
            "close > bb_upper(close, lookback, stretch, stretch)"),
    DONCHIAN(
            "breakout of the highest and lowest",
            10,
            240,
            "(close - rolling_min(low, lookback)) / (rolling_max(high, lookback) - rolling_min(low, lookback))",
            "close > shift(rolling_max(high, lookback), 1)",
            "close < shift(rolling_min(low, lookback), 1)"),
    MACD(
            "MACD histogram",
            9,
            240,
            "macd_hist(close, half, lookback, third)",
            "crossed_above(score, 0)",
            "crossed_below(score, 0)"),
    CROSS(
            "moving averages crossing",
            9,
            480,
            "sma(close, third) / sma(close, lookback) - 1",
            "score > 0",
            "score < 0"),
    LEVEL(
            "the price itself, −close",
            5,
            480,
            "-close",
            "crossed_below(close, sma(close, lookback))",
            "crossed_above(close, sma(close, lookback))"),
    VOLATILITY(
            "volatility, ATR",
            5,
            480,
            "sense * atr(lookback)",
            "score > rolling_mean(score, 100)",
            "score < rolling_mean(score, 100)"),
    HOUR(
            "hour of the day",
            5,
            480,
            "cos((hour() - peak) * 0.2617993877991494)",
            "hour() == peak",
            "hour() == trough");

    /// Those that buy after falls.
    static final Set<Family> REVERTING = EnumSet.of(REVERSION_SHORT, REVERSION_LONG, RSI, BOLLINGER);

    /// Those that buy after rises.
    static final Set<Family> FOLLOWING = EnumSet.of(MOMENTUM_SHORT, MOMENTUM_LONG, DONCHIAN, CROSS);

    private final String words;
    private final int shortest;
    private final int longest;
    private final String score;
    private final String buy;
    private final String sell;

    Family(String words, int shortest, int longest, String score) {
        this(words, shortest, longest, score, "score > stretch", "score < -stretch");
    }

    Family(String words, int shortest, int longest, String score, String buy, String sell) {
        this.words = words;
        this.shortest = shortest;
        this.longest = longest;
        this.score = score;
        this.buy = buy;
        this.sell = sell;
    }

    String words() {
        return words;
    }

    int shortest() {
        return shortest;
    }

    int longest() {
        return longest;
    }

    String score() {
        return score;
    }

    String buy() {
        return buy;
    }

    String sell() {
        return sell;
    }
}
