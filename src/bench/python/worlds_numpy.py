"""The worlds of the benchmark's strategy with NumPy and SciPy, vectorised: what a researcher's own script would do.
Usage: worlds_numpy.py BARS.csv BARS_USED WORLDS   Prints the milliseconds of one world, reading and set-up left out."""
import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import sys
import time

import numpy as np
import pandas as pd
from scipy import stats

LOOKBACK, ENTRY_Z, HORIZON, WARMUP = 48, 1.5, 12, 1000
used, worlds = int(sys.argv[2]), int(sys.argv[3])
bars = pd.read_csv(sys.argv[1], parse_dates=["timestamp"]).iloc[:used]
o, h, l, c = (bars[name].to_numpy() for name in ("open", "high", "low", "close"))
seconds = bars["timestamp"].to_numpy().astype("datetime64[s]").astype(np.int64).astype(np.uint64)
n = len(c)


def directions(block):
    z = seconds + np.uint64((block + 1) * 0x9E3779B97F4A7C15 % 2**64)
    z = (z ^ z >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ z >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    return z ^ z >> np.uint64(31)


drift = (c[-1] / c[0]) ** (2 / (n - 1))
before = np.concatenate([[c[0]], c[:-1]])
straight = [x / before for x in (o, h, l, c)]
turned = [drift * before / x for x in (o, l, h, c)]
cpu, checks = 0.0, 0.0
for k in range(1, worlds + 1):
    begun = time.process_time()
    if (k - 1) % 64 == 0:
        bits = directions((k - 1) // 64)
    turns = bits >> np.uint64((k - 1) % 64) & np.uint64(1) == 1
    turns[0] = False
    ro, rh, rl, rc = (np.where(turns, t, s) for t, s in zip(turned, straight))
    rc[0] = 1
    close = c[0] * np.cumprod(rc)
    last = np.concatenate([[c[0]], close[:-1]])
    opens, highs, lows = last * ro, last * rh, last * rl
    rolling = pd.Series(close).rolling(LOOKBACK)
    std = rolling.std(ddof=0).to_numpy()
    score = -(close - rolling.mean().to_numpy()) / np.where(std > 0, std, np.nan)
    with np.errstate(invalid="ignore"):
        longs, shorts = score > ENTRY_Z, score < -ENTRY_Z
    event = (longs[1:] & ~longs[:-1]).astype(int) - (shorts[1:] & ~shorts[:-1])
    window = slice(WARMUP, n - 1 - HORIZON)
    forward = opens[WARMUP + 1 + HORIZON:] / opens[WARMUP + 1:-HORIZON] - 1
    d = event[WARMUP - 1:n - 2 - HORIZON]
    outcome = d * np.sign(forward)
    hit = (outcome > 0).sum() / max(1, (outcome != 0).sum())
    a, b = stats.rankdata(score[window]), stats.rankdata(forward)
    a, b = a - a.mean(), b - b.mean()
    ic = a @ b / np.sqrt((a @ a) * (b @ b))
    cpu += time.process_time() - begun
    checks += ic + hit + np.count_nonzero(event)
print(1000 * cpu / worlds, checks)
