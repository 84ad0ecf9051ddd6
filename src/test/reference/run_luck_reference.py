"""The luck of a run and its adjusted p-values on two small tables of worlds, computed with NumPy alone.

Prints what RunLuckTest and StepDownTest expect. Run with: python3 run_luck_reference.py
"""

import numpy as np

WORLDS = 19


def score(strategy, world):
    """A table without random numbers that can be written in one line in any language."""
    return ((7 * strategy + 3) * (world + 5 * strategy) % 29 - 14) / 100 + 0.01 * (world * world % 11)


table = np.array([[score(s, k) for k in range(1, WORLDS + 1)] for s in range(1, 6)])
table[4, :3] = -np.inf
observed = np.array([0.19, 0.05, 0.21, 0.11, 0.02])


def step_down(x, worlds):
    finite = np.where(np.isfinite(worlds), worlds, np.nan)
    mean, sd = np.nanmean(finite, axis=1), np.nanstd(finite, axis=1)
    z = (x - mean) / sd
    zk = (worlds - mean[:, None]) / sd[:, None]
    order = np.argsort(-z, kind="stable")
    adjusted = np.empty(len(x))
    largest = 0.0
    for i, j in enumerate(order):
        best = zk[order[i:]].max(axis=0)
        largest = max(largest, (1 + np.sum(best >= z[j] - 1e-12 / sd[j])) / (1 + worlds.shape[1]))
        adjusted[j] = largest
    return adjusted


def poisson_binomial(shares):
    distribution = np.array([1.0])
    for share in shares:
        distribution = np.convolve(distribution, [1 - share, share])
    return distribution


def run_luck(passes, shares, passed):
    worlds = passes.shape[1]
    together = np.bincount(passes.sum(axis=0), minlength=len(passes) + 1) / worlds
    distribution = np.convolve(together, poisson_binomial(shares))
    cumulative = np.cumsum(distribution)
    low, high = (int(np.argmax(cumulative >= q - 1e-9)) for q in (0.05, 0.95))
    expected = np.sum(np.arange(len(distribution)) * distribution)
    return expected, low, high, (1 + worlds * distribution[passed:].sum()) / (1 + worlds)


print("adjusted", [float(p) for p in step_down(observed, table)])
passes = (table > 0.05).astype(int)
print("joint only", run_luck(passes, [], 2))
print("with independent ones", run_luck(passes, [0.25, 0.6], 3))
