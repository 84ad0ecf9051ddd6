"""Last value and number of leading NaN of indicators on the bars of strategy/TestBars.of(60), from the textbook
definitions with NumPy and pandas, without TA-Lib. Prints rows for strategy/FunctionsTest.

    python3 src/test/reference/function_values.py
"""
import numpy as np
import pandas as pd

N = 60
i = np.arange(N)
close = pd.Series(100 + (i * 7919 % 101) / 10.0)
open_ = pd.Series(100 + (i * 104729 % 97) / 10.0)
high = np.maximum(open_, close) + 1 + i % 3
low = np.minimum(open_, close) - 1 - i % 2
volume = pd.Series(1000 + i * 31 % 17)


def ema_from(x, n, first):
    """Exponential average whose first value, at index `first`, is the mean of the n values up to there."""
    out = np.full(len(x), np.nan)
    out[first] = x[first - n + 1 : first + 1].mean()
    for t in range(first + 1, len(x)):
        out[t] = out[t - 1] + (x[t] - out[t - 1]) * 2 / (n + 1)
    return pd.Series(out)


def macd(fast, slow, signal):
    # Both averages begin at the bar where the slow one can, and so does their difference; the signal line is
    # seeded with the mean of the first `signal` differences.
    x = close.to_numpy()
    line = ema_from(x, fast, slow - 1) - ema_from(x, slow, slow - 1)
    sig = ema_from(line.to_numpy(), signal, slow - 1 + signal - 1)
    line = line.where(sig.notna())
    return line, sig, line - sig


def wilder(x, n, first):
    """Wilder's average: seeded with the mean of n values ending at `first`."""
    out = np.full(len(x), np.nan)
    out[first] = x[first - n + 1 : first + 1].mean()
    for t in range(first + 1, len(x)):
        out[t] = (out[t - 1] * (n - 1) + x[t]) / n
    return pd.Series(out)


previous = close.shift(1)
true_range = pd.concat([high - low, (high - previous).abs(), (low - previous).abs()], axis=1).max(axis=1)
true_range[0] = np.nan


def wilder_sum(x, n):
    """TA-Lib's running total for the directional indicators: n-1 values, then total - total/n + next."""
    out = np.full(len(x), np.nan)
    total = x[1:n].sum()
    for t in range(n, len(x)):
        total = total - total / n + x[t]
        out[t] = total
    return pd.Series(out)


def directional(n):
    up = high.diff()
    down = -low.diff()
    plus = wilder_sum(np.where((up > down) & (up > 0), up, 0.0), n)
    minus = wilder_sum(np.where((down > up) & (down > 0), down, 0.0), n)
    tr = wilder_sum(true_range.to_numpy(), n)
    plus_di, minus_di = 100 * plus / tr, 100 * minus / tr
    dx = 100 * (plus_di - minus_di).abs() / (plus_di + minus_di)
    adx = wilder(dx.to_numpy(), n, 2 * n - 1)
    return dx, (adx + adx.shift(n - 1)) / 2


def stochf(h, l, c, k, d):
    lowest, highest = l.rolling(k).min(), h.rolling(k).max()
    fast_k = 100 * (c - lowest) / (highest - lowest)
    fast_d = fast_k.rolling(d).mean()
    return fast_k.where(fast_d.notna()), fast_d


def rsi(n):
    move = close.diff()
    gain = wilder(move.clip(lower=0).to_numpy(), n, n)
    loss = wilder((-move).clip(lower=0).to_numpy(), n, n)
    return 100 * gain / (gain + loss)


def sar(step, most):
    """Wilder's parabolic stop and reverse; the first direction is that of the larger directional move."""
    out = np.full(N, np.nan)
    h, l = high.to_numpy(), low.to_numpy()
    down = l[0] - l[1]
    is_long = not (down > 0 and down > h[1] - h[0])
    extreme, stop = (h[1], l[0]) if is_long else (l[1], h[0])
    af = step
    prev_high, prev_low = h[1], l[1]
    for t in range(1, N):
        if t > 1:
            prev_high, prev_low = h[t - 1], l[t - 1]
        if is_long and l[t] <= stop:
            is_long, stop, af = False, max(extreme, prev_high, h[t]), step
            out[t] = stop
            extreme = l[t]
            stop = max(stop + af * (extreme - stop), prev_high, h[t])
        elif not is_long and h[t] >= stop:
            is_long, stop, af = True, min(extreme, prev_low, l[t]), step
            out[t] = stop
            extreme = h[t]
            stop = min(stop + af * (extreme - stop), prev_low, l[t])
        elif is_long:
            out[t] = stop
            if h[t] > extreme:
                extreme, af = h[t], min(af + step, most)
            stop = min(stop + af * (extreme - stop), prev_low, l[t])
        else:
            out[t] = stop
            if l[t] < extreme:
                extreme, af = l[t], min(af + step, most)
            stop = max(stop + af * (extreme - stop), prev_high, h[t])
    return pd.Series(out)


def t3(n, v):
    x = close.to_numpy()
    emas = []
    first = n - 1
    for _ in range(6):
        x = ema_from(x, n, first).to_numpy()
        emas.append(x)
        first += n - 1
    c1, c2, c3 = -(v**3), 3 * (v**2 + v**3), -6 * v**2 - 3 * (v + v**3)
    return pd.Series(c1 * emas[5] + c2 * emas[4] + c3 * emas[3] + (1 + 3 * v + v**3 + 3 * v**2) * emas[2])


line, sig, hist = macd(12, 26, 9)
dx14, adxr14 = directional(14)
fast_k, fast_d = stochf(high, low, close, 5, 3)
r = rsi(14)
rsi_k, rsi_d = stochf(r, r, r, 5, 3)
rows = {
    "macd(close, 12, 26, 9)": line,
    "macd_signal(close)": sig,
    "macd_hist(close)": hist,
    "natr(14)": 100 * wilder(true_range.to_numpy(), 14, 14) / close,
    "trange()": true_range,
    "dx(14)": dx14,
    "adxr(14)": adxr14,
    "stochf_k(5, 3, 0)": fast_k,
    "stochf_d(5, 3, 0)": fast_d,
    "stochrsi_k(close, 14, 5, 3, 0)": rsi_k,
    "stochrsi_d(close, 14, 5, 3, 0)": rsi_d,
    "sar(0.02, 0.2)": sar(0.02, 0.2),
    "t3(close, 5, 0.7)": t3(5, 0.7),
    "minmax_min(close, 30)": close.rolling(30).min(),
    "minmax_max(close, 30)": close.rolling(30).max(),
    "maxindex(close, 30)": close.rolling(30).apply(lambda w: w.index[-1] - np.argmax(w.to_numpy()[::-1]), raw=False),
    "rocr100(close, 10)": 100 * close / close.shift(10),
    "aroonosc(14)": 100 / 14 * (
        high.rolling(15).apply(lambda w: np.max(np.where(w == w.max())[0]), raw=True)
        - low.rolling(15).apply(lambda w: np.max(np.where(w == w.min())[0]), raw=True)
    ),
    "sum(close, 30)": close.rolling(30).sum(),
    "wclprice()": (high + low + 2 * close) / 4,
}
for call, series in rows.items():
    print(f'"{call} | {float(series.iloc[-1])!r} | {int(series.isna().sum())}",')
