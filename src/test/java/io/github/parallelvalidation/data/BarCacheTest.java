package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Commands;
import io.github.parallelvalidation.Needs;
import io.github.parallelvalidation.Pipes;
import io.github.parallelvalidation.Program;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class BarCacheTest {
    /// More than two blocks.
    private static final int BARS = 140_000;

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();
    private Path cache;

    @BeforeEach
    void aCacheFolderThatIsNotThereYet() {
        cache = folder.resolve("cache/bars");
    }

    @Test
    void theSecondLoadComesFromTheCacheAndIsTheSame() throws IOException {
        Path file = write(0, 3000);
        Bars first = load(file, Timeframe.H1, Formula.ALL);
        assertThat(cached()).hasSize(1);
        Path moved = Files.move(file, folder.resolve("BTCUSD_1h_elsewhere.csv"));
        Bars second = load(moved, Timeframe.H1, Formula.ALL);

        assertThat(Formula.numbers(second)).isEqualTo(Formula.numbers(first));
        assertThat(cached()).hasSize(1);
        assertThat(notices).isEmpty();
    }

    @Test
    void theCacheIsReallyWhatIsRead() throws IOException {
        Path file = write(0, 3000);
        load(file, Timeframe.H1, Formula.ALL);
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(cached().getFirst(), old);
        load(file, Timeframe.H1, Formula.ALL);

        assertThat(Files.getLastModifiedTime(cached().getFirst())).isGreaterThan(old);
    }

    @Test
    void anyWindowIsTheSameFromTheCache() throws IOException {
        Random random = new Random(11);
        Path file = gappy(random, 20_000);
        load(file, Timeframe.M15, Formula.ALL);
        for (int i = 0; i < 60; i++) {
            Lookback history = new Lookback(Period.ofDays(random.nextInt(300)), random.nextInt(400));
            Timeframe timeframe = List.of(Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.D1, Timeframe.W1)
                    .get(random.nextInt(5));
            Bars cold = new BarLoader(Optional.empty())
                    .load(new BarSource(List.of(file), Timeframe.M15), "TEST", timeframe, history, folder);
            Bars warm = load(file, timeframe, history);

            assertThat(Formula.numbers(warm)).as("%s %s", timeframe, history).isEqualTo(Formula.numbers(cold));
            assertThat(warm.quality()).isEqualTo(cold.quality());
        }
        assertThat(cached()).hasSize(1);
        assertThat(notices).isEmpty();
    }

    /// Quarters of hours with holes of up to twenty days and repeated rows.
    private Path gappy(Random random, int rows) throws IOException {
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        long time = Formula.START;
        for (int i = 0; i < rows; i++) {
            double[] bar = Formula.bar(i);
            String row = "%d,%s,%s,%s,%s,%s\n".formatted(time, bar[0], bar[1], bar[2], bar[3], bar[4]);
            text.append(row.repeat(random.nextInt(20) == 0 ? 2 : 1));
            time += 900_000L * (random.nextInt(400) == 0 ? 1 + random.nextInt(2000) : 1);
        }
        return Files.writeString(folder.resolve("BTCUSD_15m.csv"), text);
    }

    @Test
    void anotherContentIsAnotherEntryEvenWithTheSameNameSizeAndTime() throws IOException {
        Path file = write(0, 100);
        FileTime time = Files.getLastModifiedTime(file);
        load(file, Timeframe.H1, Formula.ALL);
        String text = Files.readString(file);
        int last = text.lastIndexOf(",1");
        Files.writeString(file, text.substring(0, last) + ",9" + text.substring(last + 2));
        Files.setLastModifiedTime(file, time);

        Bars bars = load(file, Timeframe.H1, Formula.ALL);

        assertThat(bars.volume()[99]).isGreaterThan(9000);
        assertThat(cached()).hasSize(2);
    }

    @Test
    void aDamagedEntryIsBuiltAnew() throws IOException {
        Path file = write(0, BARS);
        Bars expected = load(file, Timeframe.H1, Formula.ALL);
        Path entry = cached().getFirst();
        byte[] good = Files.readAllBytes(entry);
        Random random = new Random(1);
        for (int round = 0; round < 6; round++) {
            byte[] bad = good.clone();
            bad[round < 2 ? bad.length - 1 - round * 30 : random.nextInt(bad.length)] ^= 0x10;
            Files.write(entry, bad);
            notices.clear();
            Bars bars = load(file, Timeframe.H1, Formula.ALL);

            assertThat(bars.close()).isEqualTo(expected.close());
            assertThat(notices).hasSize(1).first().asString().contains("is built anew, ");
            assertThat(Files.readAllBytes(entry)).isEqualTo(good);
        }
    }

    @Test
    void aCutEntryIsBuiltAnew() throws IOException {
        Path file = write(0, 5000);
        load(file, Timeframe.H1, Formula.ALL);
        Path entry = cached().getFirst();
        byte[] good = Files.readAllBytes(entry);
        for (int length : new int[] {0, 1, 8, 55, 56, 4096, good.length / 2, good.length - 1}) {
            Files.write(entry, Arrays.copyOf(good, length));
            Bars bars = load(file, Timeframe.H1, Formula.ALL);

            assertThat(bars.length()).isEqualTo(5000);
            assertThat(Files.readAllBytes(entry)).isEqualTo(good);
        }
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aNamedPipeInThePlaceOfAnEntryIsNotWaitedFor() throws IOException, InterruptedException {
        Path file = write(0, 10);
        load(file, Timeframe.H1, Formula.ALL);
        Path entry = Pipes.pipe(cached().getFirst());

        assertThat(load(file, Timeframe.H1, Formula.ALL).length()).isEqualTo(10);
        assertThat(notices).first().asString().contains("it is a named pipe; a plain file must stand there");
        assertThat(entry).as("built anew").isRegularFile();
    }

    @Test
    void onlyTheBlocksThatAreNeededAreLookedAt() throws IOException {
        Path file = write(0, BARS);
        load(file, Timeframe.H1, Formula.ALL);
        Path entry = cached().getFirst();
        byte[] bytes = Files.readAllBytes(entry);
        bytes[100] ^= 1;
        Files.write(entry, bytes);
        Bars bars = load(file, Timeframe.H1, new Lookback(Period.ofDays(30), 10));

        assertThat(bars.length()).isEqualTo(30 * 24 + 10);
        assertThat(notices).isEmpty();
    }

    @Test
    void manyMayBuildAtOnce() throws Exception {
        Path file = write(0, 20_000);
        double[] expected = Formula.bars(20_000).close();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Bars>> loads = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                loads.add(() -> load(file, Timeframe.H1, Formula.ALL));
            }
            for (Future<Bars> bars : threads.invokeAll(loads)) {
                assertThat(bars.get().close()).isEqualTo(expected);
            }
        }
        assertThat(notices).isEmpty();
        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsDoneWithout() throws IOException {
        Path file = write(0, 100);
        cache = Files.writeString(folder.resolve("in-the-way"), "").resolve("bars");

        assertThat(load(file, Timeframe.H1, Formula.ALL).length()).isEqualTo(100);
        assertThat(notices)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("bar cache: " + cache + " cannot be written")
                .endsWith("bars are read anew each time");
    }

    @Test
    void aDiskThatFillsUpOnTheWayIsNoHarm() throws IOException {
        Path full = Path.of("/dev/full");
        Needs.that(Files.exists(full), "there is no " + full);
        ColumnWriter writer = new ColumnWriter(FileChannel.open(full, StandardOpenOption.WRITE));
        Path temporary = folder.resolve("x.tmp");
        BarCache bars = new BarCache(cache, notices::add);
        try (CacheEntry entry = new CacheEntry(bars, temporary, writer, new Fingerprint(1, 2, 3, 4, 5), Timeframe.H1)) {
            for (int i = 0; i < 200_000; i++) {
                entry.add(Formula.time(i), 1, 1, 1, 1, 1);
            }
            entry.finish();
        }

        assertThat(notices).hasSize(1).first().asString().contains("No space left on device");
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws IOException {
        // An entry of 100 bars has 4.9 kB.
        BarCache forThree = new BarCache(cache, 15_000, notices::add);
        List<Path> files = new ArrayList<>();
        List<Path> entries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            files.add(Files.move(write(i, i + 100), folder.resolve(i + ".csv")));
            load(forThree, files.get(i));
            List<Path> all = new ArrayList<>(cached());
            all.removeAll(entries);
            entries.add(all.getFirst());
            Files.setLastModifiedTime(
                    entries.get(i), FileTime.from(Instant.now().minusSeconds(3600L * (10 - i))));
        }
        load(forThree, files.get(0));
        load(forThree, write(3, 103));

        assertThat(cached()).hasSize(3).contains(entries.get(0), entries.get(2)).doesNotContain(entries.get(1));
    }

    @Test
    void whatAKilledWorkerLeftIsSweptUp() throws IOException {
        Files.createDirectories(cache);
        Path left = Files.writeString(cache.resolve(".old.tmp"), "x");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(7200)));
        Path fresh = Files.writeString(cache.resolve(".new.tmp"), "x");
        load(write(0, 10), Timeframe.H1, Formula.ALL);

        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void anEntryThatMayNotBeReadIsDoneWithout() throws IOException, InterruptedException {
        Path file = write(0, 10);
        load(file, Timeframe.H1, Formula.ALL);
        Path entry = cached().getFirst();
        Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString("---------"));

        assertThat(Commands.run(Commands.boundByModes(
                        Program.command(CachedLoad.class, folder.toString(), file.toString(), cache.toString()))))
                .startsWith("0 bar cache: " + entry + " cannot be read (")
                .endsWith("; the bars are read without it\n10 bars\n");
    }

    private Bars load(Path file, Timeframe timeframe, Lookback history) {
        Timeframe own = BarFile.of(file).map(BarFile::timeframe).orElse(timeframe);
        return new BarLoader(Optional.of(new BarCache(cache, notices::add)))
                .load(new BarSource(List.of(file), own), "TEST", timeframe, history, folder);
    }

    private void load(BarCache small, Path file) {
        new BarLoader(Optional.of(small))
                .load(new BarSource(List.of(file), Timeframe.H1), "TEST", Timeframe.H1, Formula.ALL, folder);
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(".bars")).toList();
        }
    }

    private Path write(int from, int to) throws IOException {
        return Files.writeString(folder.resolve("BTCUSD_1h.csv"), Formula.csv(from, to));
    }
}
