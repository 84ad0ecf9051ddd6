package io.github.parallelvalidation.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Queues as people and programs write them. Each accepted one holds at least one strategy that awaits L0.
public final class QueueCorpus {
    private static final Map<String, String> ACCEPTED = new LinkedHashMap<>();
    private static final Map<String, Refused> REFUSED = new LinkedHashMap<>();

    private QueueCorpus() {}

    /// A text that is no queue, and where that shows.
    record Refused(String text, String place) {}

    public static Map<String, String> accepted() {
        return ACCEPTED;
    }

    static Map<String, Refused> refused() {
        return REFUSED;
    }

    static String accepted(String name) {
        return Objects.requireNonNull(ACCEPTED.get(name), name);
    }

    static Refused refused(String name) {
        return Objects.requireNonNull(REFUSED.get(name), name);
    }

    private static void accept(String name, String... lines) {
        ACCEPTED.put(name, String.join("\n", lines) + "\n");
    }

    private static void acceptExactly(String name, String text) {
        ACCEPTED.put(name, text);
    }

    private static void refuse(String name, String place, String... lines) {
        REFUSED.put(name, new Refused(String.join("\n", lines), place));
    }

    /// The text with other line ends.
    private static void acceptWith(String name, String lineEnd, String like) {
        ACCEPTED.put(name, accepted(like).replace("\n", lineEnd));
    }

    static {
        accept(
                "block list",
                "queue:",
                "  - id: STR-201",
                "    name: RSI mean reversion",
                "    status: PENDING",
                "    priority: 1",
                "  - id: STR-202",
                "    status: pending",
                "  - id: STR-203");
        accept("list at indentation 0", "queue:", "- id: STR-201", "  status: PENDING", "- id: STR-202", "other: 1");
        accept("a bare list", "- id: STR-201", "  status: PENDING", "- status: queued", "  id: STR-202");
        accept("ids as keys", "STR-201:", "  status: PENDING", "STR-202:", "  name: no status", "STR-203: {}");
        accept("ids as keys below queue", "queue:", "  STR-201:", "    status: PENDING", "  'STR-202': {name: x}");
        accept("ids as quoted keys", "\"STR-201\":", "    'status': 'PENDING'", "'STR-202': { }");
        accept("flow on one line", "{queue: [{id: STR-201, status: PENDING}, {id: STR-202}, {status: , id: STR-203}]}");
        accept(
                "flow over lines",
                "queue: [",
                "  {id: STR-201, status: PENDING},  # one",
                "  {",
                "    id: STR-202,   # two, with a comma",
                "    status: 'PENDING'",
                "  },",
                "  {id: STR-203, tags: [a, \"b, c\", {x: 1}], name: 'it''s'}",
                "]");
        accept(
                "JSON",
                "{\"queue\": [",
                "  {\"id\": \"STR-201\", \"status\": \"PENDING\", \"priority\": 1},",
                "  {\"id\":\"STR-202\",\"status\":null},",
                "  {\"id\":\"STR-203\"}",
                "], \"note\": \"tab\\t and \\u00e9\"}");
        accept("flow in block", "queue:", "  - {id: STR-201, status: PENDING}   # c", "  - { id: STR-202 }  ");
        accept("a comment after the dash", "queue:", "  - # first", "    id: STR-201", "    status: PENDING # s");
        accept(
                "a comment between key and value",
                "queue:",
                "  - id: # which",
                "      STR-201",
                "    status:   # what: PENDING",
                "      # still nothing",
                "      PENDING  # here",
                "    name: x");
        accept("a comment after every value", "queue: # q", "- id: STR-201 # i", "  status: PENDING # s", "# end");
        acceptExactly("a comment at the end without newline", "queue:\n- id: STR-201\n  status: PENDING # last");
        acceptExactly("no newline at the end", "queue:\n- id: STR-201\n  status: PENDING\n- id: STR-202");
        accept(
                "comments at column 0 inside the list",
                "# head",
                "",
                "queue:",
                "# before the first",
                "  - id: STR-201",
                "# inside an entry",
                "    status: PENDING",
                "# between",
                "  - id: STR-202",
                "#- id: STR-299");
        accept(
                "statuses that say nothing",
                "queue:",
                "- id: STR-201",
                "  status:",
                "- id: STR-202",
                "  status: ~",
                "- id: STR-203",
                "  status: null",
                "- id: STR-204",
                "  status: ''",
                "- id: STR-205",
                "  status: \"\"",
                "- id: STR-206",
                "  status:   # empty",
                "- id: STR-207",
                "  status: Null # n");
        accept(
                "quotes and escapes",
                "queue:",
                "- id: 'STR-201'",
                "  status: 'PENDING'",
                "- id: \"STR\\x2d202\"",
                "  status: \"PEN\\u0044ING\"",
                "  name: 'don''t # this'",
                "- \"id\": STR-203",
                "  \"status\": ");
        accept("space before the colon", "queue :", "- id : STR-201", "  status : PENDING", "- id   : STR-202");
        accept(
                "question marks",
                "queue:",
                "- ? id",
                "  : STR-201",
                "  ? status",
                "  # not: this",
                "  : PENDING",
                "- ? id",
                "  : STR-202",
                "- id: STR-203",
                "  ? status",
                "  : ",
                "  ? note");
        accept(
                "tags",
                "queue: !!seq",
                "- !!map",
                "  id: !!str STR-201",
                "  status: !!str PENDING",
                "- id: STR-202",
                "  status: ! 'PENDING'",
                "- id: STR-203",
                "  status: !!str",
                "- id: STR-204",
                "  status: !!null");
        accept(
                "block scalars of other keys",
                "queue:",
                "- id: STR-201",
                "  notes: |2-",
                "      status: PENDING",
                "    - id: STR-999",
                "  status: PENDING",
                "  more: >+",
                "    folded",
                "",
                "",
                "- id: STR-202",
                "  text: |",
                "",
                "    # no comment",
                "  status: PENDING");
        accept(
                "a status as block scalar",
                "queue:",
                "- id: STR-201",
                "  status: |",
                "    PENDING",
                "  name: x",
                "- id: STR-202",
                "  status: >-   # folded",
                "",
                "    PENDING",
                "",
                "- id: STR-203",
                "  status: |",
                "- id: STR-204",
                "  status: |+",
                "    PENDING",
                "",
                "");
        accept(
                "a status on the next line",
                "queue:",
                "- id: STR-201",
                "  status:",
                "    PENDING",
                "- id: STR-202",
                "  status:",
                "",
                "    'PENDING'");
        accept(
                "long plain and quoted scalars",
                "queue:",
                "- id: STR-201",
                "  name: plain that",
                "    goes on",
                "",
                "    and on",
                "  status: PENDING",
                "- id: STR-202",
                "  name: \"double \\",
                "    goes on # no",
                "",
                "    comment\"",
                "  status: PENDING",
                "- name: 'single",
                "",
                "    two'",
                "  id: STR-203");
        accept(
                "aliased statuses",
                "states:",
                "- &waiting PENDING",
                "queue:",
                "- id: STR-201",
                "  status: *waiting # a",
                "- id: STR-202",
                "  status: *waiting",
                "- {id: STR-203, status: *waiting }");
        accept(
                "an anchor nobody uses",
                "queue:",
                "- &first",
                "  id: STR-201",
                "  status: &s PENDING  # kept",
                "- &second {id: &i STR-202, status: &t }",
                "- id: STR-203",
                "  status: &u # behind",
                "    PENDING");
        accept(
                "merged defaults",
                "d: &d {status: PENDING, failure_reason: old, priority: 3}",
                "queue:",
                "- <<: *d",
                "  id: STR-201",
                "- id: STR-202",
                "  <<: *d",
                "- {<<: *d, id: STR-203}",
                "- id: STR-204",
                "  <<: [*d, {owner: me}]",
                "  status: PENDING");
        accept(
                "an id that is merged",
                "d: &d {id: STR-201}",
                "queue:",
                "- <<: *d",
                "  name: x",
                "- {<<: *d, id: STR-202}");
        accept("a document start", "%YAML 1.2", "---", "queue:", "- id: STR-201", "  status: PENDING", "...");
        accept(
                "a document start with a comment",
                "# c",
                "--- # d",
                "queue:",
                "- id: STR-201",
                "  status: PENDING",
                "... # e",
                "# f");
        accept(
                "strategies and strategy_id",
                "version: 2",
                "strategies:",
                "- strategy_id: STR-201",
                "  status: PENDING",
                "  updated_at: 2024-01-01",
                "- name: before",
                "  strategy_id: STR-202");
        accept(
                "reasons of earlier runs",
                "queue:",
                "- id: STR-201",
                "  failure_reason: 'ic'  # why",
                "  status: PENDING",
                "  relaxed_gates: ~",
                "- {failure_reason: \"a, b\", id: STR-202, updated_at: '2024'}",
                "- id: STR-203",
                "  failure_reason: !!str ic",
                "- id: STR-204",
                "  failure_reason: |",
                "    long failure_reason",
                "    failure_reason");
        accept(
                "statuses of others",
                "queue:",
                "- id: STR-201",
                "  status: LIVE",
                "- id: STR-202",
                "  status: L1_PASSED",
                "- id: STR-203",
                "  status: awaiting_l0",
                "- id: STR-204",
                "  status: L0 PENDING");
        accept(
                "keys that look like ours",
                "status: PENDING",
                "id: STR-999",
                "queue:",
                "- id: STR-201",
                "  history: [{status: PENDING}, {id: STR-201}]",
                "  meta: {status: x, id: y}",
                "  status: PENDING",
                "  status2: 'PENDING'");
        accept(
                "blank lines and trailing spaces  ",
                "",
                "queue:  ",
                "",
                "  -   id:   STR-201   ",
                "",
                "      status:  PENDING  \t",
                "",
                "      name:  x\t",
                "  ",
                "  -   id: STR-202\t",
                "   ");
        accept(
                "wide indentation",
                "queue:",
                "        -       id: STR-201",
                "                status: PENDING",
                "        -       id: STR-202");
        accept("a list in a list item", "queue:", "-", "  id: STR-201", "  status: PENDING", "-", "", "  id: STR-202");
        accept(
                "astral characters",
                "# \ud83d\ude80\ud83d\ude80",
                "\ud83d\udcc8: '\ud83d\ude42'",
                "queue:",
                "- id: STR-201",
                "  name: \ud83d\ude80 to the \ud83c\udf15",
                "  status: PENDING # \ud83d\ude42",
                "- {name: \"\ud83d\ude80\", id: STR-202}");
        accept(
                "words beyond ASCII",
                "queue:",
                "- id: STR-201",
                "  na\u00efve \u043a\u043b\u044e\u0447: \u503c",
                "  \u0441\u0442\u0430\u0442\u0443\u0441: PENDING",
                "  status: PENDING",
                "- id: STR-202 # \u00fc");
        acceptWith("CRLF", "\r\n", "comments at column 0 inside the list");
        acceptWith("CRLF in flow", "\r\n", "flow over lines");
        acceptWith("CRLF in block scalars", "\r\n", "a status as block scalar");
        acceptWith("lone CR", "\r", "block list");
        acceptWith("lone CR and comments", "\r", "a comment between key and value");
        acceptExactly(
                "mixed line ends", "queue:\r\n- id: STR-201\n  status: PENDING\r\n- id: STR-202\n- id: STR-203\r\n");
        acceptExactly(
                "NEL, LS and PS",
                "queue:\n- id: STR-201\u0085  status: PENDING\u2028- id: STR-202\u2029  name: x # c\u0085");
        acceptExactly("byte-order mark", "\ufeffqueue:\n- id: STR-201\n  status: PENDING\n");
        acceptExactly("byte-order mark before a list", "\ufeff- id: STR-201\r\n  status: PENDING\r\n- id: STR-202");
        acceptExactly("byte-order mark before ids", "\ufeffSTR-201: {status: PENDING}\nSTR-202:\n  name: x\n");
        acceptExactly("byte-order mark and comment", "\ufeff# c\nqueue:\n- id: STR-201\n");
        accept("a list that is an alias elsewhere", "queue: &q", "- id: STR-201", "  meta: &m {a: 1}", "copy: *m");
        accept(
                "deep values",
                "queue:",
                "- id: STR-201",
                "  x: " + "[".repeat(55) + "]".repeat(55),
                "  status: PENDING");
        accept(
                "long lines",
                "queue:",
                "- id: STR-201",
                "  x: " + "word ".repeat(4_000),
                "  status: PENDING # " + "x".repeat(20_000));
        accept(
                "one hundred entries",
                IntStream.range(0, 100)
                        .mapToObj("STR-%03d: {status: PENDING}"::formatted)
                        .collect(Collectors.joining("\n")));

        refuse("a second document", "4:1", "queue:", "- id: STR-201", "", "---", "queue: []");
        refuse("an empty second document", "2:1", "queue: []", "---");
        refuse("a key twice", "4:3", "queue:", "- id: STR-201", "  status: PENDING", "  status: PENDING");
        refuse("queue twice", "2:1", "queue: []", "queue: []");
        refuse("an id twice", "3:7", "queue:", "- id: STR-201", "- id: STR-201");
        refuse("two ids", "3:16", "queue:", "- id: STR-201", "  strategy_id: STR-202");
        refuse("two ids, the other first", "2:16", "queue:", "- strategy_id: STR-202", "  id: STR-201");
        refuse("an id beside a key", "1:15", "STR-201: {id: STR-202}");
        refuse("a strategy_id beside a key", "2:16", "STR-201:", "  strategy_id: STR-202");
        refuse("an id key twice", "2:1", "STR-201: {}", "'STR-201': {}");
        refuse("a tab as indentation", "2:1", "queue:", "\t- id: STR-201");
        refuse("a tab behind the colon", "2:6", "queue:", "- id:\tSTR-201");
        refuse("an open bracket", "2:1", "queue: [", "");
        refuse("an open quote", "2:15", "queue:", "- id: 'STR-201");
        refuse("no such alias", "2:7", "queue:", "- id: *nobody");
        refuse("an anchor inside itself", "1:12", "queue: &a [*a]");
        refuse("a Java tag", "1:8", "queue: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]");
        refuse("a Python tag", "2:7", "queue:", "- id: !!python/object/apply:os.system ['true']");
        refuse("a private tag", "2:3", "queue:", "- !strategy {id: STR-201}");
        refuse("no entry but a word", "2:3", "queue:", "- STR-201");
        refuse("an entry without id", "2:3", "queue:", "- name: x");
        refuse("an id key without entry", "1:9", "STR-201:");
        refuse("an id that climbs", "2:7", "queue:", "- id: STR-201/../../x");
        refuse("a number as queue", "1:8", "queue: 3");
        refuse("another root", "1:1", "pipeline:", "  queue: []");
        refuse("a list as status", "3:11", "queue:", "- id: STR-201", "  status: [PENDING]");
        refuse("a word as priority", "3:13", "queue:", "- id: STR-201", "  priority: high");
        refuse("a status without colon", "1:10", "queue: [{status, id: STR-201}]");
        refuse("a question without answer", "3:5", "queue:", "- id: STR-201", "  ? status", "  :: PENDING");
        refuse("a control character", "2:11", "queue:", "- id: STR-\u0007");
        refuse("an escape too large", "2:5", "queue:", "- id: \"\\UFFFFFFFF\"");
        refuse("a list as key", "2:5", "queue:", "- ? [a, b]", "  : x");
        refuse("too deep", "1:68", "x: " + "[".repeat(80) + "]".repeat(80));
        refuse("too many aliases", "2:205", "a: &a x", "b: [" + "*a, ".repeat(60) + "]");
    }
}
