#!/usr/bin/python3
"""Checks the reference against other people's code and against numbers worked out by hand.

Run: /usr/bin/python3 src/test/reference/check_reference.py        (prints one line per check, fails on the first wrong one)
"""
import json
import sys
from math import comb
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import pandas as pd
from scipy import stats

import l0_reference as ref

HERE = Path(__file__).parents[1] / "resources/reference-workspace/.crypto/data"


def same(what, mine, other, tolerance=1e-9):
    mine, other = np.asarray(mine, float), np.asarray(other, float)
    assert mine.shape == other.shape, (what, mine.shape, other.shape)
    assert (np.isnan(mine) == np.isnan(other)).all(), what
    scale = max(1.0, np.nanmax(np.abs(other)))
    assert np.nanmax(np.abs(mine - other)) <= tolerance * scale, (what, np.nanmax(np.abs(mine - other)))
    print("ok", what)


def against_pandas():
    bars = pd.read_csv(HERE / "binance/BTCUSDT_15m.csv.gz", nrows=4000)
    b = {c: bars[c].to_numpy(float) for c in bars.columns[1:]}
    x, c = bars["close"], b["close"]
    same("rolling_mean", ref.OF_A_SERIES["rolling_mean"](c, 20), x.rolling(20).mean())
    same("rolling_sum", ref.OF_A_SERIES["rolling_sum"](c, 20), x.rolling(20).sum())
    same("rolling_min", ref.OF_A_SERIES["rolling_min"](c, 20), x.rolling(20).min())
    same("rolling_max", ref.OF_A_SERIES["rolling_max"](c, 20), x.rolling(20).max())
    same("rolling_rank", ref.rolling_rank(c, 20), x.rolling(20).rank())
    ticks = pd.read_csv(HERE / "TICKUSD_1h.csv")["close"]
    same("rolling_rank with ties", ref.rolling_rank(ticks.to_numpy(), 20), ticks.rolling(20).rank())
    same("stddev", ref.stddev(c, 20, 2.0), 2 * x.rolling(20).std(ddof=0))
    same("zscore", ref.zscore(c, 48), (x - x.rolling(48).mean()) / x.rolling(48).std(ddof=0), 1e-8)
    same("shift", ref.shift(c, 3), x.shift(3))
    same("diff", ref.diff(c, 3), x.diff(3))
    same("pct_change", ref.pct_change(c, 3), x.pct_change(3))
    same("linearreg_slope", ref.linearreg_slope(c, 14)[13:40], [np.polyfit(range(14), c[i - 13:i + 1], 1)[0] for i in range(13, 40)])
    # pandas starts an average that is not "adjusted" at the first value it is given: give it TA-Lib's seed.
    seeded = pd.Series(np.concatenate([[c[:20].mean()], c[20:]]))
    same("ema", ref.ema(c, 20)[19:], seeded.ewm(span=20, adjust=False).mean())
    up, down = x.diff().clip(lower=0).to_numpy()[1:], (-x.diff()).clip(lower=0).to_numpy()[1:]
    wilder = lambda s: pd.Series(np.concatenate([[s[:14].mean()], s[14:]])).ewm(alpha=1 / 14, adjust=False).mean()
    same("rsi", ref.rsi(c, 14)[14:], 100 - 100 / (1 + wilder(up) / wilder(down)))
    same("atr", ref.atr(b, 14)[14:], wilder(ref.true_range(b["high"], b["low"], b["close"])))


def by_hand():
    # Three rises of 1 and one fall of 2 in four changes: 100 * 3 / (3 + 2).
    same("rsi by hand", ref.rsi(np.array([10., 11, 12, 10, 11]), 4)[4:], [60])
    # True ranges from bar 1 on are 3, 4 and 4: (3 + 4) / 2, then (3.5 + 4) / 2.
    bars = {"high": np.array([12., 13, 14, 14]), "low": np.array([10., 10, 10, 10]), "close": np.array([11., 12, 11, 13])}
    same("atr by hand", ref.atr(bars, 2), [np.nan, np.nan, 3.5, 3.75])
    same("obv by hand", ref.obv({"close": np.array([1., 2, 2, 1]), "volume": np.array([5., 6, 7, 8])}), [5, 11, 11, 3])
    evaluate = lambda t: ref.Expression(t, {"a": np.float64(3)}, {"close": np.array([1., np.nan])}).value
    for text, value in (("-2 ^ 2", -4), ("2 ^ 3 ^ 2", 512), ("2 ^ -1", .5), ("-7 % 3", 2), ("7 % -3", -2), ("1 - 2 - 3", -4),
                        ("2 * a ^ 2", 18), ("1 > 2 || 2 > 1 && !(1 > 2)", 1), ("true && !false", 1)):
        same(text, evaluate(text), value)
    same("NaN in a comparison", evaluate("!(close > 0)"), [0, 1])
    same("NaN is not unequal", evaluate("close != 0"), [1, 0])
    # 6 of 8: twice the chance of 6, 7 or 8 heads.
    same("binomial", stats.binomtest(6, 8, 0.5).pvalue, 2 * (comb(8, 6) + comb(8, 7) + 1) / 2 ** 8)


def the_placebo():
    """All shifts at once by FFT, events moved by np.roll, on a small series: the other way to write the same thing."""
    rng = np.random.default_rng(7)
    n, horizon = 401, 3
    opens = pd.Series(100 + np.round(rng.standard_normal(n).cumsum() * 2) / 2)
    bars = pd.DataFrame({"open": opens.to_numpy()}, index=pd.date_range("2024-01-01", periods=n, freq="1h", tz="UTC"))
    score = np.sign(rng.standard_normal(n)) + 0.0
    long, short = rng.random(n) < .1, rng.random(n) < .1
    m, screen = ref.metrics(bars, np.ones(n, bool), score, long, short, horizon)
    m |= ref.circular_shift(screen)
    count = n - 1 - horizon
    fwd = np.array([opens[t + 1 + horizon] / opens[t + 1] - 1 for t in range(count)])
    same("observations", m["observations"], count)
    events = {t: d for t in range(n)
              if (d := int(long[t] and not (t and long[t - 1])) - int(short[t] and not (t and short[t - 1]))) != 0}
    same("signal_frequency", m["signal_frequency"], len(events))
    outcomes = [d * fwd[t] > 0 for t, d in events.items() if t < count and fwd[t] != 0]
    same("hit_rate", m["hit_rate"], np.mean(outcomes))
    directions = [d for t, d in events.items() if t < count and fwd[t] != 0]
    q = np.mean(np.array(directions) > 0)
    same("hit_rate_base", m["hit_rate_base"], q * np.mean(fwd > 0) + (1 - q) * np.mean(fwd < 0))
    same("ic", m["ic"], stats.spearmanr(score[:count], fwd).statistic)
    a, b = (stats.zscore(stats.rankdata(s)) for s in (score[:count], fwd))
    all_ic = np.fft.irfft(np.conj(np.fft.rfft(a)) * np.fft.rfft(b), count) / count
    same("ic_k by FFT", [all_ic[k] for k in range(50, 55)], [stats.spearmanr(np.roll(score[:count], k), fwd).statistic for k in range(50, 55)])
    ks = range(50, count - 50 + 1)
    same("ic_p_value", m["ic_p_value"], (1 + sum(all_ic[k] >= m["ic"] - 1e-12 for k in ks)) / (1 + len(ks)))
    moving = np.array([events.get(t, 0) for t in range(count)])
    lucky = 0
    for k in ks:
        r = np.roll(moving, k) * np.sign(fwd)
        hit = (r > 0).sum() / (r != 0).sum()
        lucky += abs(hit - .5) > .005 and all_ic[k] > .01
    same("luck", m["luck"], lucky / len(ks))


def worlds_at_once():
    """Every function gives the same for a block of worlds as for each alone."""
    bars = pd.read_csv(HERE / "binance/BTCUSDT_15m.csv.gz", parse_dates=["timestamp"], index_col="timestamp").iloc[:400]
    prices = ref.rebuilt_from_left_to_right(bars, ref.turned(bars.index.values, range(1, 5)))
    block = ref.columns_of(bars, prices)
    for name in ref.OF_A_SERIES:
        of = lambda columns: ref.OF_A_SERIES[name](columns["close"], *([20] if name in ("shift", "diff", "pct_change", "zscore")
                                                                       or name.startswith("rolling") else []))
        same(name + " of worlds", of(block), [of(one_world(block, k)) for k in range(4)], 1e-12)
    for name, function in ref.OF_BARS.items():
        same(name + " of worlds", function(block), [function(one_world(block, k)) for k in range(4)], 1e-12)


def one_world(block, k):
    return {name: x[k] if x.ndim == 2 else x for name, x in block.items()}


def the_worlds():
    """Directions and prices once more, one by one, with Python's own whole numbers; and the vectors of the contract."""
    def direction(seconds, k):
        z = (seconds + ((k - 1) // 64 + 1) * 0x9E3779B97F4A7C15) % 2 ** 64
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2 ** 64
        z = (z ^ z >> 27) * 0x94D049BB133111EB % 2 ** 64
        return (z ^ z >> 31) >> (k - 1) % 64 & 1

    sample = Path(__file__).parents[3] / "assets/sample-workspace/.crypto/data/BTCUSD_1h.csv"
    bars, _ = ref.window(ref.load_bars(sample, "1h", "1h"), 6, 1000)
    seconds = [int(t.timestamp()) for t in bars.index]
    worlds = [1, 2, 63, 64, 65, 199, 200, 1999, 9999]
    turns = ref.turned(bars.index.values, worlds)
    same("directions", turns[:, :300], [[direction(s, k) for s in seconds[:300]] for k in worlds])
    vectors = json.loads((Path(__file__).parents[1] / "resources/expected/luck-vectors.json").read_text())
    for k, bits in vectors["flipped_first_24_bars"].items():
        same(f"directions of world {k}", [direction(s, int(k)) for s in seconds[:24]], [int(b) for b in bits])
    made = [way(bars, ref.turned(bars.index.values, [1, 65])) for way in ref.WAYS]
    for column in ("open", "high", "low", "close"):
        for row, k in enumerate((1, 65)):
            for prices in made:
                at = [prices[column][row][t] for t in vectors["bars_at"]]
                same(f"{column} of world {k}", at, [bar[("open", "high", "low", "close").index(column)] for bar in vectors[f"world_{k}"]])
    for name, vector in vectors["strategies"].items():
        parameters = {"signal": vector["strategy"]}
        bars, in_window = ref.window(ref.load_bars(sample, "1h", "1h"), 6, 1000)
        _, screen = ref.metrics(bars, in_window, *ref.signals(parameters, ref.columns_of(bars)), int(vector["strategy"]["horizon"]))
        for metric, value in (("signal_frequency", screen.frequency), ("hit_rate", screen.hit_rate), ("ic", screen.ic)):
            same(f"{name} {metric}", value, vector["real"][metric])
        rows = ref.Worlds(bars, ref.measure_l0(parameters, bars, in_window)).up_to(5)
        for k in range(5):
            same(f"{name} in world {k + 1}", rows[k], [vector["worlds_1_to_5"][k][m] for m in ("signal_frequency", "hit_rate", "ic")])


if __name__ == "__main__":
    against_pandas()
    by_hand()
    the_placebo()
    worlds_at_once()
    the_worlds()
