"""Distance from the mean in standard deviations, as a program of its own.

Called by the worker as: python3 signals.py BARS SIGNALS LOOKBACK STRETCH
BARS is a CSV timestamp,open,high,low,close,volume that is already checked, joined and at the strategy's timeframe.
SIGNALS is to be written: timestamp,score[,long,short], a row per bar. What is said of a bar may use that bar and earlier
ones only: rolling() and shift(1) are fine, shift(-1), rolling(center=True), bfill() and mean() over the whole are not.
"""
import sys

import pandas as pd

bars_file, signals_file = sys.argv[1:3]
# At L1 the program also runs with its numbers a tenth smaller and larger: 43.2 bars become 43.
lookback, stretch = round(float(sys.argv[3])), float(sys.argv[4])

bars = pd.read_csv(bars_file, parse_dates=["timestamp"])
window = bars["close"].rolling(lookback)
deviation = window.std(ddof=0)
score = -(bars["close"] - window.mean()) / deviation.where(deviation > 0)

signals = pd.DataFrame({
    "timestamp": bars["timestamp"],
    "score": score,
    "long": score > stretch,
    "short": score < -stretch,
})
signals.to_csv(signals_file, index=False)
print(f"{len(signals)} bars, {signals['long'].sum()} long, {signals['short'].sum()} short")
