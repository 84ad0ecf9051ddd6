"""The same L0 metrics of the benchmark's strategy with pandas, NumPy and SciPy, vectorised: what a researcher's own script
would do. Usage: l0_pandas.py BARS.csv   Prints the metrics as JSON."""
import json
import sys

import numpy as np
import pandas as pd
from scipy import fft, stats

LOOKBACK, ENTRY_Z, HORIZON = 48, 1.5, 12
MIN_FREQUENCY, HIT_TOLERANCE, MIN_IC = 10, 0.005, 0.01

bars = pd.read_csv(sys.argv[1], parse_dates=["timestamp"])
close, opens = bars["close"], bars["open"].to_numpy()
mean, std = close.rolling(LOOKBACK).mean(), close.rolling(LOOKBACK).std(ddof=0)
score = (-(close - mean) / std.where(std > 0)).to_numpy()
with np.errstate(invalid="ignore"):
    longs, shorts = score > ENTRY_Z, score < -ENTRY_Z
begins = lambda s: s & ~np.concatenate([[False], s[:-1]])
direction = begins(longs).astype(float) - begins(shorts).astype(float)

fwd = np.full(len(opens), np.nan)
fwd[:-1 - HORIZON] = opens[1 + HORIZON:] / opens[1:-HORIZON] - 1
seen = np.isfinite(score) & np.isfinite(fwd)
s, f, d = score[seen], fwd[seen], direction[seen]
n, sign = len(s), np.sign(fwd[seen])

events = int(np.count_nonzero(direction))
outcome = d * sign
hits, counted = int((outcome > 0).sum()), int((outcome != 0).sum())
q = (d[outcome != 0] > 0).mean()
centred = lambda x: (lambda r: (r - r.mean()) / r.std())(stats.rankdata(x))
rs, rf = centred(s), centred(f)
ic = float(rs @ rf / n)

size = fft.next_fast_len(2 * n, real=True)
def circular(a, b):
    lin = fft.irfft(np.conj(fft.rfft(a, size)) * fft.rfft(b, size), size)
    return lin[:n] + np.concatenate([[0], lin[size - n + 1:]])
ic_k = circular(rs, rf) / n
balance = np.rint(circular(d, sign))
total = np.rint(circular(np.abs(d), np.abs(sign)))
gap = max(2 * HORIZON, 50)
k = slice(gap, n - gap + 1)
hit_k = (total[k] + balance[k]) / 2 / total[k]
passes = (ic_k[k] > MIN_IC) & (np.abs(hit_k - 0.5) > HIT_TOLERANCE) & (events > MIN_FREQUENCY)

month = bars["timestamp"][seen].dt.strftime("%Y-%m").to_numpy()
by_month = pd.DataFrame({"m": month, "s": s, "f": f}).groupby("m").apply(
    lambda g: stats.spearmanr(g["s"], g["f"]).statistic if len(g) >= 20 else None)
print(json.dumps({
    "signal_frequency": events,
    "hit_rate": hits / counted,
    "hit_rate_p_value": float(stats.binomtest(hits, counted, 0.5).pvalue),
    "hit_rate_base": float(q * (sign > 0).mean() + (1 - q) * (sign < 0).mean()),
    "ic": ic,
    "ic_p_value": (1 + int((ic_k[k] >= ic - 1e-12).sum())) / (1 + n - 2 * gap + 1),
    "luck": float(passes.mean()),
    "ic_by_month": {m: float(v) for m, v in by_month.items()},
}))
