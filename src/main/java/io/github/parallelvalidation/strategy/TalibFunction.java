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
import org.jspecify.annotations.Nullable;

/// Calls one TA-Lib method. Before its first output, and where an input is not finite, the results are NaN; after a gap
/// in the inputs the indicator starts anew.
final class TalibFunction implements Function.Kernel {
    /// Where an option is a moving-average type, 0 to 8 as in Python.
    static final String MA_TYPE = "ma";

    private final String method;
    private final String inputs;
    private final List<Function.Parameter> options;
    private final int outputs;
    private final boolean whole;

    /// Found when it is first called.
    private @Nullable Method code;

    /// @param method the name in [Core]
    /// @param inputs `R` for a series argument, `O H L C V` for a column
    /// @param options the constant arguments
    /// @param outputs how many series the method gives
    /// @param whole whether the outputs are whole numbers
    TalibFunction(String method, String inputs, List<Function.Parameter> options, int outputs, boolean whole) {
        this.method = method;
        this.inputs = inputs;
        this.options = List.copyOf(options);
        this.outputs = outputs;
        this.whole = whole;
    }

    String method() {
        return method;
    }

    String inputs() {
        return inputs;
    }

    List<Function.Parameter> options() {
        return options;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    boolean whole() {
        return whole;
    }

    /// Loaded when the first function is called: TA-Lib is one class so large that loading it takes 60 ms.
    private static final class Library {
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

        private Library() {}
    }

    @Override
    public boolean readsVolume() {
        return inputs.indexOf('V') >= 0;
    }

    @Override
    public boolean readsPrices() {
        return inputs.chars().anyMatch(input -> "OHLC".indexOf(input) >= 0);
    }

    @Override
    public void apply(Bars bars, double[][] series, double[] constants, double[][] out, Scratch scratch) {
        double[][] columns = columns(bars, series);
        int length = bars.length();
        if (length > 0 && !whole && endOfFinite(columns, 0, length) == length) {
            wholeLength(columns, length, constants, out);
            return;
        }
        for (double[] result : out) {
            Arrays.fill(result, Double.NaN);
        }
        for (int start = 0; start < length; ) {
            int end = endOfFinite(columns, start, length);
            if (end > start) {
                segment(columns, start, end, constants, out, scratch);
            }
            start = end + 1;
        }
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

    /// The first row from `start` on where an input is not finite, or the length.
    private static int endOfFinite(double[][] columns, int start, int length) {
        int end = length;
        for (double[] column : columns) {
            int row = start;
            while (row < end && Math.abs(column[row]) <= Double.MAX_VALUE) {
                row++;
            }
            end = row;
        }
        return end;
    }

    /// Without gaps TA-Lib fills the results themselves, from their beginning on; they are moved to their place.
    private void wholeLength(double[][] columns, int length, double[] constants, double[][] out) {
        Filled filled = call(columns, length, constants, out);
        for (double[] result : out) {
            System.arraycopy(result, 0, result, filled.begin(), filled.count());
            Arrays.fill(result, 0, filled.begin(), Double.NaN);
            Arrays.fill(result, filled.begin() + filled.count(), length, Double.NaN);
        }
    }

    private void segment(double[][] columns, int start, int end, double[] constants, double[][] out, Scratch scratch) {
        int length = end - start;
        double[][] parts = new double[columns.length][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = scratch.numbers(i, length);
            System.arraycopy(columns[i], start, parts[i], 0, length);
        }
        Object[] raw = new Object[outputs];
        for (int i = 0; i < outputs; i++) {
            raw[i] = whole ? scratch.wholes(i, length) : scratch.numbers(parts.length + i, length);
        }
        Filled filled = call(parts, length, constants, raw);
        for (int output = 0; output < outputs; output++) {
            for (int i = 0; i < filled.count(); i++) {
                out[output][start + filled.begin() + i] =
                        raw[output] instanceof int[] ints ? ints[i] : ((double[]) raw[output])[i];
            }
        }
    }

    /// The range of rows that TA-Lib filled.
    private record Filled(int begin, int count) {}

    private Filled call(double[][] columns, int length, double[] constants, Object[] results) {
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        List<Object> arguments = new ArrayList<>(List.of(0, length - 1));
        arguments.addAll(List.of(columns));
        for (int i = 0; i < constants.length; i++) {
            arguments.add(option(i, constants[i]));
        }
        arguments.add(begin);
        arguments.add(count);
        arguments.addAll(List.of(results));
        try {
            Object answer = find().invoke(Library.CORE, arguments.toArray());
            if (answer != RetCode.Success) {
                throw new IllegalArgumentException("TA-Lib's " + method + " refused its arguments: " + answer);
            }
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("TA-Lib's " + method + " failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("TA-Lib has no method " + method + " of this form", e);
        }
        return new Filled(begin.value, count.value);
    }

    private Object option(int index, double value) {
        Function.Parameter parameter = options.get(index);
        if (parameter.name().endsWith(MA_TYPE)) {
            return Library.MA_TYPES.get((int) value);
        }
        return parameter.kind() == Function.Kind.WHOLE ? (Object) (int) value : (Object) value;
    }

    private Method find() throws NoSuchMethodException {
        Method known = code;
        if (known != null) {
            return known;
        }
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
        Method found = Core.class.getMethod(method, types.toArray(Class<?>[]::new));
        code = found;
        return found;
    }
}
