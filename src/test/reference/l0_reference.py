#!/usr/bin/python3
"""An independent reference for the L0 metrics.

Run:   /usr/bin/python3 src/test/reference/l0_reference.py WORKSPACE > out.json
Needs: Python 3.11 or later with numpy, pandas, scipy and PyYAML (Debian: python3-pandas python3-scipy python3-yaml).

WORKSPACE holds `.crypto/`. For every folder in `.crypto/knowledge/strategies/` whose name starts with STR- the output
has `{id: {metric: value}}`, floats at full precision, null where a metric cannot be computed. It was written from the
written definitions alone and shares no code with the program. Where the program is fast, this is plain: every shift of
the placebo is a loop turn with exact integer sums, every rolling variance is taken in two passes.

Where the formulas come from
  sma ema wma dema tema kama rsi macd* bb_* atr natr adx plus_di minus_di cci mfi obv roc mom willr stoch_* aroon_*
  stddev linearreg_slope        TA-Lib's documented definitions, its seeds and its warm-up (lookback) included;
                                Wilder, New Concepts in Technical Trading Systems (1978), for rsi, atr, adx and the DIs;
                                Kaufman, Trading Systems and Methods, for kama (fast 2, slow 30)
  shift diff pct_change rolling_* rolling_rank      pandas: Series.shift, diff, pct_change, rolling(n).f(), rolling(n).rank()
  zscore                        (x - mean) / population standard deviation of the last n bars
  ic                            scipy.stats.spearmanr (average ranks for ties)
  hit_rate_p_value              scipy.stats.binomtest(k, n, 0.5), two-sided, exact
  ic_p_value, luck              circular shifts: Politis and Romano's circular scheme as a permutation test; the p-value
                                counts the unshifted series itself, (1 + b) / (1 + m), Phipson and Smyth (2010)

Compared once with TA-Lib 0.4.0's own Java port (com.tictactec:ta-lib) on 3,000 bars of BTCUSDT_15m and 2,050 of
TICKUSD_1h: all thirty indicators start at the same bar and agree to 1e-12 relative, but for the running sums that
TA-Lib has in STDDEV and BBANDS (1e-10). check_reference.py repeats what needs no further library.

Choices where a definition leaves room
  - `!=` with NaN is false, like every other comparison.
  - `!` binds like unary minus, tighter than a comparison; comparisons do not chain.
  - min, max and clip give NaN when any argument is NaN.
  - a function applied to a series with leading NaN starts at the first bar where all its inputs are there.
  - a window whose values are all equal has standard deviation 0 exactly, whatever rounding its mean suffers.
  - recursive indicators keep TA-Lib's order of operations: where the price stands still, two values that are equal on
    paper differ in the last bit, and so break or keep a tie.
  - luck is 0, not null, when the frequency gate itself fails; it is null when ic is.
  - ic_by_month holds null for a month with enough observations whose score or fwd is constant.
  - bars built from a finer file are aligned to the UTC epoch; only an unfinished last one is dropped.
"""
import json
import re
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import yaml
from numpy.lib.stride_tricks import sliding_window_view
from scipy import stats

MIN_FREQUENCY, HIT_TOLERANCE, MIN_IC = 10, 0.005, 0.01
TIE = 1e-12                                 # an ic that is lower by no more counts as equal
STEP = {"1m": 60, "5m": 300, "15m": 900, "30m": 1800, "1h": 3600, "4h": 14400, "8h": 28800, "12h": 43200,
        "1d": 86400, "1w": 604800}


# ---------------------------------------------------------------------------------------------------------------- data

def plain(symbol):
    return re.sub(r"[/\-_:]", "", symbol).upper()


def find_bars(data_dir, symbol, timeframe):
    """(file, its timeframe): the requested one, else the coarsest finer one that divides it."""
    found = {}
    for path in sorted(data_dir.rglob("*")):
        match = re.fullmatch(r"(.+)_([0-9]+[mhdw])\.csv(\.gz)?", path.name)
        if match and plain(match[1]) == plain(symbol):
            if match[2] in found:
                raise ValueError(f"two answers for {symbol} {match[2]}: {found[match[2]]} and {path}")
            found[match[2]] = path
    if timeframe in found:
        return found[timeframe], timeframe
    finer = [t for t in found if STEP[t] < STEP[timeframe] and STEP[timeframe] % STEP[t] == 0]
    if not finer:
        raise FileNotFoundError(f"no bars for {symbol} {timeframe} under {data_dir}")
    best = max(finer, key=STEP.get)
    return found[best], best


def load_bars(path, has, wants):
    bars = pd.read_csv(path)
    bars.columns = [c.strip().lower() for c in bars.columns]
    bars["timestamp"] = pd.to_datetime(bars["timestamp"], utc=True)
    bars = bars.set_index("timestamp")[["open", "high", "low", "close", "volume"]].astype(float)
    if not bars.index.is_monotonic_increasing or bars.index.has_duplicates:
        raise ValueError(f"{path}: timestamps do not increase")
    if has == wants:
        return bars
    rule = pd.Timedelta(seconds=STEP[wants])
    end_of_data = bars.index[-1] + pd.Timedelta(seconds=STEP[has])
    # Weeks start on Monday; the epoch was a Thursday.
    origin = pd.Timestamp("1970-01-05", tz="UTC") if wants == "1w" else pd.Timestamp("1970-01-01", tz="UTC")
    coarse = bars.resample(rule, origin=origin, label="left", closed="left").agg(
        {"open": "first", "high": "max", "low": "min", "close": "last", "volume": "sum"}).dropna(subset=["open"])
    return coarse if coarse.index[-1] + rule <= end_of_data else coarse.iloc[:-1]


def months_of(period):
    match = re.fullmatch(r"\s*(\d+)[ _]*(month|year)s?\s*", str(period))
    if not match:
        raise ValueError(f"data_period {period!r}")
    return int(match[1]) * (12 if match[2] == "year" else 1)


def window(bars, months, warmup):
    """The loaded bars, and which of them are in W."""
    start = bars.index[-1] - pd.DateOffset(months=months)
    first = int(np.searchsorted(bars.index.values, start.to_datetime64().astype(bars.index.values.dtype), side="right"))
    loaded = bars.iloc[max(0, first - warmup):]
    return loaded, np.asarray(loaded.index > start)


# ---------------------------------------------------------------------------------------------------------- indicators

def from_first_value(function):
    """Runs `function(series, …)` from the first bar where every series has a value; NaN before."""
    def wrapped(series, *args):
        series = np.broadcast_arrays(*[np.asarray(s, float) for s in series])
        missing = np.any([np.isnan(s) for s in series], axis=0)
        starts = np.where(missing.all(axis=-1), missing.shape[-1], np.argmin(missing, axis=-1))
        if np.ptp(starts) > 0:              # worlds that begin at different bars go one by one
            return np.stack([wrapped([s[row] for s in series], *args) for row in range(len(missing))])
        start = int(np.min(starts))
        out = np.full(missing.shape, np.nan)
        if start < missing.shape[-1]:
            out[..., start:] = function([s[..., start:] for s in series], *args)
        return out
    return wrapped


def by_time(x):
    """The same with time first, for loops over bars, and contiguous."""
    return np.ascontiguousarray(np.moveaxis(np.asarray(x, float), -1, 0))


def time_last(x):
    return np.moveaxis(x, 0, -1)


def rolling(x, n, f):
    """f over each full window of n values (the last axis); NaN until there is one, and wherever a window holds NaN."""
    x = np.asarray(x, float)
    if x.ndim > 1:
        return np.stack([rolling(row, n, f) for row in x])
    out = np.full(len(x), np.nan)
    if len(x) >= n:
        w = sliding_window_view(x, n)
        values = np.array(f(w), float)
        if np.isnan(x).any():
            values[np.isnan(w).any(axis=-1)] = np.nan
        out[n - 1:] = values
    return out


def is_flat(w):
    return w.max(axis=-1) == w.min(axis=-1)


def population_std(w):
    s = np.sqrt(((w - w.mean(axis=-1, keepdims=True)) ** 2).mean(axis=-1))
    return np.where(is_flat(w), 0.0, s)


def sma(x, n=30):
    return rolling(x, n, lambda w: np.where(is_flat(w), w[..., -1], w.mean(axis=-1)))


def wma(x, n=30):
    weights = np.arange(1, n + 1) / (n * (n + 1) / 2)
    return rolling(x, n, lambda w: np.where(is_flat(w), w[..., -1], w @ weights))


def ema_seeded_at(x, n, at):
    """EMA whose first value, at index `at`, is the mean of the n values that end there."""
    x = by_time(x)
    out = np.full(x.shape, np.nan)
    if at < len(x):
        out[at] = sum(x[at - n + 1:at + 1]) / n
        for i in range(at + 1, len(x)):
            out[i] = (x[i] - out[i - 1]) * (2.0 / (n + 1)) + out[i - 1]
    return time_last(out)


@from_first_value
def _ema(series, n):
    return ema_seeded_at(series[0], n, n - 1)


def ema(x, n=30):
    return _ema([x], n)


def dema(x, n=30):
    e1 = ema(x, n)
    return 2 * e1 - ema(e1, n)


def tema(x, n=30):
    e1 = ema(x, n)
    e2 = ema(e1, n)
    return 3 * e1 - 3 * e2 + ema(e2, n)


@from_first_value
def _kama(series, n):
    x = by_time(series[0])
    out = np.full(x.shape, np.nan)
    fast, slow = 2 / (2 + 1), 2 / (30 + 1)
    previous = x[n - 1] if len(x) >= n else np.nan
    steps = np.abs(np.diff(x, axis=0))
    for i in range(n, len(x)):
        change = np.abs(x[i] - x[i - n])
        path = steps[i - n:i].sum(axis=0)
        efficiency = np.where(path == 0, 1.0, np.minimum(1.0, change / np.where(path == 0, 1.0, path)))
        previous = previous + (efficiency * (fast - slow) + slow) ** 2 * (x[i] - previous)
        out[i] = previous
    return time_last(out)


def kama(x, n=30):
    return _kama([x], n)


def quotient(a, b, otherwise=0.0):
    """a / b, and something else where b is 0."""
    return np.where(b == 0, otherwise, a / np.where(b == 0, 1.0, b))


@from_first_value
def _rsi(series, n):
    x = by_time(series[0])
    change = np.diff(x, axis=0)
    up, down = np.maximum(change, 0), np.maximum(-change, 0)
    out = np.full(x.shape, np.nan)
    if len(change) >= n:
        gain, loss = sum(up[:n]) / n, sum(down[:n]) / n
        for i in range(n, len(x)):
            if i > n:
                gain = (gain * (n - 1) + up[i - 1]) / n
                loss = (loss * (n - 1) + down[i - 1]) / n
            out[i] = 100 * quotient(gain, gain + loss)
    return time_last(out)


def rsi(x, n=14):
    return _rsi([x], n)


@from_first_value
def _macd(series, fast, slow, signal, which):
    x = series[0]
    if slow < fast:
        fast, slow = slow, fast
    line = ema_seeded_at(x, fast, slow - 1) - ema_seeded_at(x, slow, slow - 1)
    smooth = np.full(x.shape, np.nan)
    smooth[..., slow - 1:] = ema_seeded_at(line[..., slow - 1:], signal, signal - 1)
    line = np.where(np.isnan(smooth), np.nan, line)   # TA-Lib gives all three from the same bar on
    return {"line": line, "signal": smooth, "hist": line - smooth}[which]


def macd(x, fast=12, slow=26, signal=9):
    return _macd([x], fast, slow, signal, "line")


def macd_signal(x, fast=12, slow=26, signal=9):
    return _macd([x], fast, slow, signal, "signal")


def macd_hist(x, fast=12, slow=26, signal=9):
    return _macd([x], fast, slow, signal, "hist")


def stddev(x, n=5, deviations=1.0):
    return rolling(x, n, population_std) * deviations


def bb_upper(x, n=5, up=2.0, down=2.0):
    return sma(x, n) + up * stddev(x, n)


def bb_middle(x, n=5, up=2.0, down=2.0):
    return sma(x, n)


def bb_lower(x, n=5, up=2.0, down=2.0):
    return sma(x, n) - down * stddev(x, n)


def true_range(high, low, close):
    """Of bar 1 and later; bar 0 has no previous close."""
    before = close[..., :-1]
    return np.maximum.reduce([high[..., 1:] - low[..., 1:], np.abs(high[..., 1:] - before), np.abs(low[..., 1:] - before)])


def atr(b, n=14):
    tr = by_time(true_range(b["high"], b["low"], b["close"]))
    out = np.full(by_time(b["close"]).shape, np.nan)
    if len(tr) >= n:
        out[n] = sum(tr[:n]) / n
        for i in range(n + 1, len(out)):
            out[i] = (out[i - 1] * (n - 1) + tr[i - 1]) / n
    return time_last(out)


def natr(b, n=14):
    return atr(b, n) / b["close"] * 100


def directional(b, n):
    """(+DI, -DI) of every bar from n on, time first. Wilder's sums start with n - 1 bars, the n-th is already smoothed in."""
    high, low, close = (by_time(b[c]) for c in ("high", "low", "close"))
    rise, fall = high[1:] - high[:-1], low[:-1] - low[1:]
    plus = np.where((rise > fall) & (rise > 0), rise, 0.0)
    minus = np.where((fall > rise) & (fall > 0), fall, 0.0)
    tr = by_time(true_range(b["high"], b["low"], b["close"]))
    p, m = np.full(close.shape, np.nan), np.full(close.shape, np.nan)
    sums = [sum(s[:n - 1]) for s in (plus, minus, tr)]
    for i in range(n, len(close)):
        sums = [s - s / n + new for s, new in zip(sums, (plus[i - 1], minus[i - 1], tr[i - 1]))]
        p[i] = 100 * quotient(sums[0], sums[2])
        m[i] = 100 * quotient(sums[1], sums[2])
    return p, m


def plus_di(b, n=14):
    return time_last(directional(b, n)[0])


def minus_di(b, n=14):
    return time_last(directional(b, n)[1])


def adx(b, n=14):
    p, m = directional(b, n)
    out = np.full(p.shape, np.nan)
    if len(p) >= 2 * n:
        dx = 100 * quotient(np.abs(p - m), p + m, np.nan)          # NaN: this bar is left out of the average
        value = sum(np.nan_to_num(dx[i]) for i in range(n, 2 * n)) / n
        out[2 * n - 1] = value
        for i in range(2 * n, len(p)):
            value = np.where(np.isnan(dx[i]), value, (value * (n - 1) + dx[i]) / n)
            out[i] = value
    return time_last(out)


def typical(b):
    return (b["high"] + b["low"] + b["close"]) / 3


def cci(b, n=14):
    def f(w):
        mean = w.mean(axis=-1, keepdims=True)
        off = w[..., -1] - mean[..., 0]
        spread = np.abs(w - mean).mean(axis=-1)
        flat = is_flat(w)
        return np.where(flat | (off == 0), 0.0, off / np.where(flat, 1.0, 0.015 * spread))
    return rolling(typical(b), n, f)


def mfi(b, n=14):
    price = typical(b)
    flow = price[..., 1:] * b["volume"][1:]
    change = np.diff(price)
    up, down = by_time(np.where(change > 0, flow, 0.0)), by_time(np.where(change < 0, flow, 0.0))
    out = np.full(by_time(price).shape, np.nan)
    for i in range(n, len(out)):
        gain, loss = up[i - n:i].sum(axis=0), down[i - n:i].sum(axis=0)
        out[i] = 100 * quotient(gain, gain + loss)
    return time_last(out)


def obv(b):
    step = np.sign(np.diff(b["close"])) * b["volume"][1:]
    first = np.full(step.shape[:-1] + (1,), b["volume"][0])
    return np.concatenate([first, first + np.cumsum(step, axis=-1)], axis=-1)


def roc(x, n=10):
    before = shift(x, n)
    return np.where(before == 0, 0.0, (x / np.where(before == 0, 1.0, before) - 1) * 100)


def mom(x, n=10):
    return x - shift(x, n)


def channel(b, n):
    return rolling(b["high"], n, lambda w: w.max(axis=-1)), rolling(b["low"], n, lambda w: w.min(axis=-1))


def position_in_channel(b, n):
    top, bottom = channel(b, n)
    width = np.where(top == bottom, 1.0, top - bottom)
    return np.where(top == bottom, 0.0, (b["close"] - bottom) / width), np.where(top == bottom, 0.0, (top - b["close"]) / width)


def willr(b, n=14):
    return -100 * position_in_channel(b, n)[1] + 0.0


def stochastic(b, fast_k, slow_k, slow_d):
    k = sma(100 * position_in_channel(b, fast_k)[0], slow_k)
    d = sma(k, slow_d)
    return np.where(np.isnan(d), np.nan, k), d        # TA-Lib gives both from the same bar on


def stoch_k(b, fast_k=5, slow_k=3, slow_d=3):
    return stochastic(b, fast_k, slow_k, slow_d)[0]


def stoch_d(b, fast_k=5, slow_k=3, slow_d=3):
    return stochastic(b, fast_k, slow_k, slow_d)[1]


def aroon_up(b, n=14):
    """100 at a new high (the latest of equal ones) of the last n + 1 bars, 0 when it was n bars ago."""
    return rolling(b["high"], n + 1, lambda w: 100.0 / n * (n - np.argmax(w[..., ::-1], axis=-1)))


def aroon_down(b, n=14):
    return rolling(b["low"], n + 1, lambda w: 100.0 / n * (n - np.argmin(w[..., ::-1], axis=-1)))


def linearreg_slope(x, n=14):
    t = np.arange(n) - (n - 1) / 2
    return rolling(x, n, lambda w: w @ t / (t @ t))


def shift(x, n):
    if n < 0:
        raise ValueError("shift looks back only")
    x = np.asarray(x, float)
    moved = min(n, x.shape[-1])
    return np.concatenate([np.full(x.shape[:-1] + (moved,), np.nan), x[..., :x.shape[-1] - moved]], axis=-1)


def diff(x, n):
    return x - shift(x, n)


def pct_change(x, n):
    return x / shift(x, n) - 1


def rolling_rank(x, n):
    """Place of the last value in its window, 1 … n, ties averaged: pandas' rolling(n).rank()."""
    return rolling(x, n, lambda w: (w < w[..., -1:]).sum(axis=-1) + ((w == w[..., -1:]).sum(axis=-1) + 1) / 2)


def zscore(x, n):
    s = rolling(x, n, population_std)
    return (x - sma(x, n)) / np.where(s == 0, np.nan, s)


def before(x):
    return shift(x, 1)


def crossed_above(a, b):
    return (a > b) & (before(a) <= before(b))


def crossed_below(a, b):
    return (a < b) & (before(a) >= before(b))


OF_A_SERIES = {f.__name__: f for f in (
    sma, ema, wma, dema, tema, kama, rsi, macd, macd_signal, macd_hist, bb_upper, bb_middle, bb_lower, roc, mom, stddev,
    linearreg_slope, shift, diff, pct_change, rolling_rank, zscore)}
OF_A_SERIES |= {
    "rolling_min": lambda x, n: rolling(x, n, lambda w: w.min(axis=-1)),
    "rolling_max": lambda x, n: rolling(x, n, lambda w: w.max(axis=-1)),
    "rolling_sum": lambda x, n: rolling(x, n, lambda w: w.sum(axis=-1)),
    "rolling_mean": lambda x, n: sma(x, n)}
OF_BARS = {f.__name__: f for f in (
    atr, natr, adx, plus_di, minus_di, cci, mfi, obv, willr, stoch_k, stoch_d, aroon_up, aroon_down)}
OF_ELEMENTS = {
    "abs": np.abs, "log": np.log, "exp": np.exp, "sqrt": np.sqrt, "sign": np.sign,
    "min": lambda *a: np.minimum.reduce(np.broadcast_arrays(*a)), "max": lambda *a: np.maximum.reduce(np.broadcast_arrays(*a)),
    "clip": lambda x, lo, hi: np.minimum(np.maximum(x, lo), hi)}
FLOAT_ARGUMENTS = {"stddev": {2}, "bb_upper": {2, 3}, "bb_middle": {2, 3}, "bb_lower": {2, 3}}


# --------------------------------------------------------------------------------------------------------- expressions

class Expression:
    """Recursive descent, one method per level of binding, loosest first:  ||  &&  comparison  + -  * / %  - !  ^"""

    TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_]\w*)|(&&|\|\||[<>=!]=|[-+*/%^()<>!,]))")

    def __init__(self, text, names, bars):
        self.names, self.bars = names, bars
        self.tokens, at = [], 0
        text = text.strip()
        while at < len(text):
            match = self.TOKEN.match(text, at)
            if not match:
                raise ValueError(f"{text!r}, column {at + 1}")
            self.tokens.append(match.group(match.lastindex))
            at = match.end()
        self.tokens.append("")
        self.at = 0
        with np.errstate(all="ignore"):
            self.value = self.either()
        if self.tokens[self.at]:
            raise ValueError(f"{text!r}: {self.tokens[self.at]!r} was not expected")

    def take(self, *wanted):
        if self.tokens[self.at] in wanted:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def need(self, wanted):
        if not self.take(wanted):
            raise ValueError(f"{wanted!r} expected, not {self.tokens[self.at]!r}")

    @staticmethod
    def truth(x):
        if np.asarray(x).dtype != bool:
            raise TypeError("a truth value was expected")
        return x

    @staticmethod
    def number(x):
        if np.asarray(x).dtype == bool:
            raise TypeError("a number was expected")
        return x

    def either(self):
        left = self.both()
        while self.take("||"):
            left = self.truth(left) | self.truth(self.both())
        return left

    def both(self):
        left = self.comparison()
        while self.take("&&"):
            left = self.truth(left) & self.truth(self.comparison())
        return left

    def comparison(self):
        left = self.sum()
        op = self.take("<", ">", "<=", ">=", "==", "!=")
        if not op:
            return left
        a, b = self.number(left), self.number(self.sum())
        there = ~(np.isnan(a) | np.isnan(b))
        return there & {"<": np.less, ">": np.greater, "<=": np.less_equal, ">=": np.greater_equal,
                        "==": np.equal, "!=": np.not_equal}[op](a, b)

    def sum(self):
        left = self.product()
        while op := self.take("+", "-"):
            right = self.number(self.product())
            left = self.number(left) + right if op == "+" else self.number(left) - right
        return left

    def product(self):
        left = self.unary()
        while op := self.take("*", "/", "%"):
            right = self.number(self.unary())
            # np.mod takes the sign of the divisor, like Python's %.
            left = {"*": np.multiply, "/": np.divide, "%": np.mod}[op](self.number(left), right)
        return left

    def unary(self):
        if self.take("-"):
            return np.negative(self.number(self.unary()))
        if self.take("!"):
            return np.logical_not(self.truth(self.unary()))
        return self.power()

    def power(self):
        base = self.atom()
        if self.take("^"):
            return np.power(np.asarray(self.number(base), float), self.number(self.unary()))   # right-associative
        return base

    def atom(self):
        token = self.tokens[self.at]
        self.at += 1
        if token == "(":
            value = self.either()
            self.need(")")
            return value
        if re.match(r"[\d.]", token):
            return np.float64(token)
        if token in ("true", "false"):
            return np.bool_(token == "true")
        if not re.match(r"[A-Za-z_]", token):
            raise ValueError(f"{token!r} was not expected")
        return self.call(token) if self.take("(") else self.name(token)

    def name(self, name):
        if name in self.names:
            return self.names[name]
        if name in ("open", "high", "low", "close", "volume"):
            return self.bars[name]
        raise NameError(name)

    def call(self, name):
        args = []
        if not self.take(")"):
            args.append(self.either())
            while self.take(","):
                args.append(self.either())
            self.need(")")
        if name in ("hour", "dayofweek") and not args:
            return self.bars[name]
        if name in OF_ELEMENTS:
            return OF_ELEMENTS[name](*[self.number(a) for a in args])
        if name in ("crossed_above", "crossed_below"):
            return globals()[name](*[np.broadcast_to(self.number(a), self.bars["close"].shape) for a in args])
        if name in ("stoch_k", "stoch_d"):
            args = [a for i, a in enumerate(args) if i not in (2, 4)]   # kinds of average: simple ones here
        if name in OF_BARS:
            return OF_BARS[name](self.bars, *[self.period(a) for a in args])
        if name in OF_A_SERIES:
            x = self.number(args[0])
            x = x if np.ndim(x) else np.broadcast_to(x, self.bars["close"].shape)
            rest = [float(a) if i in FLOAT_ARGUMENTS.get(name, ()) else self.period(a, shift_too=name == "shift")
                    for i, a in enumerate(args) if i]
            return OF_A_SERIES[name](x, *rest)
        raise NameError(name)

    @staticmethod
    def period(value, shift_too=False):
        n = int(value)
        if n != value or n < (0 if shift_too else 1):
            raise ValueError(f"not a period: {value}")
        return n


def columns_of(bars, prices=None):
    """What expressions can name: arrays over time, and, given rebuilt prices, over worlds × time."""
    columns = {c: bars[c].to_numpy() for c in bars.columns} | (prices or {})
    columns["hour"] = bars.index.hour.to_numpy().astype(float)
    columns["dayofweek"] = bars.index.dayofweek.to_numpy().astype(float)
    return columns


def signals(parameters, columns):
    """score, long and short for every loaded bar (of every world)."""
    names = {}
    for section in ("entry", "exit", "filters", "parameters"):
        for key, value in (parameters.get(section) or {}).items():
            if isinstance(value, bool):
                value = np.bool_(value)
            elif isinstance(value, (int, float)):
                value = np.float64(value)
            else:
                continue                    # the exit expressions, which L0 does not look at
            if key in names:
                raise ValueError(f"{key} is defined twice")
            names[key] = value
    signal, shape = parameters["signal"], columns["close"].shape
    score = None
    if "score" in signal:
        score = np.broadcast_to(Expression.number(Expression(str(signal["score"]), names, columns).value), shape).astype(float)
        names = names | {"score": score}
    sides = {}
    for side in ("long", "short"):
        text = signal.get(side)
        value = np.bool_(False) if text is None else Expression.truth(Expression(str(text).lower() if isinstance(text, bool) else text, names, columns).value)
        sides[side] = np.broadcast_to(value, shape)
    if score is None:
        score = sides["long"].astype(float) - sides["short"].astype(float)
    return score, sides["long"], sides["short"]


# ------------------------------------------------------------------------------------------------------------- metrics

def doubled_ranks(x):
    """Twice the average rank, as integers, so that sums over them are exact."""
    return np.rint(2 * stats.rankdata(x)).astype(np.int64)


def correlation(a, b):
    """A function k -> correlation of b with a shifted in a circle by k, from exact integer sums; None if undefined."""
    n = len(a)
    total_a, total_b = int(a.sum()), int(b.sum())
    var_a, var_b = n * int((a * a).sum()) - total_a ** 2, n * int((b * b).sum()) - total_b ** 2
    if var_a == 0 or var_b == 0:
        return None
    scale = float(var_a) ** 0.5 * float(var_b) ** 0.5
    twice = np.concatenate([a, a])
    return lambda k: (n * int(np.dot(twice[n - k:2 * n - k], b)) - total_a * total_b) / scale


def is_constant(x, scale):
    """But for rounding: a few operations of 1e-12 each."""
    return np.ptp(x) <= 1e-11 * scale


class Screen:
    """What L0 looks at, of one market: events, observations, hits and the rank correlation."""

    def __init__(self, opens, in_window, score, long, short, horizon):
        begins = lambda s: s & ~np.concatenate([[False], s[:-1]])
        goes_long, goes_short = begins(long) & in_window, begins(short) & in_window
        conflict = goes_long & goes_short
        direction = np.where(conflict, 0, goes_long.astype(int) - goes_short.astype(int))
        fwd = np.full(len(opens), np.nan)
        fwd[:len(opens) - 1 - horizon] = opens[1 + horizon:] / opens[1:len(opens) - horizon] - 1
        self.at = np.flatnonzero(in_window & np.isfinite(score) & np.isfinite(fwd))
        self.n, self.gap = len(self.at), max(2 * horizon, 50)
        self.frequency, self.conflicts = int(np.count_nonzero(direction)), int(conflict.sum())
        self.hit_rate = self.correlation = None
        self.wins = self.counted = 0
        if self.n < 200 or self.n < 4 * self.gap:
            return
        self.score, self.fwd, self.direction = score[self.at], fwd[self.at], direction[self.at]
        self.sign = np.sign(self.fwd).astype(int)
        self.wins, self.counted = self.hits(0)
        self.hit_rate = self.wins / self.counted if self.counted else None
        if not is_constant(self.score, np.abs(self.score).max()) and not is_constant(self.fwd, 1.0):
            self.correlation = correlation(doubled_ranks(self.score), doubled_ranks(self.fwd))

    def hits(self, k):
        events = np.flatnonzero(self.direction)
        outcome = self.direction[events] * self.sign[(events + k) % self.n]
        return int((outcome > 0).sum()), int((outcome != 0).sum())

    @property
    def ic(self):
        return None if self.correlation is None else self.correlation(0)


def passes(frequency, hit_rate, ic):
    return (frequency is not None and frequency > MIN_FREQUENCY
            and hit_rate is not None and abs(hit_rate - 0.5) > HIT_TOLERANCE
            and ic is not None and ic > MIN_IC)


def metrics(bars, in_window, score, long, short, horizon):
    """Those of the market as it is, and the screen they come from."""
    screen = Screen(bars["open"].to_numpy(), in_window, score, long, short, horizon)
    out = {"signal_frequency": screen.frequency, "conflicts": screen.conflicts, "observations": screen.n}
    out |= dict.fromkeys(("hit_rate", "hit_rate_p_value", "hit_rate_base", "ic", "ic_by_month"))
    if screen.n < 200 or screen.n < 4 * screen.gap:
        return out, screen
    n, s, f, d, sign = screen.n, screen.score, screen.fwd, screen.direction, screen.sign
    if screen.counted:
        out["hit_rate"] = screen.hit_rate
        out["hit_rate_p_value"] = float(stats.binomtest(screen.wins, screen.counted, 0.5).pvalue)
        q_long = int(((d > 0) & (sign != 0)).sum()) / screen.counted
        out["hit_rate_base"] = q_long * int((sign > 0).sum()) / n + (1 - q_long) * int((sign < 0).sum()) / n
    out["ic"] = screen.ic
    assert out["ic"] is None or abs(out["ic"] - stats.spearmanr(s, f).statistic) < 1e-10

    month = bars.index[screen.at].strftime("%Y-%m").to_numpy()
    by_month = {}
    for m in sorted(set(month)):
        here = month == m
        if here.sum() >= 20:
            one = correlation(doubled_ranks(s[here]), doubled_ranks(f[here]))
            by_month[m] = None if one is None else one(0)
    out["ic_by_month"] = by_month
    return out, screen


def circular_shift(screen):
    """For strategies that bring their own program: every shift is a loop turn."""
    if screen.ic is None:
        return {"ic_p_value": None, "luck": None}
    as_good = lucky = shifts = 0
    for k in range(screen.gap, screen.n - screen.gap + 1):
        ic_k = screen.correlation(k)
        wins, counted = screen.hits(k)
        shifts += 1
        as_good += ic_k >= screen.ic - TIE
        lucky += passes(screen.frequency, wins / counted if counted else None, ic_k)
    return {"ic_p_value": (1 + as_good) / (1 + shifts), "luck": lucky / shifts}


# -------------------------------------------------------------------------------------------------------------- worlds

def mix64(z):
    """SplitMix64's finaliser; NumPy's unsigned integers wrap around."""
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def turned(times, worlds):
    """worlds × bars: whether the bar's direction is turned."""
    seconds = times.astype("datetime64[s]").astype(np.int64).astype(np.uint64)
    step = lambda block: np.uint64((block + 1) * 0x9E3779B97F4A7C15 % 2 ** 64)
    blocks = {b: mix64(seconds + step(b)) for b in {(k - 1) // 64 for k in worlds}}
    return np.stack([blocks[(k - 1) // 64] >> np.uint64((k - 1) % 64) & np.uint64(1) for k in worlds]).astype(bool)


def by_products(bars, turns, mirrored, as_it_is):
    """Bar after bar. The two functions make a price of the close before, the drift, the real one, and the real price."""
    o, h, l, c = (bars[name].to_numpy() for name in ("open", "high", "low", "close"))
    n = len(c)
    drift = (c[-1] / c[0]) ** (2 / (n - 1)) if n > 1 else 1.0
    out = {name: np.empty((n, len(turns))) for name in ("open", "high", "low", "close")}
    for name, x in zip(out, (o, h, l, c)):
        out[name][0] = x[0]
    for t in range(1, n):
        turn, p, was = turns[:, t], c[t - 1], out["close"][t - 1]
        for name, x, mirror in (("open", o, o), ("high", h, l), ("low", l, h), ("close", c, c)):
            out[name][t] = np.where(turn, mirrored(was, drift, p, mirror[t]), as_it_is(was, drift, p, x[t]))
    return {name: time_last(x).copy() for name, x in out.items()}


def rebuilt_from_left_to_right(bars, turns):
    """As it is written."""
    return by_products(bars, turns, lambda was, drift, p, x: was * drift * p / x, lambda was, drift, p, x: was * x / p)


def rebuilt_by_ratios(bars, turns):
    """The change of each bar first."""
    return by_products(bars, turns, lambda was, drift, p, x: was * (drift * (p / x)), lambda was, drift, p, x: was * (x / p))


def rebuilt_by_logarithms(bars, turns):
    """The same market by sums of log returns: log r or 2μ − log r. Other roundings than the other way has."""
    o, h, l, c = (bars[name].to_numpy() for name in ("open", "high", "low", "close"))
    n = len(c)
    drift = 2 * np.log(c[-1] / c[0]) / (n - 1) if n > 1 else 0.0
    logs = {name: np.log(x[1:] / c[:-1]) for name, x in (("open", o), ("high", h), ("low", l), ("close", c))}
    mirror = {"open": "open", "high": "low", "low": "high", "close": "close"}
    steps = {name: np.where(turns[:, 1:], drift - logs[mirror[name]], logs[name]) for name in logs}
    level = np.concatenate([np.zeros((len(turns), 1)), np.cumsum(steps["close"], axis=-1)], axis=-1)
    return {name: np.concatenate([np.full((len(turns), 1), x[0]), c[0] * np.exp(level[:, :-1] + steps[name])], axis=-1)
            for name, x in (("open", o), ("high", h), ("low", l), ("close", c))}


WAYS = (rebuilt_from_left_to_right, rebuilt_by_ratios, rebuilt_by_logarithms)


class Worlds:
    """What a strategy scores on rebuilt markets, computed in all ways. Where they differ, rounding decides: a comparison
    of two numbers that are equal on paper."""

    def __init__(self, bars, measure):
        self.bars, self.measure = bars, measure
        self.rows = {way: [] for way in WAYS}

    def up_to(self, most, way=WAYS[0]):
        """rows of worlds 1 … most: (first gate's metric, second's, third's), None where there is none."""
        at_once = max(1, 6_000_000 // len(self.bars))
        rows = self.rows[way]
        while len(rows) < most:
            first = len(rows) + 1
            worlds = range(first, min(most, first + at_once - 1) + 1)
            rows += self.measure(way(self.bars, turned(self.bars.index.values, worlds)))
        return rows[:most]


def same(a, b):
    return a == b if a is None or b is None else abs(a - b) <= 1e-10 * max(1.0, abs(a))


def placebo(worlds, seen, score_at, holds, count, most):
    """p-value, luck and noise of `count` worlds, of `most` where few of those reach what was seen."""
    rows, *others = (worlds.up_to(count, way) for way in WAYS)
    least = lambda x: -np.inf if x is None else x
    scores = sorted(least(row[score_at]) for row in rows)
    noise = scores[-(-95 * (count + 1) // 100) - 1]
    lucky = [holds(*row) for row in rows]
    ties = [k + 1 for k in range(count) if not all(all(map(same, rows[k], other[k])) for other in others)]
    clear = [rows[k - 1] for k in range(1, count + 1) if k not in set(ties)]
    reaches = lambda row: least(row[score_at]) >= seen - TIE
    differ_by = [max((abs(rows[k - 1][i] - other[k - 1][i]) for k in ties for other in others
                      if None not in (rows[k - 1][i], other[k - 1][i])), default=0) for i in range(3)]
    p_value, used, p_ties = None, count, 0
    if seen is not None:
        all_rows = rows
        if sum(map(reaches, rows)) < 10:
            used = max(count, most)
            all_rows = worlds.up_to(used)
        p_value = (1 + sum(map(reaches, all_rows))) / (1 + used)
        p_ties = sum(any(reaches(rows[k]) != reaches(other[k]) for other in others) for k in range(count))
        # The worlds of the second stage are computed one way; rounding may decide those that are as near.
        p_ties += sum(abs(least(row[score_at]) - seen) <= 3 * differ_by[score_at] + 1e-10 for row in all_rows[count:])
    return {
        "p_value": p_value, "luck": sum(lucky) / count, "noise_95": noise if np.isfinite(noise) else None,
        "placebo_worlds": used,
        "worlds": {
            "first": rows[:10],
            "sums": [float(sum(row[i] for row in clear if row[i] is not None)) for i in range(3)],
            "missing": [sum(row[i] is None for row in clear) for i in range(3)],
            "ties": ties,
            "ties_differ_by": differ_by,
            "luck_ties": sum(any(lucky[k] != holds(*other[k]) for other in others) for k in range(count)),
            "p_value_ties": p_ties}}


def measure_l0(parameters, bars, in_window):
    horizon = int(parameters["signal"]["horizon"])

    def measure(prices):
        score, long, short = signals(parameters, columns_of(bars, prices))
        screens = (Screen(*row, horizon) for row in zip(prices["open"], [in_window] * len(score), score, long, short))
        return [(screen.frequency, screen.hit_rate, screen.ic) for screen in screens]
    return measure


def worlds_of(protocol):
    count = int(protocol.get("placebo_worlds", 199))
    return count, max(count, int(protocol.get("placebo_worlds_max", 1999)))


def strategies(workspace, tier, period):
    """(id, parameters, bars, in_window, protocol) of each."""
    crypto = Path(workspace) / ".crypto"
    file = crypto / "config/tiered-validation-protocol.yaml"
    protocol = (yaml.safe_load(file.read_text("utf-8"))["tiers"].get(tier) or {}) if file.exists() else {}
    for folder in sorted((crypto / "knowledge/strategies").glob("STR-*")):
        parameters = yaml.safe_load((folder / "parameters.yaml").read_text("utf-8"))
        path, has = find_bars(crypto / "data", parameters["asset"], parameters["timeframe"])
        bars = load_bars(path, has, parameters["timeframe"])
        bars, in_window = window(bars, months_of(protocol.get("data_period", period)), int(protocol.get("warmup_bars", 1000)))
        yield re.match(r"STR-\d+", folder.name)[0], parameters, bars, in_window, protocol


def reference(workspace, only):
    result = {}
    for identity, parameters, bars, in_window, protocol in strategies(workspace, "L0", "6 months"):
        if only and identity not in only:
            continue
        if "command" in parameters["signal"]:
            raise NotImplementedError(f"{identity}: own programs are not run here; check_reference.py tests circular_shift")
        out, screen = metrics(bars, in_window, *signals(parameters, columns_of(bars)), int(parameters["signal"]["horizon"]))
        luck = placebo(Worlds(bars, measure_l0(parameters, bars, in_window)), screen.ic, 2, passes, *worlds_of(protocol))
        out |= {"ic_p_value": luck["p_value"], "luck": luck["luck"], "ic_noise_95": luck["noise_95"],
                "placebo_worlds": luck["placebo_worlds"], "worlds": luck["worlds"]}
        result[identity] = out
        print(identity, len(bars), int(in_window.sum()), out["ic"], out["ic_p_value"], out["luck"], out["placebo_worlds"],
              "ties", len(luck["worlds"]["ties"]), luck["worlds"]["luck_ties"], luck["worlds"]["p_value_ties"], file=sys.stderr, flush=True)
    return result


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    print(json.dumps(reference(sys.argv[1], sys.argv[2:]), indent=1, allow_nan=False))
