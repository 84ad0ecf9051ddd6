package io.github.parallelvalidation.ui.text;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// What the sources of the window say in their string literals, and which texts they ask for.
record WindowSources(List<Literal> literals, List<Use> uses) {
    private static final Path WINDOW = Path.of("src/main/java/io/github/parallelvalidation/ui");

    /// A string literal that is no key.
    ///
    /// @param place to which call it is given as which argument: `setText#0`; empty where to none
    record Literal(Path file, long line, String value, String place) {}

    /// A text that is asked for.
    ///
    /// @param key empty where it is no literal
    /// @param place as of a literal
    record Use(Path file, long line, String method, String key, int values, String place) {}

    static WindowSources read() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files;
        try (Stream<Path> all = Files.walk(WINDOW)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(WINDOW.resolve("text")))
                    .sorted()
                    .toList();
        }
        WindowSources sources = new WindowSources(new ArrayList<>(), new ArrayList<>());
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                sources.new Walk(trees, unit).scan(unit, null);
            }
        }
        return sources;
    }

    /// @param call as `setText`, `Banner.of` or `new Label`
    private static String place(String call, List<? extends ExpressionTree> arguments, Tree argument) {
        int index = arguments.indexOf(argument);
        return index < 0 ? "" : call + "#" + index;
    }

    private final class Walk extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final Path file;

        Walk(Trees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
            file = WINDOW.toAbsolutePath()
                    .relativize(Path.of(unit.getSourceFile().toUri()));
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            if (literal.getValue() instanceof String value) {
                literals.add(new Literal(file, line(literal), value, place(getCurrentPath())));
            }
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getExpression().toString().equals("Texts")) {
                String method = select.getIdentifier().toString();
                int before = method.equals("counted") ? 2 : 1;
                String key = call.getArguments().getFirst() instanceof LiteralTree literal
                        ? String.valueOf(literal.getValue())
                        : "";
                uses.add(new Use(
                        file, line(call), method, key, call.getArguments().size() - before, place(getCurrentPath())));
                call.getArguments().stream().skip(1).forEach(argument -> scan(argument, null));
                return null;
            }
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
            if (reference.getQualifierExpression().toString().equals("Texts")) {
                uses.add(new Use(file, line(reference), "", "", 0, ""));
            }
            return super.visitMemberReference(reference, null);
        }

        private long line(Tree tree) {
            return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
        }

        /// Through whatever makes one text of several, up to the call that is given it.
        private String place(TreePath path) {
            Tree given = path.getLeaf();
            TreePath around = path.getParentPath();
            while (isPartOfAText(around, given)) {
                given = around.getLeaf();
                around = around.getParentPath();
            }
            return switch (around.getLeaf()) {
                case MethodInvocationTree call ->
                    WindowSources.place(name(call.getMethodSelect()), call.getArguments(), given);
                case NewClassTree made ->
                    WindowSources.place("new " + made.getIdentifier(), made.getArguments(), given);
                default -> "";
            };
        }

        private static boolean isPartOfAText(TreePath around, Tree given) {
            return switch (around.getLeaf()) {
                case BinaryTree sum -> sum.getKind() == Tree.Kind.PLUS;
                case ConditionalExpressionTree choice -> choice.getCondition() != given;
                case MethodInvocationTree call ->
                    call.getMethodSelect() == given
                            && name(call.getMethodSelect()).equals("formatted");
                case MemberSelectTree select -> select.getIdentifier().contentEquals("formatted");
                case ParenthesizedTree _, CaseTree _, SwitchExpressionTree _, YieldTree _ -> true;
                default -> false;
            };
        }

        private static String name(ExpressionTree method) {
            // Whatever has an `of` is told by whose it is.
            return method instanceof MemberSelectTree select
                            && !select.getIdentifier().contentEquals("of")
                    ? select.getIdentifier().toString()
                    : method.toString();
        }
    }
}
