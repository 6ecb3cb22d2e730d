"""Splits SQL into statements, so that each is sent alone: some refuse to run in a transaction."""

import re

_TOKEN = re.compile(
    r"""
      (?P<comment>--[^\n]*)
    | (?P<block>/\*)
    | [eE]'(?:[^'\\]|\\.|'')*'
    | '(?:[^']|'')*'
    | "(?:[^"]|"")*"
    | (?P<tag>\$(?:[A-Za-z_\x80-\uffff][\w]*)?\$)
    | (?P<word>[A-Za-z_\x80-\uffff][\w$]*)
    | (?P<end>;)
    | (?P<open>\() | (?P<close>\))
    | \s+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


def split_statements(sql: str) -> list[tuple[int, str]]:
    """The statements with their offsets; comments in front of a statement, and a lonely `;`, are left out."""
    statements: list[tuple[int, str]] = []
    start: int | None = None
    at = parentheses = body = 0
    words: list[str] = []
    while at < len(sql):
        token = _TOKEN.match(sql, at)
        assert token, "the pattern takes any character"
        end = token.end()
        if token["block"]:
            end = _comment_end(sql, at)
        elif token["tag"]:
            closing = sql.find(token["tag"], end)
            end = len(sql) if closing == -1 else closing + len(token["tag"])
        is_code = not (token["comment"] or token["block"] or token[0].isspace())
        if token["end"] and parentheses <= 0 and body == 0:
            if start is not None:
                statements.append((start, sql[start:at]))
            start, parentheses, words = None, 0, []
        elif is_code:
            start = at if start is None else start
            parentheses += bool(token["open"]) - bool(token["close"])
            if token["word"]:
                words.append(token["word"].upper())
                body = _depth_of_body(body, words)
        at = end
    if start is not None:
        statements.append((start, sql[start:].rstrip()))
    return statements


def _depth_of_body(depth: int, words: list[str]) -> int:
    """A function's `BEGIN ATOMIC ... END` holds semicolons of its own, and `CASE ... END` in it."""
    if words[-2:] == ["BEGIN", "ATOMIC"]:
        return depth + 1
    if depth and words[-1] == "CASE":
        return depth + 1
    return depth - 1 if depth and words[-1] == "END" else depth


def _comment_end(sql: str, start: int) -> int:
    depth = 0
    for mark in re.compile(r"/\*|\*/").finditer(sql, start):
        depth += 1 if mark[0] == "/*" else -1
        if depth == 0:
            return mark.end()
    return len(sql)
