package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.compare.ComparedStrategy;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.evidence.Given;
import io.github.parallelvalidation.evidence.PriceBars;
import io.github.parallelvalidation.evidence.Prices;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.trace.ClosedTrade;
import io.github.parallelvalidation.trace.SignalEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The last closes of each day of the markets of several strategies, each 100 on the first day that all have, and what
/// each strategy did on which day. Where they have no day in common each market is 100 on its own first.
///
/// @param days on which any of the markets has a bar, oldest first, from the first that all have
/// @param isCommon whether there is a day that all have
/// @param lacking why something is not there, in sentences
public record DailyPrices(
        List<LocalDate> days, List<Market> markets, List<Lane> lanes, boolean isCommon, List<String> lacking) {
    private static final double START = 100;

    public DailyPrices {
        days = List.copyOf(days);
        markets = List.copyOf(markets);
        lanes = List.copyOf(lanes);
        lacking = List.copyOf(lacking);
    }

    /// One of the markets.
    ///
    /// @param closes by day; NaN where there was no bar
    /// @param strategy the number of the strategy whose market it is; empty where several have it
    public record Market(String symbol, List<Double> closes, OptionalInt strategy) {}

    /// What a strategy did, as counts by day.
    public record Lane(String id, List<Integer> buys, List<Integer> sells) {
        public Lane {
            buys = List.copyOf(buys);
            sells = List.copyOf(sells);
        }
    }

    /// @param prices of each of the strategies
    /// @return empty where none has bars
    public static Optional<DailyPrices> of(Tier tier, List<ComparedStrategy> strategies, List<Prices> prices) {
        Map<String, NavigableMap<LocalDate, Double>> closes = new LinkedHashMap<>();
        Map<String, List<Integer>> owners = new HashMap<>();
        List<String> lacking = new ArrayList<>();
        for (int i = 0; i < strategies.size(); i++) {
            Optional<PriceBars> bars = prices.get(i).bars().filter(some -> some.count() > 0);
            if (bars.isEmpty()) {
                lacking.add(strategies.get(i).id() + ": " + prices.get(i).lacking());
            } else {
                String symbol = bars.get().symbol();
                closes.computeIfAbsent(symbol, _ -> new TreeMap<>()).putAll(byDay(bars.get()));
                owners.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(i);
            }
        }
        if (closes.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        closes.values().forEach(market -> days.addAll(market.keySet()));
        Optional<LocalDate> common = common(closes.values());
        List<LocalDate> inOrder =
                List.copyOf(common.<SortedSet<LocalDate>>map(days::tailSet).orElse(days));
        List<Market> markets = new ArrayList<>();
        closes.forEach((symbol, market) -> markets.add(
                new Market(symbol, from100(market, inOrder), single(owners.getOrDefault(symbol, List.of())))));
        List<Lane> lanes = strategies.stream()
                .map(strategy -> lane(tier, strategy, inOrder, lacking))
                .toList();
        return Optional.of(new DailyPrices(inOrder, markets, lanes, common.isPresent(), lacking));
    }

    /// The first day that all have; empty where one ends before another begins.
    private static Optional<LocalDate> common(Collection<NavigableMap<LocalDate, Double>> markets) {
        LocalDate start = LocalDate.MIN;
        LocalDate end = LocalDate.MAX;
        for (NavigableMap<LocalDate, Double> market : markets) {
            start = start.isAfter(market.firstKey()) ? start : market.firstKey();
            end = end.isBefore(market.lastKey()) ? end : market.lastKey();
        }
        return start.isAfter(end) ? Optional.empty() : Optional.of(start);
    }

    private static OptionalInt single(List<Integer> owners) {
        return owners.size() == 1 ? OptionalInt.of(owners.getFirst()) : OptionalInt.empty();
    }

    private static NavigableMap<LocalDate, Double> byDay(PriceBars bars) {
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        for (int bar = 0; bar < bars.count(); bar++) {
            days.put(day(Instant.ofEpochMilli(bars.time(bar))), bars.close(bar));
        }
        return days;
    }

    private static List<Double> from100(NavigableMap<LocalDate, Double> closes, List<LocalDate> days) {
        Map.Entry<LocalDate, Double> first = closes.ceilingEntry(days.getFirst());
        double base = first == null ? Double.NaN : first.getValue();
        return days.stream()
                .map(day -> START * closes.getOrDefault(day, Double.NaN) / base)
                .toList();
    }

    private static Lane lane(Tier tier, ComparedStrategy strategy, List<LocalDate> days, List<String> lacking) {
        Map<LocalDate, Integer> places = new HashMap<>();
        IntStream.range(0, days.size()).forEach(place -> places.put(days.get(place), place));
        int[] buys = new int[days.size()];
        int[] sells = new int[days.size()];
        Given<?> given = tier == Tier.L0
                ? strategy.evidence().events()
                : strategy.evidence().trades();
        if (given.value().isEmpty()) {
            lacking.add("%s: %s.".formatted(strategy.id(), given.why()));
        }
        if (tier == Tier.L0) {
            for (SignalEvent event : strategy.evidence().events().value().orElse(List.of())) {
                count(event.isLong() ? buys : sells, places.get(day(event.time())));
            }
        } else {
            for (ClosedTrade trade : strategy.evidence().trades().value().orElse(List.of())) {
                count(trade.isLong() ? buys : sells, places.get(day(trade.entry())));
            }
        }
        return new Lane(
                strategy.id().value(),
                Arrays.stream(buys).boxed().toList(),
                Arrays.stream(sells).boxed().toList());
    }

    /// What lies before the first day that all have is left out.
    private static void count(int[] days, @Nullable Integer place) {
        if (place != null) {
            days[place]++;
        }
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /// "2023-07-14: BTCUSD 104.2 · STR-201 ▲2 ▼1"
    String words(int place) {
        StringBuilder words = new StringBuilder(days.get(place) + ":");
        String before = " ";
        for (Market market : markets) {
            double close = market.closes().get(place);
            words.append(before)
                    .append(market.symbol())
                    .append(' ')
                    .append(Double.isNaN(close) ? Figures.MISSING : PlainNumber.fixed(close, 1));
            before = " · ";
        }
        for (Lane lane : lanes) {
            int buys = lane.buys().get(place);
            int sells = lane.sells().get(place);
            if (buys + sells > 0) {
                words.append(" · ")
                        .append(lane.id())
                        .append(buys > 0 ? " ▲" + buys : "")
                        .append(sells > 0 ? " ▼" + sells : "");
            }
        }
        return words.toString();
    }
}
