package io.github.parallelvalidation.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// A strategy's own program: `BEHAVIOUR BARS SIGNALS`, without a library.
final class SignalChild {
    private SignalChild() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> bars = Files.readAllLines(Path.of(arguments[1]));
        double[] close = bars.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.split(",", -1)[4]))
                .toArray();
        System.out.println("given " + close.length + " bars and " + System.getenv("PV_PARAMETERS"));
        List<String> rows = new ArrayList<>();
        String header = "timestamp,score";
        switch (arguments[0]) {
            case "honest" -> {
                for (int t = 20; t < close.length; t++) {
                    rows.add(time(bars, t) + "," + (close[t - 20] - close[t]));
                }
            }
            case "entries" -> {
                header = "short,timestamp,long,score";
                for (int t = 20; t < close.length; t++) {
                    double score = close[t - 20] - close[t];
                    rows.add((score < -1 ? "True" : "False") + "," + time(bars, t) + "," + (score > 1 ? 1 : 0) + ","
                            + score);
                }
            }
            case "next-bar" -> {
                for (int t = 0; t < close.length - 1; t++) {
                    rows.add(time(bars, t) + "," + (close[t + 1] - close[t]));
                }
            }
            // As pandas has it: `close.shift(-1) > close` is false where there is no next bar.
            case "next-bar-entries" -> {
                header = "timestamp,score,long";
                for (int t = 0; t < close.length; t++) {
                    boolean rises = t + 1 < close.length && close[t + 1] > close[t];
                    rows.add(time(bars, t) + ",1," + rises);
                }
            }
            case "mean-of-all" -> {
                double sum = 0;
                for (double price : close) {
                    sum += price;
                }
                for (int t = 0; t < close.length; t++) {
                    rows.add(time(bars, t) + "," + (sum / close.length - close[t]));
                }
            }
            // Sums in another order, depending on how many there are, differ in their last digits.
            case "rounding" -> {
                for (int t = 0; t < close.length; t++) {
                    double score = t == 0 ? 0 : close[t - 1] - close[t];
                    rows.add(time(bars, t) + "," + score * (1 + close.length * 1e-16));
                }
            }
            case "random" -> {
                Random random = new Random();
                for (int t = 0; t < close.length; t++) {
                    rows.add(time(bars, t) + "," + random.nextGaussian());
                }
            }
            case "own-data" -> {
                for (String row : Files.readAllLines(Path.of(arguments[3]))) {
                    rows.add(row.split(",", -1)[0] + ",1");
                }
                rows.removeFirst();
            }
            case "crash" -> {
                System.err.println("Traceback (most recent call last):");
                System.err.println("KeyError: 'clos'");
                System.exit(7);
            }
            case "silent" -> {
                return;
            }
            case "hang" -> {
                // Renamed into place, so that who waits for it finds all of it.
                Path pid = Path.of("pid.tmp");
                Files.writeString(pid, String.valueOf(ProcessHandle.current().pid()));
                Files.move(pid, Path.of("pid"));
                new CountDownLatch(1).await();
            }
            default -> {
                Files.writeString(
                        Path.of(arguments[2]), arguments[0].replace(';', '\n').replace("T0", time(bars, 0)));
                return;
            }
        }
        rows.addFirst(header);
        Files.write(Path.of(arguments[2]), rows);
    }

    private static String time(List<String> bars, int bar) {
        return bars.get(bar + 1).split(",", -1)[0];
    }
}
