package io.github.parallelvalidation.workspace;

/// Finds positions in a text by skipping blanks, comments and line ends. Line ends are those of YAML: CRLF, LF, CR,
/// NEL, LS, PS.
///
/// @param end where steps forward stop
record TextWalk(String text, int end) {
    private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

    TextWalk(String text) {
        this(text, text.length());
    }

    private static boolean isLineEnd(char c) {
        return LINE_ENDS.indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBlank(char c) {
        return isSpace(c) || isLineEnd(c);
    }

    /// The end of the line that holds an offset, before its line break.
    int lineEnd(int from) {
        int at = from;
        while (at < end && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// What ends the line whose end this is, or the first line where the text ends here; LF where nothing does or
    /// where it is one of the odd ends that other programs do not know.
    String lineBreakAt(int lineEnd) {
        int at = lineEnd < end ? lineEnd : lineEnd(0);
        if (at >= end || (text.charAt(at) != '\r' && text.charAt(at) != '\n')) {
            return "\n";
        }
        if (text.charAt(at) == '\r') {
            return at + 1 < end && text.charAt(at + 1) == '\n' ? "\r\n" : "\r";
        }
        return "\n";
    }

    /// The start of the line break that ends here.
    int lineBreakBefore(int from) {
        if (from > 1 && text.charAt(from - 1) == '\n' && text.charAt(from - 2) == '\r') {
            return from - 2;
        }
        return from > 0 && isLineEnd(text.charAt(from - 1)) ? from - 1 : from;
    }

    int backOverSpaces(int from) {
        int at = from;
        while (at > 0 && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    int backOverBlanks(int from) {
        int at = from;
        while (at > 0 && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    int overWord(int from) {
        int at = from;
        while (at < end && !isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    int overBlanks(int from) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    int overBlanksAndComments(int from) {
        int at = from;
        while (at < end && (isBlank(text.charAt(at)) || text.charAt(at) == '#')) {
            at = text.charAt(at) == '#' ? lineEnd(at) : at + 1;
        }
        return at;
    }

    /// Over blanks, comments and one comma, where one follows.
    int overComma(int from) {
        int at = overBlanksAndComments(from);
        return at < end && text.charAt(at) == ',' ? at + 1 : from;
    }
}
