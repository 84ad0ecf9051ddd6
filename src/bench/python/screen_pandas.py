"""Screens the ideas of the benchmark with pandas and SciPy, as a researcher's own script would: signal frequency, hit
rate and Spearman's correlation of each, no rebuilt markets. The ideas are shared out to processes.
Usage: screen_pandas.py DATA_FOLDER IDEAS.csv PROCESSES   Prints how many were measured."""
import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import sys
from functools import lru_cache
from multiprocessing import Pool

import numpy as np
import pandas as pd
from scipy import stats

WARMUP = 1000


@lru_cache(maxsize=None)
def bars(symbol):
    return pd.read_csv(f"{sys.argv[1]}/{symbol}_1h.csv")


def rsi(close, n):
    change = close.diff()
    up = change.clip(lower=0).ewm(alpha=1 / n, adjust=False).mean()
    down = (-change.clip(upper=0)).ewm(alpha=1 / n, adjust=False).mean()
    return 100 - 100 / (1 + up / down)


def score(rule, close, n):
    rolling = close.rolling(n)
    if rule == 0:
        return -(close - rolling.mean()) / rolling.std(ddof=0)
    if rule == 1:
        return 50 - rsi(close, n)
    if rule == 2:
        return close / close.ewm(span=n, adjust=False).mean() - 1
    if rule == 3:
        return rolling.mean() / close.rolling(4 * n).mean() - 1
    width = 2 * rolling.std(ddof=0)
    return -(close - (rolling.mean() - width)) / (2 * width)


def screen(idea):
    symbol, rule, n, above, below, horizon = idea
    table = bars(symbol)
    values = score(rule, table["close"], n).to_numpy()
    opens = table["open"].to_numpy()
    longs, shorts = values > above, values < below
    event = (longs[1:] & ~longs[:-1]).astype(int) - (shorts[1:] & ~shorts[:-1])
    forward = opens[WARMUP + 1 + horizon:] / opens[WARMUP + 1:-horizon] - 1
    window = slice(WARMUP, len(opens) - 1 - horizon)
    direction = event[WARMUP - 1:len(opens) - 2 - horizon]
    outcome = direction * np.sign(forward)
    hit = (outcome > 0).sum() / max(1, (outcome != 0).sum())
    return np.count_nonzero(direction), hit, stats.spearmanr(values[window], forward)[0]


if __name__ == "__main__":
    ideas = list(pd.read_csv(sys.argv[2]).itertuples(index=False, name=None))
    with Pool(int(sys.argv[3])) as pool:
        print(sum(np.isfinite(ic) for _, _, ic in pool.imap_unordered(screen, ideas, chunksize=5)))
