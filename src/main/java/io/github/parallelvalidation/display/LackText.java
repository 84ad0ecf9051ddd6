package io.github.parallelvalidation.display;

import io.github.parallelvalidation.process.Shortage;
import io.github.parallelvalidation.process.ShortageException;
import java.util.Optional;

/// Says in a sentence what the machine has too little of, where that is why something failed.
public final class LackText {
    private LackText() {}

    public static Optional<String> of(Throwable failure) {
        return switch (failure) {
            case ShortageException lack -> Optional.of("%s: %s.".formatted(capital(lack.shortage()), firstLine(lack)));
            case OutOfMemoryError error ->
                Optional.of(Shortage.of(error).map(LackText::alone).orElseGet(ShortMemory::sentence));
            default -> Optional.empty();
        };
    }

    /// Java adds advice that is none here.
    private static String firstLine(ShortageException lack) {
        return String.valueOf(lack.getMessage()).lines().findFirst().orElse("").strip();
    }

    private static String alone(Shortage shortage) {
        return capital(shortage) + ".";
    }

    private static String capital(Shortage shortage) {
        String sentence = shortage.sentence();
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
