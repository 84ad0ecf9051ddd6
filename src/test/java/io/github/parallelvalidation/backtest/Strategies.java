package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Strategies written down in a test.
public final class Strategies {
    private Strategies() {}

    /// One that brings a program, which is never run here.
    static Strategy withProgram(int horizon) {
        return of("signal: {command: [none, '{bars}', '{signals}'], horizon: %d}".formatted(horizon));
    }

    /// @param sections of `parameters.yaml`, without asset and timeframe
    public static Strategy of(String sections) {
        try {
            Path file = Files.createTempFile("parameters", ".yaml");
            try {
                Files.writeString(file, "version: 1\nasset: BTCUSD\ntimeframe: 1h\n" + sections + "\n");
                return StrategyFile.read(file).strategy();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
