#!/usr/bin/python3
"""An independent reference for what a Sharpe ratio says: NumPy, SciPy, and integrals instead of closed forms.

Run:   /usr/bin/python3 src/test/reference/sharpe_reference.py > src/test/resources/expected/sharpe.json
Needs: numpy, scipy.

  maximum  variance of the largest of n normal numbers: scipy.integrate.quad over the density n phi Phi^(n-1), for n that
           are not whole, too; for whole n also from order statistics, drawn (printed to standard error, not kept)
  rank     effective rank: numpy.linalg.eigvalsh
  series   series of returns drawn here, with scipy.stats.skew and kurtosis(fisher=False), the lag-1 autocorrelation of
           Box and Jenkins (one mean, one sum of squares), and from these the inference by López de Prado, Lipton, Zoonek
           (2025), its variance written as a sum over lags: with rho_k = rho^k, level 1 + 2 sum rho^k, skewed sum rho^k +
           sum rho^(2k) + 1, tailed 1 + 2 sum rho^(2k)
"""
import json
import sys

import numpy as np
from scipy import integrate, stats

PHI, Q = stats.norm.cdf, stats.norm.ppf


def maximum(n):
    moment = lambda k: integrate.quad(
        lambda z: z**k * n * stats.norm.pdf(z) * np.exp((n - 1) * stats.norm.logcdf(z)), -12, 12,
        epsabs=1e-13, epsrel=1e-13, limit=500)[0]
    return moment(2) - moment(1) ** 2


def rank(matrix):
    values = np.linalg.eigvalsh(matrix)
    p = values[values > 0] / values[values > 0].sum()
    return float(np.exp(stats.entropy(p)))


def variance(sharpe, count, skewness, kurtosis, rho):
    lags = rho ** np.arange(1, 2000)
    level, tailed = 1 + 2 * lags.sum(), 1 + 2 * (lags**2).sum()
    skewed = 1 + lags.sum() + (lags**2).sum()
    return (level - skewed * skewness * sharpe + tailed * (kurtosis - 1) / 4 * sharpe**2) / count


def expected_maximum(n, variance_of_trials):
    gamma = np.euler_gamma
    return float(np.sqrt(variance_of_trials) * ((1 - gamma) * Q(1 - 1 / n) + gamma * Q(1 - 1 / (n * np.e))))


def of_series(returns, gate=0.5, trials=7.5, variance_of_trials=0.002):
    r = np.asarray(returns)
    count, d = len(r), r - r.mean()
    sharpe = float(r.mean() / r.std(ddof=1))
    shape = (float(stats.skew(r)), float(stats.kurtosis(r, fisher=False)), float((d[1:] * d[:-1]).sum() / (d**2).sum()))
    critical = Q(0.95) * np.sqrt(variance(0, count, *shape))
    truth = gate / np.sqrt(365)
    best = expected_maximum(trials, variance_of_trials)
    return {
        "returns": [float(x) for x in r],
        "sharpe": sharpe * np.sqrt(365), "skewness": shape[0], "kurtosis": shape[1], "autocorrelation": shape[2],
        "psr": float(PHI(sharpe / np.sqrt(variance(0, count, *shape)))),
        "min_track_record_days": float(variance(0, 1, *shape) * (Q(0.95) / sharpe) ** 2) if sharpe > 0 else None,
        "sharpe_power": float(1 - PHI((critical - truth) / np.sqrt(variance(truth, count, *shape)))),
        "expected_maximum": best,
        "dsr": float(PHI((sharpe - best) / np.sqrt(variance(best, count, *shape) * maximum(trials)))),
        "dsr_2014": float(PHI((sharpe - best) * np.sqrt(count - 1)
                              / np.sqrt(1 - shape[0] * sharpe + (shape[1] - 1) / 4 * sharpe**2))),
    }


def draws():
    rng = np.random.default_rng(2025)
    yield rng.normal(0.001, 0.02, 60)
    yield np.where(rng.random(90) < 0.05, -0.06, 0.005) + rng.normal(0, 0.004, 90)
    memory = rng.normal(0, 0.01, 120)
    for i in range(1, 120):
        memory[i] += 0.4 * memory[i - 1]
    yield 0.002 + memory
    yield -0.002 + memory[::-1] * np.where(np.arange(120) % 2 == 0, 1, -1)


def main():
    for n in (2, 10, 100):
        drawn = stats.norm.ppf(stats.beta(n, 1).rvs(2_000_000, random_state=n)).var()
        print(n, "drawn", drawn, "integrated", maximum(n), file=sys.stderr)
    i = np.arange(12)
    blocks = np.where((i[:, None] // 4) == (i[None, :] // 4), 0.6, 0.1) + np.diag(np.full(12, 0.4))
    # Correlations of different days that no four series could have at once: one eigenvalue is below 0.
    torn = np.array([[1, 0.9, -0.9, 0], [0.9, 1, 0.9, 0], [-0.9, 0.9, 1, 0], [0, 0, 0, 1.0]])
    assert np.linalg.eigvalsh(torn)[0] < 0
    print(json.dumps({
        "maximum": {str(n): maximum(n) for n in (1.0, 1.5, 2.0, 7.5, 10.0, 46.3, 100.0, 2500.0, 100000.0)},
        "rank": {
            "falling": rank(0.8 ** np.abs(i[:, None] - i[None, :])),
            "blocks": rank(blocks),
            "torn": rank(torn),
        },
        "series": [of_series(r) for r in draws()],
    }, indent=1, allow_nan=False))


if __name__ == "__main__":
    main()
