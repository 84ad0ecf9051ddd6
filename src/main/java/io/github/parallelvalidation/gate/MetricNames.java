package io.github.parallelvalidation.gate;

import java.util.Set;

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
    public static final String RETURN_BY_SCORE_DECILE = "return_by_score_decile";
    public static final String LUCK = "luck";
    public static final String IC_NOISE_95 = "ic_noise_95";
    public static final String IC_P_ADJUSTED = "ic_p_adjusted";
    public static final String PLACEBO = "placebo";
    public static final String PLACEBO_METHOD = "placebo_method";
    public static final String PLACEBO_WORLDS = "placebo_worlds";
    public static final String PLACEBO_SHA256 = "placebo_sha256";
    public static final String PLACEBO_LIMITS = "placebo_limits";
    public static final String CONFLICTS = "conflicts";
    public static final String OBSERVATIONS = "observations";
    public static final String SHARPE = "sharpe";
    public static final String SHARPE_P_VALUE = "sharpe_p_value";
    public static final String SHARPE_P_ADJUSTED = "sharpe_p_adjusted";
    public static final String SHARPE_NOISE_95 = "sharpe_noise_95";
    public static final String PROFIT_FACTOR = "profit_factor";
    public static final String TRADES = "trades";
    public static final String WIN_RATE = "win_rate";
    public static final String TOTAL_RETURN = "total_return";
    public static final String MAX_DRAWDOWN = "max_drawdown";
    public static final String EXPOSURE = "exposure";
    public static final String BENCHMARK_RETURN = "benchmark_return";
    public static final String DAYS = "days";
    public static final String SKEWNESS = "skewness";
    public static final String KURTOSIS = "kurtosis";
    public static final String AUTOCORRELATION = "autocorrelation";
    public static final String PSR = "psr";
    public static final String MIN_TRACK_RECORD_DAYS = "min_track_record_days";
    public static final String SHARPE_POWER = "sharpe_power";
    public static final String SANITY_FLAGS = "sanity_flags";
    public static final String VARIANTS = "variants";
    public static final String DSR = "dsr";
    public static final String DSR_2014 = "dsr_2014";
    public static final String DSR_TRIALS = "dsr_trials";
    public static final String DSR_TRIALS_COUNTED = "dsr_trials_counted";
    public static final String SAME_IDEA_AS = "same_idea_as";
    public static final String EARLIER_PASS = "earlier_pass";

    /// What only a whole run can tell, whichever worker measured: no worker has it.
    public static final Set<String> OF_THE_RUN = Set.of(
            IC_Q_VALUE,
            IC_P_ADJUSTED,
            SHARPE_P_ADJUSTED,
            PLACEBO_SHA256,
            PSR,
            MIN_TRACK_RECORD_DAYS,
            SHARPE_POWER,
            DSR,
            DSR_2014,
            DSR_TRIALS,
            DSR_TRIALS_COUNTED,
            SAME_IDEA_AS,
            EARLIER_PASS);

    private MetricNames() {}
}
