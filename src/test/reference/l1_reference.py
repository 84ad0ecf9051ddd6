#!/usr/bin/python3
"""An independent reference for the L1 metrics.

Run:   /usr/bin/python3 src/test/reference/l1_reference.py WORKSPACE > out.json
Needs: what l0_reference.py needs, whose bars and expressions it takes.

For every strategy of the workspace: {id: {metric: value, "variants": [{...}, {...}]}}. It goes from trade to trade: where
a trade begins, all reasons to end it are looked for at once in the arrays, and the first one wins. Equity is then filled
in between, and everything about returns is taken from pandas and SciPy:
  sharpe               daily returns by resample("D").last(), mean / std(ddof=1) * sqrt(365)
  skewness, kurtosis   scipy.stats.skew, scipy.stats.kurtosis(fisher=False), both with population moments
  autocorrelation      numpy.correlate
  max_drawdown         1 - equity / equity.cummax()

Choices where a definition leaves room
  - hold_bars is a decision at the close of the hold_bars-th bar, filled at the next open like every decision.
  - a position closed at the last close pays its cost there: the last mark is after it, and its last bar counts as held.
  - after ruin (equity 0 at a close or a fill) the days that follow have no return.
  - a rounded period that lies halfway goes to the even neighbour.
"""
import copy
import json
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import pandas as pd
import yaml
from scipy import stats

import l0_reference as ref


MIN_SHARPE, MIN_PROFIT_FACTOR, MIN_TRADES = 0.5, 1.0, 30


def scaled(parameters, factor):
    result = copy.deepcopy(parameters)
    for section in ("entry", "exit", "filters", "parameters"):
        for key, value in (result.get(section) or {}).items():
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                result[section][key] = value * factor
    return result


def tunable(parameters):
    return any(isinstance(v, (int, float)) and not isinstance(v, bool)
               for s in ("entry", "exit", "filters", "parameters") for v in (parameters.get(s) or {}).values())


def exits(parameters, columns):
    rules = parameters.get("exit") or {}
    signal = {k: v for k, v in parameters["signal"].items() if k == "score"}
    signal |= {k: rules[k] for k in ("long", "short") if k in rules}
    _, long, short = ref.signals(parameters | {"signal": signal}, columns)
    return {1: long, -1: short}


class FirstTrue:
    """The first index from a start on where a mask holds, or the end."""

    def __init__(self, mask):
        self.next = np.where(mask, np.arange(len(mask)), len(mask))
        self.next = np.append(np.minimum.accumulate(self.next[::-1])[::-1], len(mask)).tolist()

    def __call__(self, start):
        return self.next[min(start, len(self.next) - 1)]


def trades_of(direction, leave, opens, closes, hold):
    """[(d, fill, end, entry price, exit price, closed at an open)]; all arrays are those of W."""
    n, trades = len(opens), []
    any_event = FirstTrue(direction != 0)
    of_direction = {d: FirstTrue(direction == d) for d in (1, -1)}
    leaving = {d: FirstTrue(mask) for d, mask in leave.items()}
    prices, direction = opens.tolist(), direction.tolist()
    t = any_event(0)
    while t < n - 1:
        d, fill = direction[t], t + 1
        against = of_direction[-d](fill)
        rule = leaving[d](fill)
        late = fill + hold - 1 if hold else n
        decided = min(against, rule, late)
        # A short is ruined at the first close, or the open that would end it, at twice its entry price.
        until = min(decided, n - 1) + 1
        ruined = ()
        if d < 0 and closes[fill:until].max() > 1.9 * prices[fill]:
            ruined = np.flatnonzero(1 + d * (closes[fill:until] / prices[fill] - 1) <= 0)
        if len(ruined):
            end = fill + int(ruined[0])
            trades.append((d, fill, end, prices[fill], closes[end], False))
            return trades
        if decided >= n - 1:
            trades.append((d, fill, n - 1, prices[fill], closes[n - 1], False))
            return trades
        trades.append((d, fill, decided + 1, prices[fill], prices[decided + 1], True))
        if 1 + d * (prices[decided + 1] / prices[fill] - 1) <= 0:
            return trades
        t = decided if decided == against else any_event(decided + 1)
    return trades


def lag_one(x):
    """Of one value and the next, with one mean and one sum of squares (Box and Jenkins), as a convolution."""
    d = x - x.mean()
    return float(np.correlate(d, d, "full")[len(d)] / np.correlate(d, d)[0])


class Backtest:
    """One market, traded: the net return of each trade, equity at the closes of W, daily returns."""

    def __init__(self, day_ends, opens, closes, direction, leave, hold, cost_bps):
        keep = 1 - cost_bps / 2 / 10_000
        trades = trades_of(direction, leave, opens, closes, max(1, round(hold)) if hold else None)
        d, fill, end, entry, exit_price, at_open = (np.array(x) for x in zip(*trades)) if trades else [np.zeros(0)] * 6
        self.net = np.maximum(0, keep ** 2 * (1 + d * (exit_price / entry - 1))) - 1
        money = np.concatenate([[1.0], np.cumprod(1 + self.net)])        # before the first trade, after each
        t = np.arange(len(opens))
        begun = np.searchsorted(fill, t, side="right")                   # how many trades have begun at each bar
        self.marks, self.held = money[begun], np.zeros(len(opens), bool)
        if trades:
            of = np.maximum(begun - 1, 0)
            self.held = (begun > 0) & (t < np.where(at_open, end, end + 1)[of])
            open_value = np.maximum(0, money[of] * keep * (1 + d[of] * (closes / entry[of] - 1)))
            self.marks = np.where(self.held, open_value, self.marks)
            if not at_open[-1]:
                self.marks[end[-1]] = money[-1]
        days = self.marks[day_ends]
        if (days == 0).any():
            days = days[:int(np.argmax(days == 0)) + 1]
        self.returns = returns = days / np.concatenate([[1.0], days[:-1]]) - 1
        self.losses, self.gains = -self.net[self.net < 0].sum(), self.net[self.net > 0].sum()
        # A return is a quotient of two marks: constant but for rounding is constant.
        self.moves = len(returns) > 1 and not ref.is_constant(returns, 1 + np.abs(returns).max())

    @property
    def sharpe(self):
        return float(self.returns.mean() / self.returns.std(ddof=1) * np.sqrt(365)) if self.moves else None

    @property
    def profit_factor(self):
        return float(self.gains / self.losses) if self.losses > 0 else None


def backtests(bars, in_window, parameters, cost_bps, prices=None):
    """One, or one for each world of the prices."""
    columns = ref.columns_of(bars, prices)
    _, long, short = ref.signals(parameters, columns)
    leave = exits(parameters, columns)
    rows = lambda x: np.atleast_2d(x)[:, in_window]
    before = lambda s: np.concatenate([np.zeros(s.shape[:-1] + (1,), bool), s[..., :-1]], axis=-1)
    begins = lambda s: s & ~before(s)
    direction = rows(begins(long).astype(int) - begins(short).astype(int))
    opens, closes, longs, shorts = rows(columns["open"]), rows(columns["close"]), rows(leave[1]), rows(leave[-1])
    hold, index = (parameters.get("exit") or {}).get("hold_bars"), bars.index[in_window]
    day_ends = pd.Series(np.arange(len(index)), index).resample("D").last().dropna().astype(int).to_numpy()
    for i in range(len(direction)):
        yield Backtest(day_ends, opens[i], closes[i], direction[i], {1: longs[i], -1: shorts[i]}, hold, cost_bps)


def backtest(bars, in_window, parameters, cost_bps):
    made, = backtests(bars, in_window, parameters, cost_bps)
    closes, opens = bars["close"].to_numpy()[in_window], bars["open"].to_numpy()[in_window]
    net, marks, returns = made.net, pd.Series(made.marks), made.returns
    return {
        "trades": len(net),
        "win_rate": float((net > 0).mean()) if len(net) else None,
        "profit_factor": made.profit_factor,
        "sharpe": made.sharpe,
        "days": len(returns),
        "skewness": float(stats.skew(returns)) if made.moves else None,
        "kurtosis": float(stats.kurtosis(returns, fisher=False)) if made.moves else None,
        "total_return": float(marks.iloc[-1] - 1),
        "autocorrelation": lag_one(returns) if made.moves else None,
        "max_drawdown": float((1 - marks / marks.cummax()).max()),
        "exposure": float(made.held.mean()),
        "benchmark_return": float(closes[-1] / opens[0] - 1),
    }


def passes(trades, sharpe, profit_factor):
    """Gains without losses have no ratio, and are enough."""
    wins = profit_factor is None and trades > 0 or profit_factor is not None and profit_factor > MIN_PROFIT_FACTOR
    return trades > MIN_TRADES and sharpe is not None and sharpe > MIN_SHARPE and wins


SHOWN = ("sharpe", "profit_factor", "trades", "win_rate", "total_return", "max_drawdown", "days")


def rounding(expression):
    """Scaled numbers are no whole periods any more: they are rounded where a period is needed."""
    def period(value, shift_too=False):
        return max(0 if shift_too else 1, round(float(value)))
    expression.period = staticmethod(period)


def reference(workspace, only):
    rounding(ref.Expression)
    result = {}
    for identity, parameters, bars, in_window, protocol in ref.strategies(workspace, "L1", "1 year"):
        if only and identity not in only:
            continue
        cost = float(protocol.get("round_trip_cost_bps", 20))
        out = backtest(bars, in_window, parameters, cost)
        measure = lambda prices: [(len(made.net), made.sharpe, made.profit_factor)
                                  for made in backtests(bars, in_window, parameters, cost, prices)]
        luck = ref.placebo(ref.Worlds(bars, measure), out["sharpe"], 1, passes, *ref.worlds_of(protocol))
        out |= {"sharpe_p_value": luck["p_value"], "luck": luck["luck"], "sharpe_noise_95": luck["noise_95"],
                "placebo_worlds": luck["placebo_worlds"], "worlds": luck["worlds"]}
        out["variants"] = []
        for factor in (0.9, 1.1) if tunable(parameters) else ():
            varied = backtest(bars, in_window, scaled(parameters, factor), cost)
            out["variants"].append({"factor": factor} | {k: varied[k] for k in SHOWN})
        result[identity] = out
        print(identity, len(bars), out["trades"], out["sharpe"], out["sharpe_p_value"], out["luck"], out["placebo_worlds"],
              "ties", len(luck["worlds"]["ties"]), luck["worlds"]["luck_ties"], luck["worlds"]["p_value_ties"], file=sys.stderr, flush=True)
    return result


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    print(json.dumps(reference(sys.argv[1], sys.argv[2:]), indent=1, allow_nan=False))
