package io.github.parallelvalidation.workspace;

import io.github.parallelvalidation.workspace.YamlScalar.Style;
import java.util.Set;

/// The text of one scalar: its anchor and tag, then its value.
///
/// @param valueStart where the value starts, behind anchor, tag and what stands between them and it
/// @param anchor `&name`, or empty
/// @param tag `!tag`, or empty
record ScalarText(YamlScalar scalar, int valueStart, String anchor, String tag) {
    private static final Set<String> TEXT_TAGS = Set.of("", "!", "!!str", "!<tag:yaml.org,2002:str>");
    private static final String TOUCHES_NOTHING = " \t\r\n,{[";

    static ScalarText of(YamlScalar scalar) {
        String text = scalar.source().text();
        int end = scalar.span().end();
        TextWalk walk = new TextWalk(text, end);
        String anchor = "";
        String tag = "";
        int at = scalar.span().start();
        while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
            int behind = walk.overWord(at);
            if (text.charAt(at) == '&') {
                anchor = text.substring(at, behind);
            } else {
                tag = text.substring(at, behind);
            }
            at = walk.overBlanksAndComments(behind);
        }
        return new ScalarText(scalar, at, anchor, tag);
    }

    /// The end of what is written: the parser counts the line breaks behind a block scalar to the scalar, and to an
    /// empty one the comment behind its `|` as well.
    static int endOf(YamlNode value) {
        int end = value.span().end();
        if (!(value instanceof YamlScalar scalar) || scalar.style() != Style.BLOCK) {
            return end;
        }
        TextWalk walk = new TextWalk(value.source().text(), end);
        int header = of(scalar).valueStart();
        int trimmed = walk.backOverBlanks(end);
        return trimmed <= walk.lineEnd(header) ? walk.overWord(header) : trimmed;
    }

    /// Another text in the place of this one; the anchor stays, and the tag where it fits.
    TextEdit withText(String text, Style style) {
        int end = endOf(scalar);
        int content = contentStart();
        if (content < end && TEXT_TAGS.contains(tag) && YamlQuoting.isHarmless(text)) {
            return new TextEdit(content, end, text);
        }
        return replacedBy(YamlQuoting.quoted(text, style), TEXT_TAGS.contains(tag));
    }

    /// A text as it is in the place of this one; the anchor and the tag stay.
    TextEdit withPlain(String text) {
        return new TextEdit(valueStart, endOf(scalar), (touches(valueStart) ? " " : "") + text);
    }

    /// Nothing in the place of this text; the anchor stays.
    TextEdit withNull() {
        return replacedBy("null", tag.isEmpty());
    }

    /// What is written in the place of this text, as it is; the anchor stays.
    TextEdit withWritten(String written) {
        return replacedBy(written, tag.isEmpty());
    }

    private TextEdit replacedBy(String written, boolean tagFits) {
        int end = endOf(scalar);
        int start = tagFits ? valueStart : scalar.span().start();
        String kept = tagFits || anchor.isEmpty() ? "" : anchor + " ";
        return new TextEdit(start, end, (touches(start) ? " " : "") + kept + written + headerComment(end));
    }

    /// Where the lines of a block scalar start; the end of everything else.
    private int contentStart() {
        TextWalk walk = new TextWalk(scalar.source().text(), scalar.span().end());
        return scalar.style() == Style.BLOCK ? walk.overBlanks(walk.lineEnd(valueStart)) : walk.end();
    }

    /// The comment behind the `|` or `>` of a block scalar that becomes something else.
    private String headerComment(int end) {
        if (scalar.style() != Style.BLOCK) {
            return "";
        }
        TextWalk walk = new TextWalk(scalar.source().text(), end);
        int from = walk.overWord(valueStart);
        return scalar.source().text().substring(from, walk.lineEnd(from));
    }

    /// Whether a value would stick to what stands before it: the colon or the anchor of an empty one.
    private boolean touches(int start) {
        return start > 0
                && start == scalar.span().end()
                && TOUCHES_NOTHING.indexOf(scalar.source().text().charAt(start - 1)) < 0;
    }
}
