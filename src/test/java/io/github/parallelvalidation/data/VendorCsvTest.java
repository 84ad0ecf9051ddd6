package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// More files as vendors and programs write them, with what is odd about each.
@NullUnmarked
class VendorCsvTest {
    @TempDir
    private Path folder;

    @Test
    void coinMarketCapWithTheCloseAsItsTimestamp() throws IOException {
        same("""
            timeOpen;timeClose;timeHigh;timeLow;name;open;high;low;close;volume;marketCap;timestamp
            "2025-01-01T00:00:00.000Z";"2025-01-01T00:59:59.999Z";"x";"x";"2781";93576.0;94509.42;93489.03;94401.14;755.99;1;"2025-01-01T00:59:59.999Z"
            "2025-01-01T01:00:00.000Z";"2025-01-01T01:59:59.999Z";"x";"x";"2781";94401.14;94408.72;93578.77;93607.74;586.53;1;"2025-01-01T01:59:59.999Z"
            """);
    }

    @Test
    void investingWithMonthFirstThousandsAndNoNameForTheClose() throws IOException {
        assertThat(Formula.numbers(Formula.load(Timeframe.D1, write("""
            "Date","Price","Open","High","Low","Vol.","Change %"
            "01/13/2025","94,401.1","93,576.0","94,509.4","93,489.0","75.60K","0.88%"
            "01/12/2025","93,607.7","94,401.1","94,408.7","93,578.8","1.25M","-0.84%"
            """)))).isEqualTo("""
                2025-01-12T00:00:00Z 94401.1 94408.7 93578.8 93607.7 1250000.0
                2025-01-13T00:00:00Z 93576.0 94509.4 93489.0 94401.1 75600.0
                """);
    }

    @Test
    void nasdaqWithDollars() throws IOException {
        assertThat(Formula.numbers(Formula.load(Timeframe.D1, write("""
            Date,Close/Last,Volume,Open,High,Low
            01/31/2025,$94401.14,756,$93576.00,$94509.42,$93489.03
            """))))
                .isEqualTo("2025-01-31T00:00:00Z 93576.0 94509.42 93489.03 94401.14 756.0\n");
    }

    @Test
    void huobiCallsTheVolumeAmount() throws IOException {
        same("""
            id,open,close,low,high,amount,vol,count
            1735689600,93576.0,94401.14,93489.03,94509.42,755.99,71366300.2,9
            1735693200,94401.14,93607.74,93578.77,94408.72,586.53,54904310.1,9
            """);
    }

    @Test
    void metaTradersPythonPackageWithoutARealVolume() throws IOException {
        same("""
            time,open,high,low,close,tick_volume,spread,real_volume
            1735689600,93576.0,94509.42,93489.03,94401.14,755.99,3,0
            1735693200,94401.14,94408.72,93578.77,93607.74,586.53,3,0
            """);
    }

    @Test
    void polygonCountsNanosecondsAndNamesTheWindow() throws IOException {
        same("""
            ticker,volume,open,close,high,low,window_start,transactions
            X:BTCUSD,755.99,93576.0,94401.14,94509.42,93489.03,1735689600000000000,5
            X:BTCUSD,586.53,94401.14,93607.74,94408.72,93578.77,1735693200000000000,5
            """);
    }

    @Test
    void stooqWithDayAndTimeAsDigits() throws IOException {
        same("""
            <TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>
            BTCUSD,60,20250101,000000,93576.0,94509.42,93489.03,94401.14,755.99,0
            BTCUSD,60,20250101,010000,94401.14,94408.72,93578.77,93607.74,586.53,0
            """);
    }

    @Test
    void aColumnNamedTimestampMayBeTheTimeOfDay() throws IOException {
        same("""
            Date,Timestamp,Open,High,Low,Close,Volume
            20250101,00:00:00,93576.0,94509.42,93489.03,94401.14,755.99
            20250101,01:00:00,94401.14,94408.72,93578.77,93607.74,586.53
            """);
    }

    @Test
    void ofSeveralTimesTheOneThatIsReadableCounts() throws IOException {
        same("""
            Date,Unix,Open,High,Low,Close,Volume
            Wed 1st,1735689600,93576.0,94509.42,93489.03,94401.14,755.99
            Wed 1st,1735693200,94401.14,94408.72,93578.77,93607.74,586.53
            """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Datetime,Open_BTC-USD,High_BTC-USD,Low_BTC-USD,Close_BTC-USD,Volume_BTC-USD",
                "Dates,PX_OPEN,PX_HIGH,PX_LOW,PX_LAST,PX_VOLUME",
                "date,1. open,2. high,3. low,4. close,5. volume",
                "begins_at,Open (USD),High (USD),Low (USD),Close (USD),Volume",
                "Local time,open,high,low,last,vol",
                "Date,\"('Open', 'BTC-USD')\",\"('High', 'BTC-USD')\",\"('Low', 'BTC-USD')\",\"('Close',"
                        + " 'BTC-USD')\",\"('Volume', 'BTC-USD')\""
            })
    void whatAllPricesHaveAroundTheirNamesIsPassedOver(String header) throws IOException {
        same(header + """

            2025-01-01T00:00Z,93576.0,94509.42,93489.03,94401.14,755.99
            2025-01-01T01:00Z,94401.14,94408.72,93578.77,93607.74,586.53
            """);
    }

    @Test
    void severalSetsOfPricesAreRefused() {
        assertThatThrownBy(() -> Formula.load(
                        write("date,bidopen,bidclose,bidhigh,bidlow,askopen,askclose,askhigh,asklow,volume\n")))
                .hasMessageContaining("bars.csv:1:1: the header has several sets of prices");
    }

    @Test
    void yfinanceGroupedByTicker() throws IOException {
        same("""
            Ticker,BTC-USD,BTC-USD,BTC-USD,BTC-USD,BTC-USD
            Price,Open,High,Low,Close,Volume
            Datetime,,,,,
            2025-01-01 00:00:00+00:00,93576.0,94509.42,93489.03,94401.14,755.99
            2025-01-01 01:00:00+00:00,94401.14,94408.72,93578.77,93607.74,586.53
            """);
    }

    @Test
    void emptyRowsOfASpreadsheetArePassedOver() throws IOException {
        String text = """
            date,open,high,low,close,volume
            2025-01-01T00:00Z,93576.0,94509.42,93489.03,94401.14,755.99
            ,,,,,
            2025-01-01T01:00Z,94401.14,94408.72,93578.77,93607.74,586.53
            ,,,,,
            """;
        same(text);
        same(text.replace("94401.14,755", "\"94401.14\",755"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"93,576.00\",\"94,509.42\",\"93,489.03\",\"94,401.14\",755.99",
                "\"$93,576.00\",\"$94,509.42\",\"$93,489.03\",\"$94,401.14\",755.99",
                "\"93.576,00\",\"94.509,42\",\"93.489,03\",\"94.401,14\",\"755,99\"",
                "\"93576,00\",\"94509,42\",\"93489,03\",\"94401,14\",\"755,99\"",
                "93 576.00,94 509.42,93 489.03,94 401.14,755.99",
                "93'576.00,94'509.42,93'489.03,94'401.14,755.99",
            })
    void thousandsMayStandApart(String values) throws IOException {
        assertThat(Formula.numbers(Formula.load(write("date,open,high,low,close,volume\n2025-01-01," + values + "\n"))))
                .isEqualTo("2025-01-01T00:00:00Z 93576.0 94509.42 93489.03 94401.14 755.99\n");
    }

    @Test
    void oneRowMayTellHowAllOthersMeanTheirCommas() throws IOException {
        assertThat(Formula.numbers(Formula.load(write("""
            date;open;high;low;close;volume
            2025-01-01T00:00Z;1,234;1,300;1,200;1,250;7
            2025-01-01T01:00Z;1,250;1,300;1,200;1,234.5;7
            """)))).isEqualTo("""
                2025-01-01T00:00:00Z 1234.0 1300.0 1200.0 1250.0 7.0
                2025-01-01T01:00:00Z 1250.0 1300.0 1200.0 1234.5 7.0
                """);
        assertThat(Formula.numbers(Formula.load(write("""
            date;open;high;low;close;volume
            2025-01-01T00:00Z;1,234;1,300;1,200;1,250;7
            2025-01-01T01:00Z;1,250;1,300;1,200;1,2345;7
            """)))).isEqualTo("""
                2025-01-01T00:00:00Z 1.234 1.3 1.2 1.25 7.0
                2025-01-01T01:00:00Z 1.25 1.3 1.2 1.2345 7.0
                """);
    }

    @Test
    void aRoundedPriceIsNoPrice() {
        assertThatThrownBy(() -> Formula.load(write("date,open,high,low,close,volume\n2025-01-01,93.5K,94,93,94,1\n")))
                .hasMessageContaining("bars.csv:2:12: open is '93.5K'; it must be a number");
    }

    private void same(String text) throws IOException {
        TwoBars.assertIn(text, folder);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("bars.csv"), text);
    }
}
