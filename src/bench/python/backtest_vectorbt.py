"""A backtest of the benchmark's strategy with vectorbt: less than the worker's L1, which has a stop after hold_bars, two
variants and the metrics of days as well. Usage: backtest_vectorbt.py BARS.csv"""
import sys

import pandas as pd
import vectorbt as vbt

LOOKBACK, ENTRY_Z = 48, 1.5

bars = pd.read_csv(sys.argv[1], parse_dates=["timestamp"], index_col="timestamp")
close = bars["close"]
std = close.rolling(LOOKBACK).std(ddof=0)
score = -(close - close.rolling(LOOKBACK).mean()) / std.where(std > 0)
longs, shorts = (score > ENTRY_Z), (score < -ENTRY_Z)
# Decided at the close, filled at the next open.
portfolio = vbt.Portfolio.from_signals(
    close,
    entries=longs.shift(1, fill_value=False),
    short_entries=shorts.shift(1, fill_value=False),
    price=bars["open"],
    fees=0.001,
    freq="1min",
)
print(portfolio.sharpe_ratio(), portfolio.total_return(), portfolio.trades.count())
