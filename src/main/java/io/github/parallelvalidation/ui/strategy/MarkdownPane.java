package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Shows a text in Markdown. Pictures and HTML in it are not loaded or run: their text stands as it is written, and a
/// link is its words.
final class MarkdownPane extends VBox {
    MarkdownPane(String markdown) {
        super(Parts.GRID);
        getStyleClass().add("markdown");
        Parser.builder().build().parse(markdown).accept(new Blocks(this));
        setAccessibleText(markdown);
    }

    /// Adds the blocks of a document, or of a part of it, to a box.
    private static final class Blocks extends AbstractVisitor {
        private final VBox box;

        Blocks(VBox box) {
            this.box = box;
        }

        @Override
        public void visit(Heading heading) {
            box.getChildren().add(flow(heading, "markdown-heading"));
        }

        @Override
        public void visit(Paragraph paragraph) {
            box.getChildren().add(flow(paragraph, "markdown-text"));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code(code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code(code.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            code(html.getLiteral());
        }

        @Override
        public void visit(ThematicBreak line) {
            box.getChildren().add(new Separator());
        }

        @Override
        public void visit(BlockQuote quote) {
            VBox inner = Parts.column(Parts.HALF);
            inner.getStyleClass().add("markdown-quote");
            visitChildren(quote, inner);
            box.getChildren().add(inner);
        }

        @Override
        public void visit(BulletList list) {
            items(list, null);
        }

        @Override
        public void visit(OrderedList list) {
            items(list, list.getMarkerStartNumber());
        }

        private void items(Block list, @Nullable Integer first) {
            int number = first == null ? 0 : first;
            for (org.commonmark.node.Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                if (item instanceof ListItem) {
                    VBox inner = Parts.column(Parts.HALF);
                    visitChildren(item, inner);
                    HBox.setHgrow(inner, Priority.ALWAYS);
                    HBox row = new HBox(
                            Parts.GRID, Parts.label(first == null ? "•" : number + ".", Role.MUTED.style()), inner);
                    box.getChildren().add(row);
                    number++;
                }
            }
        }

        private void visitChildren(org.commonmark.node.Node parent, VBox inner) {
            Blocks blocks = new Blocks(inner);
            for (org.commonmark.node.Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                child.accept(blocks);
            }
        }

        private void code(String text) {
            TextFlow flow = new TextFlow(text(text.stripTrailing(), "markdown-code"));
            flow.getStyleClass().add("markdown-block");
            flow.setMinWidth(0);
            box.getChildren().add(flow);
        }

        private static TextFlow flow(Block block, String style) {
            List<Node> texts = new ArrayList<>();
            Inlines words = new Inlines(texts);
            for (org.commonmark.node.Node child = block.getFirstChild(); child != null; child = child.getNext()) {
                child.accept(words);
            }
            TextFlow flow = new TextFlow(texts.toArray(Node[]::new));
            flow.getStyleClass().add(style);
            flow.setMinWidth(0);
            return flow;
        }
    }

    /// Adds the words of one block.
    private static final class Inlines extends AbstractVisitor {
        private final List<Node> into;
        private final List<String> styles = new ArrayList<>();

        Inlines(List<Node> into) {
            this.into = into;
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            add(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            styled("markdown-code", () -> add(code.getLiteral()));
        }

        @Override
        public void visit(Emphasis emphasis) {
            styled("markdown-emphasis", () -> visitChildren(emphasis));
        }

        @Override
        public void visit(StrongEmphasis strong) {
            styled("markdown-strong", () -> visitChildren(strong));
        }

        @Override
        public void visit(HtmlInline html) {
            add(html.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            add(" ");
        }

        @Override
        public void visit(HardLineBreak line) {
            add("\n");
        }

        private void styled(String style, Runnable inner) {
            styles.add(style);
            inner.run();
            styles.removeLast();
        }

        private void add(String words) {
            into.add(text(words, styles.toArray(String[]::new)));
        }
    }

    private static Text text(String words, String... styles) {
        Text text = new Text(words);
        text.getStyleClass().add("markdown-words");
        text.getStyleClass().addAll(styles);
        return text;
    }
}
