#!/usr/bin/python3
"""Makes TICKUSD_1h.csv, invented bars of a market with a coarse tick: many returns are exactly zero, many scores tie.

Run: /usr/bin/python3 src/test/reference/make_tick_data.py > src/test/resources/reference-workspace/.crypto/data/TICKUSD_1h.csv

Prices are multiples of 0.25, so sums of them are exact in binary; 60 bars in the middle do not move at all.
The random numbers are Lehmer's (Park and Miller 1988), to be the same everywhere.
"""
from datetime import datetime, timedelta, timezone

state = 20240229


def below(n):
    global state
    state = state * 48271 % 2147483647
    return state % n


print("timestamp,open,high,low,close,volume")
time, price = datetime(2023, 9, 10, tzinfo=timezone.utc), 400          # in ticks
for bar in range(5000):
    start = price
    flat = 3000 <= bar < 3060
    if not flat:
        price += (0, 0, 0, 0, 1, 1, -1, -1, 3, -3)[below(10)]
        price = min(max(price, 300), 500)
    high = max(start, price) + (0 if flat else below(3))
    low = min(start, price) - (0 if flat else below(3))
    volume = 0 if flat else 10 + below(1000)
    row = ",".join(f"{ticks * 0.25:.2f}" for ticks in (start, high, low, price))
    print(f"{time:%Y-%m-%dT%H:%M:%SZ},{row},{volume}")
    time += timedelta(hours=1)
