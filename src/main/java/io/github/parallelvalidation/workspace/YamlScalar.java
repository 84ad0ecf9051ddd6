package io.github.parallelvalidation.workspace;

import io.github.parallelvalidation.number.PlainNumber;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A single value.
///
/// @param style how it was written
/// @param value its content, quotes and escapes resolved
public record YamlScalar(Source source, Span span, Style style, String value) implements YamlNode {
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "off");

    /// How a scalar is written, which an edit keeps.
    public enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        BLOCK,
        ALIAS
    }

    /// Nothing at all, or the sign for it; a word such as `null` is none.
    public boolean isBlank() {
        return value.isBlank() || (unquoted() && value.equals("~"));
    }

    boolean isNullValue() {
        return unquoted() && NULLS.contains(value);
    }

    /// The whole number this stands for, when it is written as one.
    public Optional<Long> integer() {
        if (!unquoted() || !NumberForm.isWhole(value)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(value.replace("_", "")));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /// The finite number this stands for, when it is written as one.
    public Optional<Double> number() {
        return unquoted() ? number(value) : Optional.empty();
    }

    /// The finite number that a text without quotes stands for, when it stands for one.
    public static Optional<Double> number(String text) {
        if (!NumberForm.isNumber(text)) {
            return Optional.empty();
        }
        double number = Double.parseDouble(text.replace("_", ""));
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }

    /// The truth value this stands for, when it is written as one.
    public Optional<Boolean> truth() {
        String word = value.toLowerCase(Locale.ROOT);
        if (!unquoted() || !(TRUE.contains(word) || FALSE.contains(word))) {
            return Optional.empty();
        }
        return Optional.of(TRUE.contains(word));
    }

    public int asInt(String what, int min, int max) {
        return integer()
                .filter(number -> number >= min && number <= max)
                .map(Long::intValue)
                .orElseThrow(() -> problem("%s must be a whole number from %d to %s, found %s"
                        .formatted(what, min, max == Integer.MAX_VALUE ? "any" : max, describe())));
    }

    public double asDouble(String what, double min, double max) {
        return number().filter(number -> number >= min && number <= max)
                .orElseThrow(() -> problem("%s must be a number%s%s, found %s"
                        .formatted(
                                what,
                                min == -Double.MAX_VALUE ? "" : " from " + PlainNumber.of(min),
                                max == Double.MAX_VALUE ? "" : " to " + PlainNumber.of(max),
                                describe())));
    }

    public boolean asBoolean(String what) {
        return truth().orElseThrow(() -> problem(what + " must be true or false, found " + describe()));
    }

    /// A time from 1970 to 9999, so that no two are too far apart to reckon with.
    public Instant asInstant(String what) {
        try {
            Instant instant = Instant.parse(value);
            if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(LAST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw problem(noTime(what), e);
        }
        throw problem(noTime(what));
    }

    private String noTime(String what) {
        return "%s must be a time such as 2026-01-02T03:04:05Z, found %s".formatted(what, describe());
    }

    /// One of the words that the constants of a type are, in any case.
    public <E extends Enum<E>> E asWord(String what, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        throw problem(
                "%s must be one of %s, found %s".formatted(what, Arrays.toString(type.getEnumConstants()), describe()));
    }

    public StrategyId asStrategyId(String what) {
        return StrategyId.parse(value)
                .orElseThrow(() -> problem("%s must be %s, found %s".formatted(what, StrategyId.FORM, describe())));
    }

    private boolean unquoted() {
        return style == Style.PLAIN || style == Style.ALIAS;
    }

    @Override
    public String describe() {
        return isNullValue() ? "nothing" : Printable.quoted(value);
    }
}
