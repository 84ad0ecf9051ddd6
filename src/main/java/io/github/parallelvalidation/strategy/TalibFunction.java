package io.github.parallelvalidation.strategy;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.github.parallelvalidation.data.Bars;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Calls one TA-Lib method and takes one of its outputs. Before the first output, and where an input is not
/// finite, the result is NaN; after a gap in the inputs the indicator starts anew.
///
/// @param method the name in [Core]
/// @param inputs `R` for a series argument, `O H L C V` for a column
/// @param options the constant arguments
/// @param outputs how many series the method gives
/// @param output which of them this is
/// @param whole whether the outputs are whole numbers
record TalibFunction(
        String method, String inputs, List<Function.Parameter> options, int outputs, int output, boolean whole)
        implements Function.Kernel {
    private static final Core CORE = new Core();
    /// In the order of the numbers by which Python names them.
    private static final List<MAType> MA_TYPES = List.of(
            MAType.Sma,
            MAType.Ema,
            MAType.Wma,
            MAType.Dema,
            MAType.Tema,
            MAType.Trima,
            MAType.Kama,
            MAType.Mama,
            MAType.T3);

    public TalibFunction {
        options = List.copyOf(options);
    }

    /// Where an option is a moving-average type, 0 to 8 as in Python.
    static final String MA_TYPE = "ma";

    @Override
    public double[] apply(Bars bars, double[][] series, double[] constants) {
        double[][] columns = columns(bars, series);
        double[] result = new double[bars.length()];
        Arrays.fill(result, Double.NaN);
        int start = 0;
        while (start < result.length) {
            int end = start;
            while (end < result.length && allFinite(columns, end)) {
                end++;
            }
            if (end > start) {
                segment(columns, start, end, constants, result);
            }
            start = end + 1;
        }
        return result;
    }

    private double[][] columns(Bars bars, double[][] series) {
        double[][] columns = new double[inputs.length()][];
        int next = 0;
        for (int i = 0; i < columns.length; i++) {
            columns[i] = switch (inputs.charAt(i)) {
                case 'O' -> bars.open();
                case 'H' -> bars.high();
                case 'L' -> bars.low();
                case 'C' -> bars.close();
                case 'V' -> bars.volume();
                default -> series[next++];
            };
        }
        return columns;
    }

    private static boolean allFinite(double[][] columns, int row) {
        for (double[] column : columns) {
            if (!Double.isFinite(column[row])) {
                return false;
            }
        }
        return true;
    }

    private void segment(double[][] columns, int start, int end, double[] constants, double[] result) {
        int length = end - start;
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        List<Object> arguments = new ArrayList<>(List.of(0, length - 1));
        for (double[] column : columns) {
            arguments.add(length == column.length ? column : Arrays.copyOfRange(column, start, end));
        }
        for (int i = 0; i < constants.length; i++) {
            arguments.add(option(i, constants[i]));
        }
        arguments.add(begin);
        arguments.add(count);
        int firstOutput = arguments.size();
        for (int i = 0; i < outputs; i++) {
            arguments.add(whole ? new int[length] : new double[length]);
        }
        call(arguments);
        Object values = arguments.get(firstOutput + output);
        for (int i = 0; i < count.value; i++) {
            result[start + begin.value + i] = values instanceof int[] ints ? ints[i] : ((double[]) values)[i];
        }
    }

    private Object option(int index, double value) {
        Function.Parameter parameter = options.get(index);
        if (parameter.name().endsWith(MA_TYPE)) {
            return MA_TYPES.get((int) value);
        }
        return parameter.kind() == Function.Kind.WHOLE ? (Object) (int) value : (Object) value;
    }

    private void call(List<Object> arguments) {
        try {
            Object code = find().invoke(CORE, arguments.toArray());
            if (code != RetCode.Success) {
                throw new IllegalArgumentException("TA-Lib's " + method + " refused its arguments: " + code);
            }
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("TA-Lib's " + method + " failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("TA-Lib has no method " + method + " of this form", e);
        }
    }

    private Method find() throws NoSuchMethodException {
        List<Class<?>> types = new ArrayList<>(List.of(int.class, int.class));
        for (int i = 0; i < inputs.length(); i++) {
            types.add(double[].class);
        }
        for (Function.Parameter parameter : options) {
            if (parameter.name().endsWith(MA_TYPE)) {
                types.add(MAType.class);
            } else {
                types.add(parameter.kind() == Function.Kind.WHOLE ? int.class : double.class);
            }
        }
        types.add(MInteger.class);
        types.add(MInteger.class);
        for (int i = 0; i < outputs; i++) {
            types.add(whole ? int[].class : double[].class);
        }
        return Core.class.getMethod(method, types.toArray(Class<?>[]::new));
    }
}
