package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.Pipes;
import io.github.parallelvalidation.format.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarCatalogTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"OANDA", "FX", "NASDAQ", "CAPITALCOM", "BITSTAMP"})
    void ofAChartThatWasSavedTheExchangeIsNotTheSymbol(String exchange) throws IOException {
        Path file = touch(exchange + "_EURUSD, 60.csv");

        assertThat(find("EUR/USD", Timeframe.H1)).isEqualTo(new BarSource(List.of(file), Timeframe.H1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MSFT.csv", "EURUSD60.csv", "BTC-USD Historical Data.csv", "HistoricalData_1700000000000.csv"})
    void aFileWhoseNameDoesNotSayWhatItHoldsIsNamedWithWhatCanBeDone(String name) throws IOException {
        touch(name);

        assertThatThrownBy(() -> find("AAPL", Timeframe.H1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there is also '" + name + "', whose name does not say symbol and timeframe")
                .hasMessageContaining("'file: \"" + name + "\"'");
    }

    @ParameterizedTest
    @CsvSource({
        "AAPL.csv, AAPL",
        "aapl.csv.gz, AAPL",
        "EURUSD60.csv, EUR/USD",
        "EURUSD.csv, EUR/USD",
        "US30.csv, US30",
        "US3060.csv, US30",
        "BTC-USD.csv, BTC/USD"
    })
    void aNameThatIsNothingButTheSymbolOrItAndTheMinutesIsFound(String name, String symbol) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, Formula.csv(0, 48));

        assertThat(find(symbol, Timeframe.H1).files()).containsExactly(file);
    }

    @Test
    void ofABareNameTheRowsSayTheTimeframe() throws IOException {
        Files.writeString(folder.resolve("AAPL.csv"), Formula.csv(0, 48));

        assertThat(find("AAPL", Timeframe.H4).timeframe()).isEqualTo(Timeframe.H1);
    }

    @Test
    void aNameThatSaysTheTimeframeGoesBeforeOneThatDoesNot() throws IOException {
        touch("AAPL.csv");
        Path file = touch("AAPL_1h.csv");

        assertThat(find("AAPL", Timeframe.H1).files()).containsExactly(file);
    }

    @Test
    void twoBareNamesAreTwoAnswers() throws IOException {
        touch("a/AAPL.csv");
        touch("b/AAPL.csv");

        assertThatThrownBy(() -> find("AAPL", Timeframe.H1)).hasMessageContaining("two different answers for AAPL 1h");
    }

    @Test
    void whereNothingFitsTheWayToNameAFileIsSaid() throws IOException {
        touch("ETHUSD_1h.csv");

        assertThatThrownBy(() -> find("AAPL", Timeframe.H1))
                .hasMessageContaining("can be named with 'file:' in the strategy's data-spec.yaml");
    }

    @Test
    void aLicenceIsNotTheFirstThatIsSuggested() throws IOException {
        touch("LICENSE.txt");
        touch("prices.csv");

        assertThatThrownBy(() -> find("AAPL", Timeframe.H1))
                .hasMessageContaining("'prices.csv', 'LICENSE.txt', whose name")
                .hasMessageContaining("write 'file: \"prices.csv\"'");
    }

    @Test
    void aNamedPipeIsNoBarFileAndSaidToBeOne() throws Exception {
        Pipes.pipe(folder.resolve("BTCUSD_1h.csv"));

        assertThatThrownBy(() -> find("BTCUSD", Timeframe.H1))
                .hasMessageContaining(
                        "BTCUSD_1h.csv: the bars of BTCUSD 1h are there as a named pipe, which is not read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BTCUSD_1h.csv",
                "btc-usd_1H.CSV",
                "BTC_USD-1h.csv.gz",
                "BTC-USD_1h_coinbase_2016-05_2025-10.csv.gz",
                "deep/er/BTCUSD_1h.zip",
                "BTC-USD_1h.parquet",
                "BTC_USD-1h.json",
                "BTC_USD-1h.json.gz",
                "BTC_USD-1h.feather",
                "BTCUSD_1h.arrow",
                "Coinbase_BTCUSD_1h.csv",
                "BTCUSD_1h.tsv",
                "BTCUSD_1h.txt",
                "BTCUSD_1h.parquet.gzip",
                "BTCUSD_60.csv",
                "XBTUSD_60.csv",
                "BTCUSD_60min.csv",
                "BTCUSD-1hour.zip",
                "btcusd_1hr.csv",
                "BTC_USD_hourly.csv",
                "BTCUSD_h.txt",
                "BTCUSD_H1_202201010000_202205052300.csv",
                "BTCUSD_PT1H.csv",
                "BITSTAMP_BTCUSD, 60.csv",
                "BITSTAMP_BTCUSD, 60_3fa1c.csv",
                "BTC-USD.1h.csv",
                "BTC USD 1h.csv",
                "BTCUSD_binance_1h.csv",
                "bitstamp_btc_usd_1h.csv",
                "Bitstamp_BTCUSD_2024_hour.csv"
            })
    void aNameWithSymbolAndTimeframeIsFound(String name) throws IOException {
        Path file = touch(name);

        assertThat(find("BTC/USD", Timeframe.H1)).isEqualTo(new BarSource(List.of(file), Timeframe.H1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BTCUSDT_1h.csv",
                "BTCUSD_1d.csv",
                "BTCUSD_1M.csv",
                "BTCUSD_1h.csv.bak",
                "BTCUSD_2025-10-30.csv",
                "BTCUSD_M.csv",
                "markPriceKlines/BTCUSD-1h-2025-01.zip",
                "BTC_USD-1h-mark.json"
            })
    void otherNamesAreNotTaken(String name) throws IOException {
        touch(name);

        assertThatThrownBy(() -> find("BTCUSD", Timeframe.H1)).hasMessageContaining("no bars of BTCUSD 1h");
    }

    @ParameterizedTest
    @CsvSource({
        "1m, 1", "1m, 1Min", "1m, M1", "1m, minute", "1m, PT1M", "5m, 5", "15m, M15", "30m, 30T", "4h, 240", "4h, 4H",
        "8h, 480min", "12h, 720", "1d, D", "1d, daily", "1d, 1440", "1d, D1", "1d, 24h", "1w, W", "1w, 1week", "1w, 7d"
    })
    void timeframesAreKnownByTheirOtherNames(String timeframe, String name) throws IOException {
        Path file = touch("BTCUSD_" + name + ".csv");

        assertThat(find("XBTUSD", Timeframe.parse(timeframe).orElseThrow()).files())
                .containsExactly(file);
    }

    @Test
    void dumpsWithYearsOrRangesOfDaysAreJoined() throws IOException {
        touch("Binance_BTCUSDT_2023_minute.csv");
        touch("Binance_BTCUSDT_2024_minute.csv");
        touch("2024/BTCUSDT_60_2024-01-01_2024-01-31.csv.gz");
        touch("2024/BTCUSDT_60_2024-02-01_2024-02-29.csv.gz");

        assertThat(find("BTCUSDT", Timeframe.M1).files()).hasSize(2);
        assertThat(find("BTCUSDT", Timeframe.H1).files()).hasSize(2);
    }

    @Test
    void linksThatGoRoundAndWhatIsNoFileArePassedOver() throws IOException {
        Path file = touch("a/BTCUSD_1h.csv");
        Files.createDirectories(folder.resolve("b/BTCUSD_1h.csv"));
        Files.createSymbolicLink(folder.resolve("a/round"), folder);

        assertThat(find("BTCUSD", Timeframe.H1).files()).containsExactly(file);
    }

    @Test
    void dumpsOfOneFolderAreJoinedInTheOrderOfTheirDates() throws IOException {
        Path february = touch("BTCUSDT-1h-2025-02.zip");
        Path january = touch("BTCUSDT-1h-2025-01.zip");

        assertThat(find("BTCUSDT", Timeframe.H1).files()).containsExactly(january, february);
    }

    @Test
    void monthlyAndDailyDumpsAreOneAnswer() throws IOException {
        touch("spot/monthly/klines/BTCUSDT/1h/BTCUSDT-1h-2025-01.zip");
        touch("spot/daily/klines/BTCUSDT/1h/BTCUSDT-1h-2025-02-01.zip");
        assertThat(find("BTCUSDT", Timeframe.H1).files()).hasSize(2);

        touch("futures/um/monthly/klines/BTCUSDT/1h/BTCUSDT-1h-2025-01.zip");
        assertThatThrownBy(() -> find("BTCUSDT", Timeframe.H1))
                .hasMessageContaining("two different answers for BTCUSDT 1h")
                .hasMessageContaining("futures/um/monthly")
                .hasMessageContaining("spot/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC/USDT:USDT", "BTC_USDT_USDT", "btc-usdt-usdt", "BTCUSDTUSDT"})
    void freqtradesFuturesAreFound(String symbol) throws IOException {
        Path file = touch("futures/BTC_USDT_USDT-1h-futures.json");
        touch("futures/BTC_USDT_USDT-1h-mark.json");
        touch("futures/BTC_USDT_USDT-1h-funding_rate.json");

        assertThat(find(symbol, Timeframe.H1).files()).containsExactly(file);
    }

    @Test
    void twoAnswersAreAnErrorThatNamesBoth() throws IOException {
        touch("a/BTCUSD_1h.csv");
        touch("b/BTC-USD_1h.csv.gz");

        assertThatThrownBy(() -> find("BTCUSD", Timeframe.H1))
                .hasMessageContaining("a/BTCUSD_1h.csv")
                .hasMessageContaining("b/BTC-USD_1h.csv.gz")
                .hasMessageContaining("two different answers for BTCUSD 1h");
    }

    @Test
    void aCoarserTimeframeIsBuiltFromTheCoarsestThatDividesIt() throws IOException {
        touch("BTCUSD_1m.csv");
        Path quarter = touch("BTCUSD_15m.csv");
        touch("BTCUSD_1d.csv");

        assertThat(find("BTCUSD", Timeframe.H4)).isEqualTo(new BarSource(List.of(quarter), Timeframe.M15));
    }

    @Test
    void aFormatThatIsNotReadIsNotPassedOverInSilence() throws IOException {
        touch("BTC_USD-1h.h5");

        assertThatThrownBy(() -> find("BTCUSD", Timeframe.H1))
                .hasMessageContaining("BTC_USD-1h.h5")
                .hasMessageContaining("freqtrade convert-data --format-from hdf5 --format-to json");
        touch("BTC_USD-1h.json");
        assertThat(find("BTCUSD", Timeframe.H1).files()).hasSize(1);
    }

    @Test
    void missingBarsAreAnErrorWithWhatWasTriedAndWhatIsThere() throws IOException {
        touch("ETHUSD_1h.csv");

        assertThatThrownBy(() -> find("BTC/USD", Timeframe.M15))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.DATA_UNAVAILABLE))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("tried BTCUSD_15m*.csv")
                .hasMessageContaining("BTCUSD-15m-YYYY-MM.zip")
                .hasMessageContaining("5m, 1m to build from")
                .hasMessageContaining("found ETHUSD 1h");
        assertThatThrownBy(() -> new BarCatalog(folder.resolve("none"), _ -> true).find("BTCUSD", Timeframe.H1))
                .hasMessageContaining("found no bars at all");
    }

    private BarSource find(String symbol, Timeframe timeframe) {
        return new BarCatalog(folder, _ -> true).find(symbol, timeframe);
    }

    private Path touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
