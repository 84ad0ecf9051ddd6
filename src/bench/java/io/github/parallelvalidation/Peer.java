package io.github.parallelvalidation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A Python program that works on the same bars.
///
/// @param modules what it needs to be installed
/// @param script below `src/bench/python`
record Peer(String name, String modules, String script) {
    static final Peer NUMPY = new Peer("NumPy and SciPy, the same worlds", "numpy, pandas, scipy", "worlds_numpy.py");
    static final Peer PANDAS = new Peer("pandas and SciPy, the same screen", "pandas, scipy", "screen_pandas.py");
    static final Peer VECTORBT = new Peer("vectorbt, one backtest", "vectorbt", "backtest_vectorbt.py");
    static final Peer BACKTESTING =
            new Peer("backtesting.py, one backtest", "pandas, backtesting", "backtest_backtesting.py");

    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    /// How to start it, or empty where it is not installed.
    ///
    /// @param bars a file or a folder of them
    Optional<List<String>> command(Path bars) throws IOException, InterruptedException {
        for (String python : PYTHONS) {
            Process probe = new ProcessBuilder(python, "-c", "import " + modules)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (probe.waitFor() == 0) {
                Path file = Path.of("src/bench/python", script).toAbsolutePath();
                return Optional.of(List.of(python, file.toString(), bars.toString()));
            }
        }
        return Optional.empty();
    }
}
