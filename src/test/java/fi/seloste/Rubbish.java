package fi.seloste;

import java.util.List;

/** What nobody should send, of every kind that programs and people have been seen to send. */
final class Rubbish {

    /** In the place of a value of JSON. */
    static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "123456789012345678901234567890",
            "9".repeat(5000),
            "\"\"",
            "\" \\t\\n\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\ud83d\ude00\\u202e\\ufeff\"",
            "\"" + "a".repeat(25_000) + "\"",
            "\"" + "\u00e4@".repeat(400) + "\"",
            "\"' or 1=1 --\"",
            "\"{0} %s ${x} '\"",
            "\"-9999-01-01\"",
            "\"+999999999-12-31\"",
            "\"0000-00-00\"",
            "\"9999-12-31\"",
            "\"0001-01-01\"",
            "\"2026-02-30\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"1-1-1-1-1\"",
            "\"nobody@nowhere.example\"",
            "[]",
            "[null]",
            "[[]]",
            "[{}]",
            "[\"x\", 5, true]",
            "{}",
            "{\"value\": null}",
            "{\"value\": {\"a\": [1]}}");

    /** As a whole body. */
    static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "[{}]",
            "5",
            "\"x\"",
            "{",
            "{}}",
            "{} {}",
            "{\"a\": 1}",
            "{\"\": \"\"}",
            "{\"\\u0000\": 1}",
            "{\"a\": 1, \"a\": 2}",
            "{'a': 1}",
            "{\"a\": NaN}",
            "\u0000",
            "\ufeff{}",
            "[".repeat(50_000),
            "{\"a\":".repeat(50_000),
            "<x/>",
            "a: [b, *c]");

    /** In an address. */
    static final List<String> WORDS = List.of(
            "",
            " ",
            "x",
            "\u0000",
            "a\u0000b",
            "0",
            "-1",
            "99999999999999999999",
            "1e9",
            "' or 1=1 --",
            "%",
            "%_\\",
            "{0} %s",
            "null",
            "true",
            "-9999-01-01",
            "+999999999-12-31",
            "2026-02-30",
            "9999-12-31",
            "MDAwMAAfMQ",
            "LTk5OTktMDEtMDEfMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw",
            "Ky05OTk5",
            "00000000-0000-0000-0000-000000000000",
            "nobody@nowhere.example",
            "+358401234567",
            "a".repeat(3000),
            "\ud83d\ude00\u202e");

    private Rubbish() {}
}
