"""Writes the Feather files of the tests, and two of the Parquet files, with pandas and PyArrow, which share no code with
the readers.

Run: python3 src/test/reference/arrow_files.py src/test/resources
"""

import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
from pyarrow import feather, parquet

FOLDER = Path(sys.argv[1]) / "feather"
PARQUET = Path(sys.argv[1]) / "parquet"
COUNT = 48
MANY = 9_000


def bars(count=COUNT):
    """The bars of Formula.java."""
    rows = []
    for i in range(count):
        open_ = 100 + (i * 104729 % 97) / 10
        close = 100 + (i * 7919 % 101) / 10
        rows.append((open_, max(open_, close) + 1 + i % 3, min(open_, close) - 1 - i % 2, close, 1000.0 + i * 31 % 17))
    frame = pd.DataFrame(rows, columns=["open", "high", "low", "close", "volume"])
    frame.insert(0, "date", pd.date_range("2025-01-01", periods=count, freq="h", tz="UTC"))
    return frame


def write(name, table, **options):
    feather.write_feather(table, FOLDER / f"{name}.feather", **options)


def table(**columns):
    """The bars with other columns in the place of some, and more behind them."""
    made = pa.Table.from_pandas(bars(), preserve_index=False)
    for name, column in columns.items():
        at = made.schema.get_field_index(name)
        made = made.set_column(at, name, column) if at >= 0 else made.append_column(name, column)
    return made


def column(name):
    return pa.Table.from_pandas(bars(), preserve_index=False).column(name)


# As freqtrade writes it.
bars().to_feather(FOLDER / "freqtrade.feather", compression="lz4", compression_level=9)
write("ms-zstd", table(date=column("date").cast(pa.timestamp("ms", "UTC")), volume=column("volume").cast(pa.int64())), compression="zstd")
write(
    "batches-plain",
    table(
        date=column("date").cast(pa.timestamp("us", "UTC")),
        symbol=pa.array(["BTC/USDT"] * COUNT),
        note=pa.array([[1, 2]] * COUNT),
    ),
    compression="uncompressed",
    chunksize=7,
)
write(
    "singles",
    table(**{name: column(name).cast(pa.float32()) for name in ("open", "high", "low", "close")}),
    compression="lz4",
)
write(
    "text",
    table(
        date=pa.array([t.isoformat() for t in bars()["date"]], pa.large_string()),
        **{name: column(name).cast(pa.string()) for name in ("open", "high", "low", "close", "volume")},
    ),
    compression="lz4",
)
write("epoch", table(date=pa.array([int(t.timestamp()) for t in bars()["date"]], pa.uint32())), compression="zstd")
write("days", table(date=pa.array(pd.date_range("2025-01-01", periods=COUNT).date, pa.date32())), compression="lz4")
write("categories", table(pair=pa.array(["BTC/USDT"] * COUNT).dictionary_encode()), compression="lz4")
write("views", table(pair=pa.array(["BTC/USDT"] * COUNT, pa.string_view())), compression="lz4")
write("empty-close", table(close=pa.array([None if i == 6 else v for i, v in enumerate(bars()["close"])])), compression="lz4")
two_symbols = table(symbol=pa.array(["BTCUSDT"] * 30 + ["ETHUSDT"] * 18))
write("two-symbols", two_symbols, compression="lz4")
parquet.write_table(two_symbols, PARQUET / "two-symbols.parquet", row_group_size=20)
write("two-categories", table(symbol=pa.array(["BTCUSDT"] * 30 + ["ETHUSDT"] * 18).dictionary_encode()), compression="lz4")
first_trade = table(
    date=pa.array([t + pd.Timedelta(seconds=7 + i % 3) for i, t in enumerate(bars()["date"])], pa.timestamp("ns", "UTC")),
    unix=pa.array([int(t.timestamp()) for t in bars()["date"]], pa.int64()),
)
write("first-trade", first_trade, compression="lz4")
parquet.write_table(first_trade, PARQUET / "first-trade.parquet")

# So many rows that a buffer has several blocks of LZ4, which refer to each other.
many = bars(MANY)
many["date"] = (many["date"].astype("int64") // 10**9).astype("uint32")
many.to_feather(FOLDER / "many-rows.feather", compression="lz4", compression_level=9)
