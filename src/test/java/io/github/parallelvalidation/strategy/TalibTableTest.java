package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tictactec.ta.lib.CoreAnnotated;
import com.tictactec.ta.lib.meta.annotation.FuncInfo;
import com.tictactec.ta.lib.meta.annotation.InputParameterInfo;
import com.tictactec.ta.lib.meta.annotation.InputParameterType;
import com.tictactec.ta.lib.meta.annotation.IntegerList;
import com.tictactec.ta.lib.meta.annotation.IntegerRange;
import com.tictactec.ta.lib.meta.annotation.OutputParameterInfo;
import com.tictactec.ta.lib.meta.annotation.OutputParameterType;
import com.tictactec.ta.lib.meta.annotation.RealRange;
import io.github.parallelvalidation.data.Bars;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The table that workers read says what TA-Lib's annotations say.
class TalibTableTest {
    /// Periods of which TA-Lib's annotations allow 1, with which the Java port reads outside its arrays.
    private static final Map<String, Integer> BROKEN_AT_ONE = Map.of("macd", 2, "macdFix", 0, "trix", 0, "ultOsc", 2);

    @Test
    void theTableIsThatOfTalib() {
        TalibTable.Read table = TalibTable.read();
        List<Method> methods = Arrays.stream(CoreAnnotated.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(FuncInfo.class))
                .toList();

        assertThat(table.lines()).hasSameSizeAs(methods);
        for (Method method : methods) {
            String name = method.getAnnotation(FuncInfo.class).name().toLowerCase(Locale.ROOT);
            List<String> outputs = table.lines().getOrDefault(name, List.of());
            assertThat(outputs).as(name).isNotEmpty();
            for (String output : outputs) {
                Function function = Objects.requireNonNull(table.functions().get(output));
                assertThat(inTable(function)).as(output).isEqualTo(inTalib(method));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> numbersThatTalibWouldRefuseAreRefusedByTheCompilerAndNoOthers() {
        return TalibTable.read().functions().keySet().stream()
                .map(name -> Functions.all().find(name).orElseThrow())
                .filter(function -> function.kernel() instanceof TalibFunction)
                .filter(function -> function.parameters().stream().anyMatch(TalibTableTest::isReal))
                .map(function -> DynamicTest.dynamicTest(function.name(), () -> takesItsRange(function)));
    }

    private static void takesItsRange(Function function) {
        Bars bars = TestBars.of(300);
        for (Function.Parameter option :
                function.parameters().stream().filter(TalibTableTest::isReal).toList()) {
            for (double end : new double[] {option.least(), option.most()}) {
                assertThat(TestBars.numbers(bars, call(function, option, String.valueOf(end))))
                        .hasSize(bars.length());
            }
            for (double beyond :
                    new double[] {1e300, -1e300, Math.nextUp(option.most()), Math.nextDown(option.least())}) {
                String written = String.valueOf(beyond);
                String expression = call(function, option, written);
                assertThatThrownBy(() -> TestBars.numbers(bars, expression))
                        .as(expression)
                        .isInstanceOfSatisfying(
                                ExpressionException.class,
                                e -> assertThat(e.column()).isEqualTo(expression.indexOf(written) + 1))
                        .hasMessageContaining(
                                "'%s' of %s must be %s".formatted(option.name(), function.name(), option.range()))
                        .hasMessageContaining(" to ");
            }
        }
    }

    private static boolean isReal(Function.Parameter parameter) {
        return parameter.kind() == Function.Kind.REAL;
    }

    /// With the others as they are where they are left out.
    private static String call(Function function, Function.Parameter option, String value) {
        return function.parameters().stream()
                .map(parameter -> parameter.equals(option)
                        ? value
                        : parameter.kind() == Function.Kind.SERIES
                                ? "close"
                                : String.valueOf(parameter.fallback().orElseThrow()))
                .collect(Collectors.joining(", ", function.name() + "(", ")"));
    }

    private static List<Object> inTable(Function function) {
        TalibFunction kernel = (TalibFunction) function.kernel();
        List<Object> facts =
                new ArrayList<>(List.of(kernel.method(), kernel.inputs(), kernel.outputs(), kernel.whole()));
        for (Function.Parameter option : kernel.options()) {
            facts.add(option.fallback().orElseThrow());
            facts.add(option.least());
            facts.add(option.most());
        }
        return facts;
    }

    private static List<Object> inTalib(Method method) {
        StringBuilder inputs = new StringBuilder();
        List<Object> options = new ArrayList<>();
        int outputs = 0;
        boolean whole = false;
        for (Annotation annotation : Arrays.stream(method.getParameterAnnotations())
                .flatMap(Arrays::stream)
                .toList()) {
            switch (annotation) {
                case InputParameterInfo input -> inputs.append(columns(input));
                case IntegerRange range ->
                    options.addAll(List.of((double) range.defaultValue(), (double) range.min(), (double) range.max()));
                case IntegerList list -> options.addAll(List.of((double) list.defaultValue(), 0.0, 8.0));
                case RealRange range -> options.addAll(List.of(range.defaultValue(), range.min(), range.max()));
                case OutputParameterInfo output -> {
                    outputs++;
                    whole = output.type() == OutputParameterType.TA_Output_Integer;
                }
                default -> {}
            }
        }
        // OBV alone mixes a series with a column; here its series is always the close.
        String all = inputs.toString().equals("RV") ? "CV" : inputs.toString();
        Integer broken = BROKEN_AT_ONE.get(method.getName());
        if (broken != null) {
            assertThat(options.set(3 * broken + 1, 2.0)).isEqualTo(1.0);
        }
        List<Object> facts = new ArrayList<>(List.of(method.getName(), all, outputs, whole));
        facts.addAll(options);
        return facts;
    }

    private static String columns(InputParameterInfo input) {
        if (input.type() == InputParameterType.TA_Input_Real) {
            return "R";
        }
        StringBuilder columns = new StringBuilder();
        for (int bit = 0; bit < 5; bit++) {
            if ((input.flags() & 1 << bit) != 0) {
                columns.append("OHLCV".charAt(bit));
            }
        }
        return columns.toString();
    }
}
