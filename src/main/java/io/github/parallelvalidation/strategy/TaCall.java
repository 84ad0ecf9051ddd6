package io.github.parallelvalidation.strategy;

import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.meta.CoreMetaData;
import com.tictactec.ta.lib.meta.annotation.FuncInfo;
import com.tictactec.ta.lib.meta.annotation.InputParameterType;
import com.tictactec.ta.lib.meta.annotation.OutputParameterType;
import io.github.parallelvalidation.data.Bars;
import java.util.Arrays;
import java.util.List;

/// One call of TA-Lib. A series may begin with NaN, or have NaN within, as other functions leave them: TA-Lib, which
/// knows no NaN, is run on each stretch without, and begins anew with its warm-up.
final class TaCall {
    private static final List<String> AVERAGES =
            Arrays.stream(MAType.values()).map(Enum::name).toList();

    private TaCall() {}

    /// @param given the free inputs, in order
    /// @param options all optional inputs, in order
    /// @return one value per bar
    static double[] compute(String function, int output, Bars bars, List<double[]> given, double[] options) {
        double[] result = Rolling.nan(bars.size());
        int from = 0;
        while (from < bars.size()) {
            if (!isFinite(given, from)) {
                from++;
                continue;
            }
            int to = from;
            while (to < bars.size() && isFinite(given, to)) {
                to++;
            }
            stretch(function, output, bars, given, options, from, to, result);
            from = to;
        }
        return result;
    }

    private static boolean isFinite(List<double[]> given, int bar) {
        return given.stream().allMatch(series -> Double.isFinite(series[bar]));
    }

    private static void stretch(
            String function,
            int output,
            Bars bars,
            List<double[]> given,
            double[] options,
            int from,
            int to,
            double[] result) {
        int size = to - from;
        try {
            CoreMetaData meta = CoreMetaData.getInstance(function);
            setInputs(meta, bars, given, from, to);
            setOptions(meta, options);
            if (size <= meta.getLookback()) {
                return;
            }
            double[] values = new double[size];
            int[] wholes = new int[size];
            boolean isWhole = setOutputs(meta, output, values, wholes);
            MInteger first = new MInteger();
            MInteger count = new MInteger();
            meta.callFunc(0, size - 1, first, count);
            for (int i = 0; i < count.value; i++) {
                result[from + first.value + i] = isWhole ? wholes[i] : values[i];
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("TA-Lib cannot be called as it describes itself: " + function, e);
        }
    }

    private static void setInputs(CoreMetaData meta, Bars bars, List<double[]> given, int from, int to) {
        FuncInfo info = meta.getFuncInfo();
        int next = 0;
        for (int i = 0; i < info.nbInput(); i++) {
            if (meta.getInputParameterInfo(i).type() == InputParameterType.TA_Input_Price) {
                meta.setInputParamPrice(
                        i,
                        cut(bars.open(), from, to),
                        cut(bars.high(), from, to),
                        cut(bars.low(), from, to),
                        cut(bars.close(), from, to),
                        cut(bars.volume(), from, to),
                        new double[to - from]);
            } else {
                double[] series = next < given.size() ? given.get(next) : bars.close();
                meta.setInputParamReal(i, cut(series, from, to));
                next++;
            }
        }
    }

    private static double[] cut(double[] series, int from, int to) {
        return from == 0 && to == series.length ? series : Arrays.copyOfRange(series, from, to);
    }

    private static void setOptions(CoreMetaData meta, double[] options) {
        for (int i = 0; i < options.length; i++) {
            switch (meta.getOptInputParameterInfo(i).type()) {
                case TA_OptInput_RealRange, TA_OptInput_RealList -> meta.setOptInputParamReal(i, options[i]);
                case TA_OptInput_IntegerRange -> meta.setOptInputParamInteger(i, (int) options[i]);
                // The one list that TA-Lib has is that of its averages, and it wants their names.
                case TA_OptInput_IntegerList -> meta.setOptInputParamInteger(i, AVERAGES.get((int) options[i]));
            }
        }
    }

    /// @return whether the wanted output holds whole numbers
    private static boolean setOutputs(CoreMetaData meta, int output, double[] values, int[] wholes) {
        FuncInfo info = meta.getFuncInfo();
        boolean isWhole = false;
        for (int i = 0; i < info.nbOutput(); i++) {
            boolean whole = meta.getOutputParameterInfo(i).type() == OutputParameterType.TA_Output_Integer;
            if (whole) {
                meta.setOutputParamInteger(i, i == output ? wholes : new int[values.length]);
            } else {
                meta.setOutputParamReal(i, i == output ? values : new double[values.length]);
            }
            isWhole |= i == output && whole;
        }
        return isWhole;
    }
}
