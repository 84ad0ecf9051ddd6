#!/usr/bin/env python3
"""The L0 metrics once more, written independently of the program, for its tests to compare with.

Run:  /usr/bin/python3 src/test/reference/l0_reference.py WORKSPACE > expected.json
Needs: pandas, NumPy, SciPy, PyYAML (Debian: python3-pandas python3-scipy python3-yaml).

Sources of the formulas:
  Spearman correlation, binomial test: scipy.stats.spearmanr, scipy.stats.binomtest.
  Placebo: every circular shift, one by one, as a sum of products of doubled ranks in whole numbers; no FFT.
  Indicators: the definitions of Wilder (RSI, ATR, ADX), Appel (MACD), Bollinger, Granville (OBV), Lane (stochastic),
  Lambert (CCI), Williams (%R), started the way TA-Lib starts them; two-pass standard deviations.
"""
import ast
import json
import re
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import yaml
from scipy import stats

MIN_FREQUENCY, TOLERANCE, MIN_IC = 10, 0.005, 0.01
WARMUP, MONTHS = 1000, 6


def load_bars(workspace, asset, timeframe):
    symbol = re.sub(r"[/_:-]", "", asset).upper()
    for path in sorted((workspace / ".crypto/data").rglob("*")):
        if re.fullmatch(rf"{symbol}_{timeframe}\.csv(\.gz)?", path.name):
            bars = pd.read_csv(path)
            bars["timestamp"] = pd.to_datetime(bars["timestamp"], utc=True)
            return bars.set_index("timestamp")
    raise SystemExit(f"no bars for {asset} {timeframe}")


def seeded_ema(x, n, alpha=None):
    """Exponential average whose first value is the mean of the first n."""
    alpha = 2 / (n + 1) if alpha is None else alpha
    out = np.full(len(x), np.nan)
    start = int(np.argmax(np.isfinite(x))) if np.isfinite(x).any() else len(x)
    if start + n > len(x):
        return out
    value = x[start:start + n].mean()
    out[start + n - 1] = value
    for i in range(start + n, len(x)):
        value += alpha * (x[i] - value)
        out[i] = value
    return out


def macd_lines(x, fast=12, slow=26, signal=9):
    fast, slow, signal = int(fast), int(slow), int(signal)
    late = np.concatenate([np.full(slow - fast, np.nan), x[slow - fast:]])  # both averages give their first value together
    line = seeded_ema(late, fast) - seeded_ema(x, slow)
    trigger = seeded_ema(line, signal)
    shown = np.where(np.isfinite(trigger), line, np.nan)  # TA-Lib shows the line from where the trigger is
    return shown, trigger, shown - trigger


def rolling(x, n):
    out = np.full((len(x), int(n)), np.nan)
    n = int(n)
    if len(x) >= n:
        out[n - 1:] = np.lib.stride_tricks.sliding_window_view(x, n)
    return out


def two_pass_std(x, n):
    windows = rolling(x, n)
    deviations = windows - windows.mean(axis=1, keepdims=True)
    return np.sqrt((deviations ** 2).mean(axis=1))


def zscore(x, n):
    std = two_pass_std(x, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(std == 0, np.nan, (x - rolling(x, n).mean(axis=1)) / std)


def rsi(x, n=14):
    n = int(n)
    change = np.diff(x, prepend=np.nan)
    up, down = np.where(change > 0, change, 0.0), np.where(change < 0, -change, 0.0)
    up[0] = down[0] = np.nan
    up, down = seeded_ema(up, n, 1 / n), seeded_ema(down, n, 1 / n)
    with np.errstate(invalid="ignore"):
        return np.where(up + down == 0, np.where(np.isfinite(up), 0.0, np.nan), 100 * up / (up + down))


class Indicators:
    """The names an expression may use."""

    def __init__(self, bars):
        self.o, self.h, self.l, self.c, self.v = (bars[k].to_numpy(float) for k in
                                                  ("open", "high", "low", "close", "volume"))
        self.index = bars.index

    def true_range(self):
        before = np.concatenate([[np.nan], self.c[:-1]])
        tr = np.maximum(self.h, before) - np.minimum(self.l, before)
        tr[0] = np.nan
        return tr

    def atr(self, n=14):
        n = int(n)
        return seeded_ema(self.true_range(), n, 1 / n)

    def natr(self, n=14):
        return 100 * self.atr(n) / self.c

    def directional(self, n):
        n = int(n)
        up, down = np.diff(self.h, prepend=np.nan), -np.diff(self.l, prepend=np.nan)
        plus = np.where((up > down) & (up > 0), up, 0.0)
        minus = np.where((down > up) & (down > 0), down, 0.0)

        def wilder_sum(x):  # the sum of the first n-1, then less one n-th of itself, plus the next
            out = np.full(len(x), np.nan)
            total = x[1:n].sum()
            for i in range(n, len(x)):
                total = total - total / n + x[i]
                out[i] = total
            return out

        tr = wilder_sum(self.true_range())
        return 100 * wilder_sum(plus) / tr, 100 * wilder_sum(minus) / tr

    def adx(self, n=14):
        plus, minus = self.directional(n)
        dx = 100 * np.abs(plus - minus) / (plus + minus)
        return seeded_ema(dx, int(n), 1 / int(n))

    def obv(self):
        change = np.sign(np.diff(self.c))
        return np.concatenate([[self.v[0]], self.v[0] + np.cumsum(change * self.v[1:])])

    def stoch(self, k=5, slow=3, slow_type=0, d=3, d_type=0):
        low, high = rolling(self.l, k).min(axis=1), rolling(self.h, k).max(axis=1)
        fast = 100 * (self.c - low) / (high - low)
        slow_k = rolling(fast, slow).mean(axis=1)
        slow_d = rolling(slow_k, d).mean(axis=1)
        return np.where(np.isfinite(slow_d), slow_k, np.nan), slow_d

    def cci(self, n=14):
        typical = rolling((self.h + self.l + self.c) / 3, n)
        mean = typical.mean(axis=1)
        spread = np.abs(typical - mean[:, None]).mean(axis=1)
        return (typical[:, -1] - mean) / (0.015 * spread)

    def willr(self, n=14):
        low, high = rolling(self.l, n).min(axis=1), rolling(self.h, n).max(axis=1)
        return -100 * (high - self.c) / (high - low)

    def slope(self, x, n=14):
        time = np.arange(int(n)) - (int(n) - 1) / 2
        return rolling(x, n) @ time / (time @ time)

    def names(self):
        def shift(x, n=1):
            return np.concatenate([np.full(int(n), np.nan), x[:len(x) - int(n)]]) if n else x

        def crossed(a, b):
            a, b = np.broadcast_arrays(a, b)[0] + 0 * self.c, np.broadcast_arrays(b, a)[0] + 0 * self.c
            out = np.zeros(len(self.c), bool)
            out[1:] = (a[1:] > b[1:]) & (a[:-1] <= b[:-1])
            return out

        return dict(
            open=self.o, high=self.h, low=self.l, close=self.c, volume=self.v,
            sma=lambda x, n=30: rolling(x, n).mean(axis=1), ema=lambda x, n=30: seeded_ema(x, int(n)),
            rsi=rsi, macd=lambda *a: macd_lines(*a)[0], macd_signal=lambda *a: macd_lines(*a)[1],
            macd_hist=lambda *a: macd_lines(*a)[2], atr=self.atr, natr=self.natr, adx=self.adx,
            plus_di=lambda n=14: self.directional(n)[0], minus_di=lambda n=14: self.directional(n)[1],
            bb_upper=lambda x, n=5, u=2, d=2: rolling(x, n).mean(axis=1) + u * two_pass_std(x, n),
            bb_middle=lambda x, n=5, u=2, d=2: rolling(x, n).mean(axis=1),
            bb_lower=lambda x, n=5, u=2, d=2: rolling(x, n).mean(axis=1) - d * two_pass_std(x, n),
            stddev=lambda x, n=5, k=1: k * two_pass_std(x, n), zscore=zscore, obv=self.obv, cci=self.cci,
            willr=self.willr, stoch_k=lambda *a: self.stoch(*a)[0], stoch_d=lambda *a: self.stoch(*a)[1],
            linearreg_slope=self.slope, roc=lambda x, n=10: 100 * (x / shift(x, n) - 1),
            mom=lambda x, n=10: x - shift(x, n), shift=shift, diff=lambda x, n=1: x - shift(x, n),
            pct_change=lambda x, n=1: x / shift(x, n) - 1,
            rolling_min=lambda x, n: rolling(x, n).min(axis=1), rolling_max=lambda x, n: rolling(x, n).max(axis=1),
            rolling_sum=lambda x, n: rolling(x, n).sum(axis=1), rolling_mean=lambda x, n: rolling(x, n).mean(axis=1),
            rolling_rank=lambda x, n: pd.Series(x).rolling(int(n)).rank(pct=True).to_numpy(),
            crossed_above=crossed, crossed_below=lambda a, b: crossed(b, a),
            abs=np.abs, log=np.log, exp=np.exp, sqrt=np.sqrt, sign=np.sign, min=np.minimum, max=np.maximum,
            clip=np.clip, hour=lambda: self.index.hour.to_numpy(float),
            dayofweek=lambda: self.index.dayofweek.to_numpy(float))


def to_python(expression):
    """The same expression for Python: its `and`, `or`, `not` bind like ours, and become & | ~ once parsed."""
    text = expression.replace("!=", " NE ").replace("&&", " and ").replace("||", " or ").replace("!", " not ")
    return compile_logic(text.replace(" NE ", "!=").replace("^", "**"))


def compile_logic(text):
    class Logic(ast.NodeTransformer):
        def visit_BoolOp(self, node):
            self.generic_visit(node)
            op = ast.BitAnd() if isinstance(node.op, ast.And) else ast.BitOr()
            result = node.values[0]
            for value in node.values[1:]:
                result = ast.BinOp(result, op, value)
            return result

        def visit_UnaryOp(self, node):
            self.generic_visit(node)
            return ast.UnaryOp(ast.Invert(), node.operand) if isinstance(node.op, ast.Not) else node

    names = {"true": "True", "false": "False"}
    text = re.sub(r"\b(true|false)\b", lambda m: names[m.group()], text).strip()
    text = re.sub(r"\bfrom\b", "from_", text)
    return compile(ast.fix_missing_locations(Logic().visit(ast.parse(text, mode="eval"))), "rule", "eval")


def evaluate(expression, names, size):
    with np.errstate(all="ignore"):
        value = eval(to_python(expression), {"__builtins__": {}}, names)
    return np.broadcast_to(value, size) if np.ndim(value) == 0 else np.asarray(value)


def doubled_ranks(x):
    return np.rint(2 * stats.rankdata(x) - (len(x) + 1)).astype(np.int64)


def metrics(bars, spec):
    signal = spec["signal"]
    horizon = int(signal["horizon"])
    last = bars.index[-1]
    first = int((bars.index > last - pd.DateOffset(months=MONTHS)).argmax())
    bars = bars.iloc[max(0, first - WARMUP):]
    first = min(first, WARMUP)
    size = len(bars)
    names = Indicators(bars).names()
    for section in ("entry", "exit", "filters", "parameters"):
        for name, value in (spec.get(section) or {}).items():
            if isinstance(value, (int, float)):
                names["from_" if name == "from" else name] = value
    if "score" in signal:
        names["score"] = evaluate(signal["score"], names, size).astype(float)
    sides = {}
    for side in ("long", "short"):
        sides[side] = evaluate(signal[side], names, size).astype(bool) if side in signal else np.zeros(size, bool)
    score = names.get("score", sides["long"].astype(float) - sides["short"].astype(float))
    starts = {side: on & ~np.concatenate([[False], on[:-1]]) for side, on in sides.items()}
    direction = starts["long"].astype(int) - starts["short"].astype(int)
    inside = np.arange(size) >= first
    o = bars["open"].to_numpy(float)
    forward = np.full(size, np.nan)
    if size > horizon + 1:
        forward[:size - 1 - horizon] = o[1 + horizon:] / o[1:size - horizon] - 1
    seen = inside & np.isfinite(score) & np.isfinite(forward)
    s, f, d = score[seen], forward[seen], direction[seen]
    n, g = len(s), max(2 * horizon, 50)
    result = dict(signal_frequency=int((direction[inside] != 0).sum()),
                  conflicts=int((starts["long"] & starts["short"] & inside).sum()), observations=n)
    result.update(hit_rate=None, hit_rate_p_value=None, hit_rate_base=None, ic=None, ic_p_value=None, luck=None,
                  ic_by_month=None)
    if n < 200 or n < 4 * g:
        return result
    judged = (d != 0) & (f != 0)
    if judged.any():
        right, total = int((d[judged] * f[judged] > 0).sum()), int(judged.sum())
        result["hit_rate"] = right / total
        result["hit_rate_p_value"] = float(stats.binomtest(right, total, 0.5).pvalue)
        longs = (d[judged] > 0).sum() / total
        result["hit_rate_base"] = float(longs * (f > 0).mean() + (1 - longs) * (f < 0).mean())
    months = pd.PeriodIndex(bars.index[seen].tz_localize(None), freq="M")
    result["ic_by_month"] = {}
    for month in months.unique():
        at = months == month
        if at.sum() >= 20 and len(set(s[at])) > 1:
            result["ic_by_month"][str(month)] = float(stats.spearmanr(s[at], f[at]).statistic)
    a, b = doubled_ranks(s), doubled_ranks(f)
    scale = np.sqrt(float(a @ a)) * np.sqrt(float(b @ b))
    if scale == 0:
        return result
    result["ic"] = float(stats.spearmanr(s, f).statistic)
    ic = (a @ b) / scale
    at_least = passing = shifts = 0
    signs = np.sign(f).astype(int)
    events = np.flatnonzero(d)
    for k in range(g, n - g + 1):
        moved = (a @ np.roll(b, -k)) / scale
        landed = signs[(events + k) % n] * d[events]
        total = int((landed != 0).sum())
        hit = total > 0 and abs(int((landed > 0).sum()) / total - 0.5) > TOLERANCE
        shifts += 1
        at_least += moved >= ic - 1e-12
        passing += result["signal_frequency"] > MIN_FREQUENCY and hit and moved > MIN_IC
    result["ic_p_value"] = (1 + int(at_least)) / (1 + shifts)
    result["luck"] = int(passing) / shifts
    return result


def main():
    workspace = Path(sys.argv[1])
    expected = {}
    for folder in sorted((workspace / ".crypto/knowledge/strategies").glob("STR-*")):
        spec = yaml.safe_load((folder / "parameters.yaml").read_text())
        bars = load_bars(workspace, spec["asset"], spec["timeframe"])
        expected["-".join(folder.name.split("-")[:2])] = metrics(bars, spec)
    json.dump(expected, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
