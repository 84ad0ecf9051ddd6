package io.github.parallelvalidation.format;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Chooses the volume column of a file that has several: the one in the base coin, as with `Volume BTC` beside `Volume
/// USD`, or `volumefrom` beside `volumeto`.
///
/// @param names of all columns, in small letters and digits only
/// @param sample of what they hold
record VolumeNames(List<String> names, Sample sample) {
    private static final Set<String> PLAIN = Set.of("volume", "vol", "v", "basevolume", "volumebase", "volumefrom");
    private static final Set<String> QUOTE = Set.of(
            "fiat",
            "usd",
            "usdt",
            "usdc",
            "busd",
            "fdusd",
            "tusd",
            "usdp",
            "dai",
            "eur",
            "gbp",
            "jpy",
            "krw",
            "try",
            "brl",
            "aud",
            "cad",
            "chf",
            "rub",
            "inr",
            "quote",
            "quoteasset",
            "currency",
            "to",
            "notional");
    /// Huobi calls the volume in the base coin the amount, and that in the quote coin `vol`.
    private static final List<String> HUOBI = List.of("id", "amount", "vol", "count");

    /// Volumes of something else.
    private static final Pattern PARTS = Pattern.compile("taker|buy|sell|bid|ask|ma[0-9]|avg|average|mean|change|tick");

    VolumeNames {
        names = List.copyOf(names);
    }

    OptionalInt best() {
        OptionalInt traded = names.containsAll(HUOBI) ? OptionalInt.of(names.indexOf("amount")) : traded();
        // Most brokers do not know what was traded, and write 0: then how often the price changed is what there is.
        OptionalInt ticks = first(name -> name.startsWith("tick") && !name.equals("ticker"));
        boolean isKnown = traded.isPresent() && (ticks.isEmpty() || !sample.isZero(traded.getAsInt()));
        return isKnown || ticks.isEmpty() ? traded : ticks;
    }

    private OptionalInt traded() {
        OptionalInt plain = first(PLAIN::contains);
        if (plain.isPresent()) {
            return plain;
        }
        OptionalInt base = first(name -> isVolume(name) && !QUOTE.contains(unit(name)));
        return base.isPresent() ? base : first(VolumeNames::isVolume);
    }

    private OptionalInt first(Predicate<String> wanted) {
        return IntStream.range(0, names.size())
                .filter(i -> wanted.test(names.get(i)))
                .findFirst();
    }

    private static boolean isVolume(String name) {
        return (name.startsWith("vol") || name.endsWith("volume") || name.endsWith("vol"))
                && !PARTS.matcher(name).find();
    }

    /// What is left of a name without the word.
    private static String unit(String name) {
        return name.replaceFirst("volume|vol", "");
    }
}
