package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.format.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files as vendors and programs write them. Every one of these holds the same two bars.
@NullUnmarked
class ForeignCsvTest {

    @TempDir
    private Path folder;

    @Test
    void binanceWithoutHeader() throws IOException {
        same("""
            1735689600000000,93576.00,94509.42,93489.03,94401.14,755.99,1735693199999999,1.0,2,3.0,4.0,0
            1735693200000,94401.14,94408.72,93578.77,93607.74,586.53,1735696799999,1.0,2,3.0,4.0,0
            """);
    }

    @Test
    void binanceFuturesWithHeader() throws IOException {
        same("""
            open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore
            1735689600000,93576.00,94509.42,93489.03,94401.14,755.99,1735693199999,1.0,2,3.0,4.0,0
            1735693200000,94401.14,94408.72,93578.77,93607.74,586.53,1735696799999,1.0,2,3.0,4.0,0
            """);
    }

    @Test
    void cryptoDataDownloadNewestFirstWithSecondsAndMillisecondsMixed() throws IOException {
        same("""
            https://www.CryptoDataDownload.com
            unix,date,symbol,open,high,low,close,Volume BTC,Volume USD
            1735693200000.0,2025-01-01 01:00:00,BTC/USD,94401.14,94408.72,93578.77,93607.74,586.53,54904310.1
            1735689600,2025-01-01 00:00:00,BTC/USD,93576.00,94509.42,93489.03,94401.14,755.99,71366300.2
            """);
    }

    @Test
    void cryptoDataDownloadAsItWasIn2019() throws IOException {
        same("""
            Timestamps are UTC timezone,https://www.CryptoDataDownload.com
            Date,Symbol,Open,High,Low,Close,Volume BTC,Volume USD
            2025-01-01 01-AM,BTCUSD,94401.14,94408.72,93578.77,93607.74,586.53,54904310.1
            2025-01-01 12-AM,BTCUSD,93576.00,94509.42,93489.03,94401.14,755.99,71366300.2
            """);
    }

    @Test
    void cryptoCompareWithItsOrderAndItsNamesOfVolumes() throws IOException {
        same("""
            time,open,high,close,low,volumeto,volumefrom,conversionType
            1735689600,93576.0,94509.42,94401.14,93489.03,71366300.2,755.99,direct
            1735693200,94401.14,94408.72,93607.74,93578.77,54904310.1,586.53,direct
            """);
    }

    @Test
    void bitstampFromKaggle() throws IOException {
        same("""
            Timestamp,Open,High,Low,Close,Volume_(BTC),Volume_(Currency),Weighted_Price
            1735689600,93576.0,94509.42,93489.03,94401.14,755.99,71366300.2,94000
            1735693200,94401.14,94408.72,93578.77,93607.74,586.53,54904310.1,94000
            """);
    }

    @Test
    void pandasWithAnIndexOfTimes() throws IOException {
        same("""
            ,open,high,low,close,volume
            2025-01-01 00:00:00+00:00,93576.0,94509.42,93489.03,94401.14,755.99
            2025-01-01 01:00:00+00:00,94401.14,94408.72,93578.77,93607.74,586.53
            """);
    }

    @Test
    void pandasWithAnIndexOfNumbers() throws IOException {
        same("""
            ,date,open,high,low,close,volume
            0,2025-01-01,93576.0,94509.42,93489.03,94401.14,755.99
            1,2025-01-01 01:00:00,94401.14,94408.72,93578.77,93607.74,586.53
            """);
    }

    @Test
    void rowNamesThatTheHeaderDoesNotName() throws IOException {
        same("""
            "open","high","low","close","volume"
            "2025-01-01T00:00:00Z",93576.0,94509.42,93489.03,94401.14,755.99
            "2025-01-01T01:00:00Z",94401.14,94408.72,93578.77,93607.74,586.53
            """);
    }

    @Test
    void yfinanceWithThreeLinesOfHeader() throws IOException {
        same("""
            Price,Close,High,Low,Open,Volume
            Ticker,BTC-USD,BTC-USD,BTC-USD,BTC-USD,BTC-USD
            Datetime,,,,,
            2025-01-01 00:00:00+00:00,94401.14,94509.42,93489.03,93576.0,755.99
            2025-01-01 01:00:00+00:00,93607.74,94408.72,93578.77,94401.14,586.53
            """);
    }

    @Test
    void yahooWithAnAdjustedClose() throws IOException {
        same("""
            Date,Open,High,Low,Adj Close,Close,Volume
            2025-01-01T00:00Z,93576.0,94509.42,93489.03,1,94401.14,755.99
            2025-01-01T01:00Z,94401.14,94408.72,93578.77,1,93607.74,586.53
            """);
    }

    @Test
    void metaTraderWithDayAndTimeInTwoColumns() throws IOException {
        same("""
            <DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>
            2025.01.01\t00:00:00\t93576.00\t94509.42\t93489.03\t94401.14\t99\t755.99\t3
            2025.01.01\t01:00:00\t94401.14\t94408.72\t93578.77\t93607.74\t99\t586.53\t3
            """);
    }

    @Test
    void dukascopyWithTheDayFirst() throws IOException {
        same("""
            Gmt time,Open,High,Low,Close,Volume\s
            01.01.2025 00:00:00.000,93576,94509.42,93489.03,94401.14,755.99
            01.01.2025 01:00:00.000,94401.14,94408.72,93578.77,93607.74,586.53
            """);
    }

    @Test
    void coinApiWithSemicolonsAndManyDigits() throws IOException {
        same("""
            time_period_start;time_period_end;time_open;time_close;price_open;price_high;price_low;price_close;volume_traded;trades_count
            2025-01-01T00:00:00.0000000Z;2025-01-01T01:00:00.0000000Z;x;x;93576.00000000000;94509.42;93489.03;94401.14;755.990000000000000;12
            2025-01-01T01:00:00.0000000Z;2025-01-01T02:00:00.0000000Z;x;x;94401.14;94408.720000000001;93578.77;93607.74;586.53;14
            """);
    }

    @Test
    void germanSpreadsheetWithDecimalCommas() throws IOException {
        same("""
            Datum der Quelle: 2025;;;;;
            date;open;high;low;close;volume
            01.01.2025 00:00;93576,00;94509,42;93489,03;94401,14;755,99
            01.01.2025 01:00;94401,14;94408,72;93578,77;93607,74;586,53
            """);
    }

    @Test
    void bigQueryWithUtcWrittenOut() throws IOException {
        same("""
            start,low,high,open,close,volume
            2025-01-01 00:00:00 UTC,93489.03,94509.42,93576.0,94401.14,755.99
            2025-01-01 01:00:00.000000 UTC,93578.77,94408.72,94401.14,93607.74,5.8653e2
            """);
    }

    @Test
    void pipesWithAnotherOrder() throws IOException {
        same("""
            # symbol: BTCUSD
            Open Time | Close | High | Low | Open | Base Volume | Quote Volume
            1735689600000 | 94401.14 | 94509.42 | 93489.03 | 93576.0 | 755.99 | 1
            1735693200000 | 93607.74 | 94408.72 | 93578.77 | 94401.14 | 586.53 | 1
            """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,2,3,4,5,6 | no header, and 6 columns; rows without a header must begin with time, open",
                "a,b,c | the file begins with neither a header such as timestamp,open",
                "date,open,high,low,volume | the header lacks the column 'close'; found date, open, high, low, volume",
                "close_time,open,high,low,close,volume | a close time does not do, bars are known by their open",
                "date,open,high,low,close,Close,volume | has the column 'close' more than once",
            })
    void aHeaderThatDoesNotDoIsRefusedWithWhatItLacks(String line, String message) {
        assertThatThrownBy(() -> load(line + "\n1,2,3,4,5,6\n"))
                .hasMessageContaining("bars.csv:1:1: ")
                .hasMessageContaining(message);
    }

    @Test
    void aCommaThatMayStandBetweenThousandsIsRefused() {
        assertThatThrownBy(() -> load("date,open,high,low,close,volume\n2025-01-01,2,5,3,1,0,2,5,7\n"))
                .hasMessageContaining("bars.csv:2:1: the row has 9 fields; the first row has 6. A decimal comma is read"
                        + " only where fields are separated by semicolons");
        assertThatThrownBy(() -> load("date,open,high,low,close,volume\n2025-01-01,\"2,500\",3,1,2,7\n"))
                .hasMessageContaining(
                        "bars.csv:2:12: open is '2,500'; it must be a number. Whether its comma is a decimal one");
    }

    @Test
    void aDayThatMayBeAMonthIsRefused() {
        assertThatThrownBy(() -> load("date,open,high,low,close,volume\n01/02/2025,2,3,1,2,7\n"))
                .hasMessageContaining("bars.csv:2:1: '01/02/2025' may mean two days, and no row of the file has a day");
    }

    @Test
    void linesAreCountedWithCommentsAndBlankOnes() {
        assertThatThrownBy(() -> load("# a\n\ndate,open,high,low,close,volume\n# b\n\n2025-01-01,2,3,1,x,7\n"))
                .isInstanceOfSatisfying(DataException.class, e -> {
                    assertThat(e.problem().line()).isEqualTo(6);
                    assertThat(e.problem().column()).isEqualTo(18);
                    assertThat(e.problem().excerpt()).isEqualTo("2025-01-01,2,3,1,x,7");
                })
                .hasMessageContaining("bars.csv:6:18: close is 'x'; it must be a number");
    }

    @Test
    void anEmptyFileHasNoBars() {
        assertThatThrownBy(() -> load("")).hasMessageContaining("there is no bar in the file");
        assertThatThrownBy(() -> load("# nothing\n")).hasMessageContaining("there is no bar in the file");
        assertThatThrownBy(() -> load("date,open,high,low,close,volume\n"))
                .hasMessageContaining("there is no bar in the file");
    }

    @Test
    void aLastLineMayLackItsEnd() throws IOException {
        assertThat(load("date,open,high,low,close,volume\n2025-01-01,2,3,1,2,7").time())
                .containsExactly(Instant.parse("2025-01-01T00:00:00Z").toEpochMilli());
    }

    private void same(String text) throws IOException {
        TwoBars.assertIn(text, folder);
    }

    private Bars load(String text) throws IOException {
        return Formula.load(Files.writeString(folder.resolve("bars.csv"), text));
    }
}
