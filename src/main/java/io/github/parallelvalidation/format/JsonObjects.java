package io.github.parallelvalidation.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Parses the rows of a JSON file that are objects. The keys of the first row apply to all.
final class JsonObjects {
    private static final int MOST = 1000;

    private final Origin origin;
    private final JsonParser parser;
    private final JsonRow values;
    private final Map<String, Integer> roles = new HashMap<>();
    private final Set<Integer> found = new HashSet<>();

    /// @param values takes them
    JsonObjects(Origin origin, JsonParser parser, JsonRow values) {
        this.origin = origin;
        this.parser = parser;
        this.values = values;
    }

    boolean isUsed() {
        return !roles.isEmpty();
    }

    /// Reads an object, whose beginning has been read.
    void read(long row) throws IOException {
        if (roles.isEmpty()) {
            readFirst(row);
            return;
        }
        found.clear();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int role = roles.getOrDefault(parser.currentName(), ColumnRoles.OTHER);
            parser.nextToken();
            if (role == ColumnRoles.OTHER) {
                parser.skipChildren();
            } else {
                values.take(role, row);
                found.add(role);
            }
        }
        for (int role : roles.values()) {
            if (!found.contains(role)) {
                throw origin.invalid(
                        row, role, "the %s is missing; every bar has one".formatted(ColumnRoles.name(role)));
            }
        }
    }

    private void readFirst(long row) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            if (names.size() == MOST) {
                throw origin.invalid(row, ColumnRoles.OTHER, "the object has more than %d values".formatted(MOST));
            }
            names.add(parser.currentName());
            parser.nextToken();
            texts.add(parser.currentToken().isStructStart() ? "" : parser.getText());
            parser.skipChildren();
        }
        int[] columns;
        try {
            columns = ColumnNames.roles(names, new Sample(List.of(texts)));
        } catch (IllegalArgumentException e) {
            throw origin.invalid(
                    row,
                    ColumnRoles.OTHER,
                    "a JSON object is read when it is a bar; "
                            + String.valueOf(e.getMessage()).replace("the header", "this one"));
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != ColumnRoles.OTHER) {
                roles.put(names.get(i), columns[i]);
                values.take(columns[i], texts.get(i), row);
            }
        }
    }
}
