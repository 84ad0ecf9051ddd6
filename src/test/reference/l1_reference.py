#!/usr/bin/python3
"""An independent reference for the L1 metrics.

Run:   /usr/bin/python3 src/test/reference/l1_reference.py WORKSPACE > out.json
Needs: what l0_reference.py needs, whose bars and expressions it takes.

For every strategy of the workspace: {id: {metric: value, "variants": [{...}, {...}]}}. It goes from trade to trade: where
a trade begins, all reasons to end it are looked for at once in the arrays, and the first one wins. Equity is then filled
in between with pandas, and everything about returns is taken from pandas and SciPy:
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


def exits(parameters, bars):
    rules = parameters.get("exit") or {}
    signal = {k: v for k, v in parameters["signal"].items() if k == "score"}
    signal |= {k: rules[k] for k in ("long", "short") if k in rules}
    _, long, short = ref.signals(parameters | {"signal": signal}, bars)
    return {1: long, -1: short}


def first_true(mask, start):
    """The first index from start on where mask holds, or the end."""
    hits = np.flatnonzero(mask[start:])
    return start + int(hits[0]) if len(hits) else len(mask)


def trades_of(direction, leave, opens, closes, hold, cost):
    """[(d, fill, end, entry price, exit price, closed at an open)]; all arrays are those of W."""
    n, trades, t = len(opens), [], first_true(direction != 0, 0)
    while t < n - 1:
        d, fill = int(direction[t]), t + 1
        # A short is ruined at the first close, or the open that would end it, at twice its entry price.
        against = first_true(direction == -d, fill)
        rule = first_true(leave[d], fill)
        late = fill + hold - 1 if hold else n
        ruin = first_true(1 + d * (closes / opens[fill] - 1) <= 0, fill)
        decided = min(against, rule, late)
        if ruin <= min(decided, n - 1):
            trades.append((d, fill, ruin, opens[fill], closes[ruin], False))
            return trades
        if decided >= n - 1:
            trades.append((d, fill, n - 1, opens[fill], closes[n - 1], False))
            return trades
        trades.append((d, fill, decided + 1, opens[fill], opens[decided + 1], True))
        if 1 + d * (opens[decided + 1] / opens[fill] - 1) <= 0:
            return trades
        t = decided if decided == against else first_true(direction != 0, decided + 1)
    return trades


def lag_one(x):
    """Of one value and the next, with one mean and one sum of squares (Box and Jenkins), as a convolution."""
    d = x - x.mean()
    return float(np.correlate(d, d, "full")[len(d)] / np.correlate(d, d)[0])


def backtest(bars, in_window, parameters, cost_bps):
    score, long, short = ref.signals(parameters, bars)
    begins = lambda s: s & ~np.concatenate([[False], s[:-1]])
    direction = (begins(long).astype(int) - begins(short).astype(int))[in_window]
    leave = {d: np.asarray(mask)[in_window] for d, mask in exits(parameters, bars).items()}
    w = bars[in_window]
    opens, closes = w["open"].to_numpy(), w["close"].to_numpy()
    hold, keep = (parameters.get("exit") or {}).get("hold_bars"), 1 - cost_bps / 2 / 10_000
    trades = trades_of(direction, leave, opens, closes, max(1, round(hold)) if hold else None, cost_bps)

    equity, held = np.full(len(w), np.nan), np.zeros(len(w), bool)
    money, net = 1.0, []
    flat_from = 0
    for d, fill, end, entry, exit_price, at_open in trades:
        equity[flat_from:fill] = money
        until = end if at_open else end + 1
        held[fill:until] = True
        equity[fill:until] = np.maximum(0, money * keep * (1 + d * (closes[fill:until] / entry - 1)))
        net.append(max(0, keep ** 2 * (1 + d * (exit_price / entry - 1))) - 1)
        money *= 1 + net[-1]
        if not at_open:
            equity[end] = money
        flat_from = until
    equity[flat_from:] = money

    net = np.array(net)
    marks = pd.Series(equity, index=w.index)
    days = marks.groupby(marks.index.floor("D")).last()
    returns = (days / days.shift(1, fill_value=1.0) - 1).to_numpy()
    if (days == 0).any():
        returns = returns[:int(np.argmax(days.to_numpy() == 0)) + 1]
    losses, gains = -net[net < 0].sum(), net[net > 0].sum()
    moves = len(returns) > 1 and np.ptp(returns) > 1e-12
    return {
        "trades": len(net),
        "win_rate": float((net > 0).mean()) if len(net) else None,
        "profit_factor": float(gains / losses) if losses > 0 else None,
        "sharpe": float(returns.mean() / returns.std(ddof=1) * np.sqrt(365)) if moves else None,
        "days": len(returns),
        "skewness": float(stats.skew(returns)) if moves else None,
        "kurtosis": float(stats.kurtosis(returns, fisher=False)) if moves else None,
        "autocorrelation": lag_one(returns) if moves else None,
        "total_return": float(equity[-1] - 1),
        "max_drawdown": float((1 - marks / marks.cummax()).max()),
        "exposure": float(held.mean()),
        "benchmark_return": float(closes[-1] / opens[0] - 1),
    }


SHOWN = ("sharpe", "profit_factor", "trades", "win_rate", "total_return", "max_drawdown", "days")


def rounding(expression):
    """Scaled numbers are no whole periods any more: they are rounded where a period is needed."""
    def period(value, shift_too=False):
        return max(0 if shift_too else 1, round(float(value)))
    expression.period = staticmethod(period)


def reference(workspace):
    crypto = Path(workspace) / ".crypto"
    file = crypto / "config/tiered-validation-protocol.yaml"
    protocol = (yaml.safe_load(file.read_text("utf-8"))["tiers"].get("L1") or {}) if file.exists() else {}
    cost = float(protocol.get("round_trip_cost_bps", 20))
    rounding(ref.Expression)
    result = {}
    for folder in sorted((crypto / "knowledge/strategies").glob("STR-*")):
        parameters = yaml.safe_load((folder / "parameters.yaml").read_text("utf-8"))
        path, has = ref.find_bars(crypto / "data", parameters["asset"], parameters["timeframe"])
        bars = ref.load_bars(path, has, parameters["timeframe"])
        bars, in_window = ref.window(
            bars, ref.months_of(protocol.get("data_period", "1 year")), int(protocol.get("warmup_bars", 1000)))
        out = backtest(bars, in_window, parameters, cost)
        out["variants"] = []
        for factor in (0.9, 1.1) if tunable(parameters) else ():
            varied = backtest(bars, in_window, scaled(parameters, factor), cost)
            out["variants"].append({"factor": factor} | {k: varied[k] for k in SHOWN})
        identity = re.match(r"STR-\d+", folder.name)[0]
        result[identity] = out
        print(identity, out["trades"], out["sharpe"], file=sys.stderr)
    return result


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(json.dumps(reference(sys.argv[1]), indent=1, allow_nan=False))
