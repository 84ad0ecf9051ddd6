"""A backtest of the benchmark's strategy with backtesting.py: less than the worker's L1, which has a stop after hold_bars
and two variants as well. Usage: backtest_backtesting.py BARS.csv"""
import sys

import pandas as pd
from backtesting import Backtest, Strategy

LOOKBACK, ENTRY_Z = 48, 1.5


def score(close):
    close = pd.Series(close)
    std = close.rolling(LOOKBACK).std(ddof=0)
    return -(close - close.rolling(LOOKBACK).mean()) / std.where(std > 0)


class Reversion(Strategy):
    def init(self):
        self.score = self.I(score, self.data.Close)

    def next(self):
        if self.score[-1] > ENTRY_Z and not self.position.is_long:
            self.position.close()
            self.buy()
        elif self.score[-1] < -ENTRY_Z and not self.position.is_short:
            self.position.close()
            self.sell()


bars = pd.read_csv(sys.argv[1], parse_dates=["timestamp"], index_col="timestamp")
bars = bars.rename(columns=str.capitalize)
print(Backtest(bars, Reversion, cash=1e7, commission=0.001).run())
