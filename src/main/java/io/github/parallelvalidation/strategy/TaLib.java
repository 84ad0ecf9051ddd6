package io.github.parallelvalidation.strategy;

import com.tictactec.ta.lib.meta.CoreMetaData;
import com.tictactec.ta.lib.meta.annotation.FuncInfo;
import com.tictactec.ta.lib.meta.annotation.InputParameterType;
import com.tictactec.ta.lib.meta.annotation.OptInputParameterInfo;
import io.github.parallelvalidation.data.Bars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// TA-Lib's functions under their names in lower case, with TA-Lib's arguments, defaults and warm-up. What they take of
/// high, low, close and volume they take by themselves.
final class TaLib {
    /// Outputs of functions that have several: our name to TA-Lib's function and the number of its output.
    private static final Map<String, Output> OUTPUTS = Map.ofEntries(
            Map.entry("macd", new Output("MACD", 0)),
            Map.entry("macd_signal", new Output("MACD", 1)),
            Map.entry("macd_hist", new Output("MACD", 2)),
            Map.entry("macdext", new Output("MACDEXT", 0)),
            Map.entry("macdext_signal", new Output("MACDEXT", 1)),
            Map.entry("macdext_hist", new Output("MACDEXT", 2)),
            Map.entry("macdfix", new Output("MACDFIX", 0)),
            Map.entry("macdfix_signal", new Output("MACDFIX", 1)),
            Map.entry("macdfix_hist", new Output("MACDFIX", 2)),
            Map.entry("stoch_k", new Output("STOCH", 0)),
            Map.entry("stoch_d", new Output("STOCH", 1)),
            Map.entry("stochf_k", new Output("STOCHF", 0)),
            Map.entry("stochf_d", new Output("STOCHF", 1)),
            Map.entry("stochrsi_k", new Output("STOCHRSI", 0)),
            Map.entry("stochrsi_d", new Output("STOCHRSI", 1)),
            Map.entry("aroon_down", new Output("AROON", 0)),
            Map.entry("aroon_up", new Output("AROON", 1)),
            Map.entry("mama", new Output("MAMA", 0)),
            Map.entry("fama", new Output("MAMA", 1)),
            Map.entry("minmax_min", new Output("MINMAX", 0)),
            Map.entry("minmax_max", new Output("MINMAX", 1)),
            Map.entry("minmaxindex_min", new Output("MINMAXINDEX", 0)),
            Map.entry("minmaxindex_max", new Output("MINMAXINDEX", 1)),
            Map.entry("ht_phasor_inphase", new Output("HT_PHASOR", 0)),
            Map.entry("ht_phasor_quadrature", new Output("HT_PHASOR", 1)),
            Map.entry("ht_sine", new Output("HT_SINE", 0)),
            Map.entry("ht_leadsine", new Output("HT_SINE", 1)));

    /// Ours instead, see [SeriesFunctions], and those that are only there in parts.
    private static final Set<String> NOT_AS_THEY_ARE = Set.of(
            "MIN",
            "MAX",
            "EXP",
            "SQRT",
            "STDDEV",
            "VAR",
            "BBANDS",
            "STOCH",
            "STOCHF",
            "STOCHRSI",
            "AROON",
            "MINMAX",
            "MINMAXINDEX",
            "HT_PHASOR");

    private record Output(String function, int index) {}

    /// Read at the first use of an indicator: reflection over the library costs some 100 ms.
    private static final class Catalog {
        private static final Map<String, Function> FUNCTIONS = functions();
    }

    private TaLib() {}

    static Optional<Function> find(String name) {
        return Optional.ofNullable(Catalog.FUNCTIONS.get(name));
    }

    static Set<String> names() {
        return Catalog.FUNCTIONS.keySet();
    }

    /// TA-Lib's MA of any type.
    static double[] movingAverage(Bars bars, double[] x, int period, int type) {
        return TaCall.compute("MA", 0, bars, List.of(x), new double[] {period, type});
    }

    private static Map<String, Function> functions() {
        Map<String, Function> functions = new HashMap<>();
        try {
            CoreMetaData.forEachFunc(meta -> {
                String name = meta.getFuncInfo().name();
                if (!NOT_AS_THEY_ARE.contains(name)) {
                    String ours = name.toLowerCase(Locale.ROOT);
                    functions.put(ours, function(ours, meta, 0));
                }
            });
            for (Map.Entry<String, Output> entry : OUTPUTS.entrySet()) {
                CoreMetaData meta = CoreMetaData.getInstance(entry.getValue().function());
                functions.put(
                        entry.getKey(),
                        function(entry.getKey(), meta, entry.getValue().index()));
            }
        } catch (Exception e) {
            throw new IllegalStateException("TA-Lib describes itself in another way than this program expects", e);
        }
        return Map.copyOf(functions);
    }

    private static Function function(String name, CoreMetaData meta, int output) {
        FuncInfo info = meta.getFuncInfo();
        List<Parameter> parameters = new ArrayList<>();
        int series = 0;
        for (int i = 0; i < info.nbInput(); i++) {
            boolean given = meta.getInputParameterInfo(i).type() != InputParameterType.TA_Input_Price;
            // OBV is the one that names its price like a free input.
            if (given && !info.name().equals("OBV")) {
                parameters.add(Parameter.series(info.nbInput() == 1 ? "x" : "x" + (series + 1)));
                series++;
            }
        }
        for (int i = 0; i < info.nbOptInput(); i++) {
            parameters.add(option(meta, i));
        }
        int inputs = series;
        String function = info.name();
        int options = info.nbOptInput();
        return new Function(name, parameters, info.hint(), (bars, arguments) -> {
            List<double[]> given = new ArrayList<>();
            for (int i = 0; i < inputs; i++) {
                given.add(arguments.series(i));
            }
            double[] numbers = new double[options];
            for (int i = 0; i < options; i++) {
                numbers[i] = arguments.number(inputs + i);
            }
            return new Value.Series(TaCall.compute(function, output, bars, given, numbers));
        });
    }

    private static Parameter option(CoreMetaData meta, int index) {
        OptInputParameterInfo info = meta.getOptInputParameterInfo(index);
        String name = info.paramName().replace("optIn", "").replace("_", "").toLowerCase(Locale.ROOT);
        return switch (info.type()) {
            case TA_OptInput_IntegerRange -> {
                var range = meta.getOptInputIntegerRange(index);
                yield new Parameter(name, Parameter.Kind.WHOLE, range.min(), range.max(), range.defaultValue());
            }
            case TA_OptInput_RealRange -> {
                var range = meta.getOptInputRealRange(index);
                yield new Parameter(name, Parameter.Kind.NUMBER, range.min(), range.max(), range.defaultValue());
            }
            case TA_OptInput_IntegerList, TA_OptInput_RealList ->
                new Parameter(
                        name,
                        Parameter.Kind.WHOLE,
                        0,
                        8,
                        meta.getOptInputIntegerList(index).defaultValue());
        };
    }
}
