package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.PlainNumber;
import java.util.ArrayList;
import java.util.List;

/// What can be changed in `tiered-validation-protocol.yaml`, of one tier.
record ProtocolSettings(Tier tier) {

    SettingGroup group() {
        TierProtocol or = TierProtocol.defaults(tier);
        List<Setting> settings = new ArrayList<>(gates());
        settings.add(gate("max_fdr_q", "false-discovery q", "less than", ""));
        settings.add(gate("min_dsr", "deflated Sharpe", "more than", ""));
        settings.add(beside("data_period", "data", "", months(or)));
        settings.add(beside("warmup_bars", "warm-up", "bars", PlainNumber.of(or.warmupBars())));
        settings.add(
                beside("round_trip_cost_bps", "cost of a round trip", "bp", PlainNumber.of(or.roundTripCostBps())));
        settings.add(beside(
                "placebo_worlds",
                "luck: rebuilt markets",
                "",
                String.valueOf(or.placeboWorlds().worlds())));
        settings.add(beside(
                "placebo_worlds_max",
                "luck: at most",
                "",
                String.valueOf(or.placeboWorlds().most())));
        return new SettingGroup("Tier " + tier, settings);
    }

    private static String months(TierProtocol protocol) {
        long months = protocol.dataPeriod().toTotalMonths();
        return months % 12 == 0 ? months / 12 + " year" : months + " months";
    }

    private List<Setting> gates() {
        return switch (tier) {
            case L0 -> l0(L0Gates.DEFAULT);
            case L1 -> l1(L1Gates.DEFAULT);
        };
    }

    private List<Setting> l0(L0Gates or) {
        return List.of(
                gate("min_signal_frequency", "signals", "more than", PlainNumber.of(or.minSignalFrequency())),
                gate("hit_rate_not_equal", "hit rate", "not", PlainNumber.of(or.hitRateNotEqual())),
                gate("hit_rate_tolerance", "hit rate", "away by more than", PlainNumber.of(or.hitRateTolerance())),
                gate("min_ic", "ic", "more than", PlainNumber.of(or.minIc())));
    }

    private List<Setting> l1(L1Gates or) {
        return List.of(
                gate("min_sharpe", "sharpe", "more than", PlainNumber.of(or.minSharpe())),
                gate("min_profit_factor", "profit factor", "more than", PlainNumber.of(or.minProfitFactor())),
                gate("min_trades", "trades", "more than", PlainNumber.of(or.minTrades())));
    }

    private Setting gate(String key, String label, String unit, String usual) {
        return new Setting(new Setting.Kind.Text(), List.of(gatesSection(), tierSection()), key, label, unit, usual);
    }

    private Setting beside(String key, String label, String unit, String usual) {
        return new Setting(new Setting.Kind.Text(), List.of(tierSection(), gatesSection()), key, label, unit, usual);
    }

    private List<String> tierSection() {
        return List.of("tiers", tier.name());
    }

    private List<String> gatesSection() {
        return List.of("tiers", tier.name(), "gates");
    }
}
