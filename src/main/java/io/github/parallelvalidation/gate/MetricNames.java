package io.github.parallelvalidation.gate;

/// The metric names of result files and JSON, which several packages read and write.
public final class MetricNames {
    public static final String SIGNAL_FREQUENCY = "signal_frequency";
    public static final String HIT_RATE = "hit_rate";
    public static final String HIT_RATE_P_VALUE = "hit_rate_p_value";
    public static final String HIT_RATE_BASE = "hit_rate_base";
    public static final String IC = "ic";
    public static final String IC_P_VALUE = "ic_p_value";
    public static final String IC_Q_VALUE = "ic_q_value";
    public static final String IC_BY_MONTH = "ic_by_month";
    public static final String LUCK = "luck";
    public static final String CONFLICTS = "conflicts";
    public static final String OBSERVATIONS = "observations";
    public static final String SHARPE = "sharpe";
    public static final String PROFIT_FACTOR = "profit_factor";
    public static final String TRADES = "trades";

    private MetricNames() {}
}
