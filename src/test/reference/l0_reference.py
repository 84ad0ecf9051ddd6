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
    """Runs `function(n, *series)` from the first bar where every series has a value; NaN before."""
    def wrapped(series, *args):
        series = [np.asarray(s, float) for s in series]
        missing = np.any([np.isnan(s) for s in series], axis=0)
        start = int(np.argmin(missing)) if not missing.all() else len(missing)
        out = np.full(len(missing), np.nan)
        if start < len(missing):
            out[start:] = function([s[start:] for s in series], *args)
        return out
    return wrapped


def rolling(x, n, f):
    """f over each full window of n values; NaN until there is one, and wherever a window holds NaN."""
    x = np.asarray(x, float)
    out = np.full(len(x), np.nan)
    if len(x) >= n:
        w = sliding_window_view(x, n)
        values = np.array(f(w), float)
        values[np.isnan(w).any(axis=1)] = np.nan
        out[n - 1:] = values
    return out


def population_std(w):
    s = np.sqrt(((w - w.mean(axis=1, keepdims=True)) ** 2).mean(axis=1))
    return np.where(w.max(axis=1) == w.min(axis=1), 0.0, s)


def sma(x, n=30):
    return rolling(x, n, lambda w: w.mean(axis=1))


def wma(x, n=30):
    weights = np.arange(1, n + 1) / (n * (n + 1) / 2)
    return rolling(x, n, lambda w: w @ weights)


def ema_seeded_at(x, n, at):
    """EMA whose first value, at index `at`, is the mean of the n values that end there."""
    out = np.full(len(x), np.nan)
    if at < len(x):
        out[at] = sum(x[at - n + 1:at + 1]) / n
        for i in range(at + 1, len(x)):
            out[i] = (x[i] - out[i - 1]) * (2.0 / (n + 1)) + out[i - 1]
    return out


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
    x, out = series[0], np.full(len(series[0]), np.nan)
    fast, slow = 2 / (2 + 1), 2 / (30 + 1)
    previous = x[n - 1] if len(x) >= n else np.nan
    for i in range(n, len(x)):
        change = x[i] - x[i - n]
        path = np.abs(np.diff(x[i - n:i + 1])).sum()
        efficiency = 1.0 if path == 0 else min(1.0, abs(change) / path)
        previous += (efficiency * (fast - slow) + slow) ** 2 * (x[i] - previous)
        out[i] = previous
    return out


def kama(x, n=30):
    return _kama([x], n)


@from_first_value
def _rsi(series, n):
    change = np.diff(series[0])
    up, down = np.maximum(change, 0), np.maximum(-change, 0)
    out = np.full(len(series[0]), np.nan)
    if len(change) >= n:
        gain, loss = sum(up[:n]) / n, sum(down[:n]) / n
        for i in range(n, len(series[0])):
            if i > n:
                gain = (gain * (n - 1) + up[i - 1]) / n
                loss = (loss * (n - 1) + down[i - 1]) / n
            out[i] = 100 * (gain / (gain + loss)) if gain + loss != 0 else 0.0
    return out


def rsi(x, n=14):
    return _rsi([x], n)


@from_first_value
def _macd(series, fast, slow, signal, which):
    x = series[0]
    if slow < fast:
        fast, slow = slow, fast
    line = ema_seeded_at(x, fast, slow - 1) - ema_seeded_at(x, slow, slow - 1)
    smooth = np.full(len(x), np.nan)
    smooth[slow - 1:] = ema_seeded_at(line[slow - 1:], signal, signal - 1)
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
    before = close[:-1]
    return np.maximum.reduce([high[1:] - low[1:], np.abs(high[1:] - before), np.abs(low[1:] - before)])


def atr(b, n=14):
    tr = true_range(b["high"], b["low"], b["close"])
    out = np.full(len(b["close"]), np.nan)
    if len(tr) >= n:
        out[n] = sum(tr[:n]) / n
        for i in range(n + 1, len(out)):
            out[i] = (out[i - 1] * (n - 1) + tr[i - 1]) / n
    return out


def natr(b, n=14):
    return atr(b, n) / b["close"] * 100


def directional(b, n):
    """(+DI, -DI) of every bar from n on. Wilder's sums start with n - 1 bars, the n-th is already smoothed in."""
    high, low, close = b["high"], b["low"], b["close"]
    rise, fall = high[1:] - high[:-1], low[:-1] - low[1:]
    plus = np.where((rise > fall) & (rise > 0), rise, 0.0)
    minus = np.where((fall > rise) & (fall > 0), fall, 0.0)
    tr = true_range(high, low, close)
    p, m = np.full(len(close), np.nan), np.full(len(close), np.nan)
    sums = [sum(s[:n - 1]) for s in (plus, minus, tr)]
    for i in range(n, len(close)):
        sums = [s - s / n + new for s, new in zip(sums, (plus[i - 1], minus[i - 1], tr[i - 1]))]
        p[i] = 100 * (sums[0] / sums[2]) if sums[2] != 0 else 0.0
        m[i] = 100 * (sums[1] / sums[2]) if sums[2] != 0 else 0.0
    return p, m


def plus_di(b, n=14):
    return directional(b, n)[0]


def minus_di(b, n=14):
    return directional(b, n)[1]


def adx(b, n=14):
    p, m = directional(b, n)
    out = np.full(len(p), np.nan)
    if len(p) < 2 * n:
        return out
    dx = [100 * (abs(p[i] - m[i]) / (p[i] + m[i])) if p[i] + m[i] != 0 else None for i in range(n, len(p))]
    value = sum(d for d in dx[:n] if d is not None) / n
    out[2 * n - 1] = value
    for i in range(2 * n, len(p)):
        if dx[i - n] is not None:
            value = (value * (n - 1) + dx[i - n]) / n
        out[i] = value
    return out


def typical(b):
    return (b["high"] + b["low"] + b["close"]) / 3


def cci(b, n=14):
    def f(w):
        off = w[:, -1] - w.mean(axis=1)
        spread = np.abs(w - w.mean(axis=1, keepdims=True)).mean(axis=1)
        flat = w.max(axis=1) == w.min(axis=1)
        return np.where(flat | (off == 0), 0.0, off / np.where(flat, 1.0, 0.015 * spread))
    return rolling(typical(b), n, f)


def mfi(b, n=14):
    price = typical(b)
    flow = price[1:] * b["volume"][1:]
    up, down = np.where(np.diff(price) > 0, flow, 0.0), np.where(np.diff(price) < 0, flow, 0.0)
    out = np.full(len(price), np.nan)
    for i in range(n, len(price)):
        gain, loss = up[i - n:i].sum(), down[i - n:i].sum()
        out[i] = 100 * gain / (gain + loss) if gain + loss > 0 else 0.0
    return out


def obv(b):
    step = np.sign(np.diff(b["close"])) * b["volume"][1:]
    return np.concatenate([[b["volume"][0]], b["volume"][0] + np.cumsum(step)])


def roc(x, n=10):
    before = shift(x, n)
    return np.where(before == 0, 0.0, (x / np.where(before == 0, 1.0, before) - 1) * 100)


def mom(x, n=10):
    return x - shift(x, n)


def channel(b, n):
    return rolling(b["high"], n, lambda w: w.max(axis=1)), rolling(b["low"], n, lambda w: w.min(axis=1))


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
    return rolling(b["high"], n + 1, lambda w: 100.0 / n * (n - np.argmax(w[:, ::-1], axis=1)))


def aroon_down(b, n=14):
    return rolling(b["low"], n + 1, lambda w: 100.0 / n * (n - np.argmin(w[:, ::-1], axis=1)))


def linearreg_slope(x, n=14):
    t = np.arange(n) - (n - 1) / 2
    return rolling(x, n, lambda w: w @ t / (t @ t))


def shift(x, n):
    if n < 0:
        raise ValueError("shift looks back only")
    x = np.asarray(x, float)
    return np.concatenate([np.full(min(n, len(x)), np.nan), x[:max(0, len(x) - n)]])


def diff(x, n):
    return x - shift(x, n)


def pct_change(x, n):
    return x / shift(x, n) - 1


def rolling_rank(x, n):
    """Place of the last value in its window, 1 … n, ties averaged: pandas' rolling(n).rank()."""
    return rolling(x, n, lambda w: (w < w[:, -1:]).sum(axis=1) + ((w == w[:, -1:]).sum(axis=1) + 1) / 2)


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
    "rolling_min": lambda x, n: rolling(x, n, lambda w: w.min(axis=1)),
    "rolling_max": lambda x, n: rolling(x, n, lambda w: w.max(axis=1)),
    "rolling_sum": lambda x, n: rolling(x, n, lambda w: w.sum(axis=1)),
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
            return globals()[name](*[np.broadcast_to(self.number(a), len(self.bars["close"])) for a in args])
        if name in ("stoch_k", "stoch_d"):
            args = [a for i, a in enumerate(args) if i not in (2, 4)]   # kinds of average: simple ones here
        if name in OF_BARS:
            return OF_BARS[name](self.bars, *[self.period(a) for a in args])
        if name in OF_A_SERIES:
            x = np.broadcast_to(self.number(args[0]), len(self.bars["close"]))
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


def signals(parameters, bars):
    """score, long and short for every loaded bar."""
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
    columns = {c: bars[c].to_numpy() for c in bars.columns}
    columns["hour"] = bars.index.hour.to_numpy().astype(float)
    columns["dayofweek"] = bars.index.dayofweek.to_numpy().astype(float)
    signal, n = parameters["signal"], len(bars)
    score = None
    if "score" in signal:
        score = np.broadcast_to(Expression.number(Expression(str(signal["score"]), names, columns).value), n).astype(float)
        names = names | {"score": score}
    sides = {}
    for side in ("long", "short"):
        text = signal.get(side)
        value = np.bool_(False) if text is None else Expression.truth(Expression(str(text).lower() if isinstance(text, bool) else text, names, columns).value)
        sides[side] = np.broadcast_to(value, n)
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


def hit_rate_of(positions, directions, fwd_sign):
    outcome = directions * fwd_sign[positions]
    counted = int((outcome != 0).sum())
    wins = int((outcome > 0).sum())
    return wins, counted


def metrics(bars, in_window, score, long, short, horizon):
    begins = lambda s: s & ~np.concatenate([[False], s[:-1]])
    goes_long, goes_short = begins(long) & in_window, begins(short) & in_window
    conflict = goes_long & goes_short
    direction = np.where(conflict, 0, goes_long.astype(int) - goes_short.astype(int))

    opens = bars["open"].to_numpy()
    fwd = np.full(len(opens), np.nan)
    fwd[:len(opens) - 1 - horizon] = opens[1 + horizon:] / opens[1:len(opens) - horizon] - 1

    observed = np.flatnonzero(in_window & np.isfinite(score) & np.isfinite(fwd))
    n, gap = len(observed), max(2 * horizon, 50)
    out = {"signal_frequency": int(np.count_nonzero(direction)), "conflicts": int(conflict.sum()), "observations": n}
    out |= dict.fromkeys(("hit_rate", "hit_rate_p_value", "hit_rate_base", "ic", "ic_p_value", "luck", "ic_by_month"))
    if n < 200 or n < 4 * gap:
        return out

    s, f, d = score[observed], fwd[observed], direction[observed]
    sign = np.sign(f).astype(int)
    events = np.flatnonzero(d)
    wins, counted = hit_rate_of(events, d[events], sign)
    if counted:
        out["hit_rate"] = wins / counted
        out["hit_rate_p_value"] = float(stats.binomtest(wins, counted, 0.5).pvalue)
        of_counted = d[events][sign[events] != 0]
        q_long = int((of_counted > 0).sum()) / counted
        out["hit_rate_base"] = q_long * int((sign > 0).sum()) / n + (1 - q_long) * int((sign < 0).sum()) / n

    shifted = correlation(doubled_ranks(s), doubled_ranks(f))
    if shifted is not None:
        ic = shifted(0)
        assert abs(ic - stats.spearmanr(s, f).statistic) < 1e-10
        out["ic"] = ic
        as_good = lucky = shifts = 0
        frequent = out["signal_frequency"] > MIN_FREQUENCY
        for k in range(gap, n - gap + 1):
            ic_k = shifted(k)
            w, c = hit_rate_of((events + k) % n, d[events], sign)
            shifts += 1
            as_good += ic_k >= ic - 1e-12
            lucky += bool(frequent and c and abs(w / c - 0.5) > HIT_TOLERANCE and ic_k > MIN_IC)
        out["ic_p_value"] = (1 + as_good) / (1 + shifts)
        out["luck"] = lucky / shifts

    month = bars.index[observed].strftime("%Y-%m").to_numpy()
    by_month = {}
    for m in sorted(set(month)):
        here = month == m
        if here.sum() >= 20:
            one = correlation(doubled_ranks(s[here]), doubled_ranks(f[here]))
            by_month[m] = None if one is None else one(0)
    out["ic_by_month"] = by_month
    return out


def reference(workspace):
    crypto = Path(workspace) / ".crypto"
    protocol = yaml.safe_load((crypto / "config/tiered-validation-protocol.yaml").read_text("utf-8"))["tiers"]["L0"]
    result = {}
    for folder in sorted((crypto / "knowledge/strategies").glob("STR-*")):
        parameters = yaml.safe_load((folder / "parameters.yaml").read_text("utf-8"))
        path, has = find_bars(crypto / "data", parameters["asset"], parameters["timeframe"])
        bars = load_bars(path, has, parameters["timeframe"])
        bars, in_window = window(bars, months_of(protocol["data_period"]), int(protocol.get("warmup_bars", 1000)))
        identity = re.match(r"STR-\d+", folder.name)[0]
        result[identity] = metrics(bars, in_window, *signals(parameters, bars), int(parameters["signal"]["horizon"]))
        print(identity, path.name, parameters["timeframe"], len(bars), int(in_window.sum()), file=sys.stderr)
    return result


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(json.dumps(reference(sys.argv[1]), indent=1, allow_nan=False))
