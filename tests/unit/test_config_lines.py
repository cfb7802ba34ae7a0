from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.config_lines import KeyPath, key_lines

BARE = st.text("abcXYZ019_-", min_size=1, max_size=6)
ANY = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
KEY = st.one_of(BARE, ANY)
TRICKY = ("[x]", "a = 1", '"""', "'''", "#", "\\", "=", "]", "}", ",", "\n", "[[y]]\nz = 2", '"', "'")
WORDS = st.one_of(ANY, st.lists(st.sampled_from(TRICKY), max_size=6).map("".join))


def basic(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007F")


def written(key: str, how: int) -> str:
    if how == 0 and key and all(mark in "abcXYZ019_-" for mark in key):
        return key
    if how == 1 and "'" not in key:
        return f"'{key}'"
    return basic(key)


def as_text(words: str, how: int) -> str:
    if how == 1 and "'" not in words and "\n" not in words:
        return f"'{words}'"
    if how == 2 and "'''" not in words and not words.endswith("'"):
        return f"'''\n{words}'''"
    if how == 3:
        return '"""\n' + words.replace("\\", "\\\\").replace('"', '\\"') + '"""'
    if how == 4 and words.endswith('"') and not words.endswith('""') and "\\" not in words and '"""' not in words:
        return '"""' + words.replace("\n", "\\n") + '"""'
    return basic(words)


@st.composite
def values(draw: st.DrawFn, depth: int = 2) -> str:
    kind = draw(st.integers(0, 5 if depth else 3))
    if kind <= 1:
        return as_text(draw(WORDS), draw(st.integers(0, 4)))
    if kind == 2:
        return draw(st.sampled_from(["1", "-2.5e3", "true", "inf", "0x1F", "2026-03-01 10:00:00Z", "10:30:00"]))
    if kind == 3:
        return "[]"
    if kind == 4:
        parts = draw(st.lists(values(depth=depth - 1), max_size=3))
        gap = draw(st.sampled_from([" ", "\n", "\n  # a ] comment\n", "\n\n"]))
        return f"[{gap}{f',{gap}'.join(parts)}{gap}]"
    pairs = draw(st.dictionaries(BARE, values(depth=depth - 1), max_size=3))
    return "{" + ", ".join(f"{key} = {value}" for key, value in pairs.items()) + "}"


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[KeyPath, int]]:
    """A TOML text, and the line of each key and table as the writer knows it."""
    out = ""
    lines: dict[KeyPath, int] = {}
    tables = draw(st.lists(st.tuples(st.lists(KEY, min_size=1, max_size=3), st.booleans()), max_size=4))
    for number, (drawn, many) in enumerate([([], False), *tables]):
        # A first name of its own for each table keeps the text valid whatever the rest is.
        names = [f"t{number}{drawn[0]}", *drawn[1:]] if number else []
        path: KeyPath = tuple(names)
        if number:
            out += draw(st.sampled_from(["", "\n", "# [not.a.table]\n", "  \t"]))
            header = " . ".join(written(name, draw(st.integers(0, 2))) for name in names)
            for depth in range(1, len(path) + 1):
                lines[path[:depth]] = out.count("\n") + 1
            if many:
                path = (*path, 0)
                lines[path] = out.count("\n") + 1
            out += f"[[ {header} ]]  # here\n" if many else f"[{header}]\n"
        for index, rest in enumerate(draw(st.lists(st.lists(KEY, max_size=2), max_size=4))):
            keys = [f"k{index}", *rest]
            if number == 0:
                keys[0] = f"top{index}"
            out += draw(st.sampled_from(["", "\n\n", "# x = 1\n", "   "]))
            for depth in range(1, len(keys) + 1):
                lines[(*path, *keys[:depth])] = out.count("\n") + 1
            dotted = ".".join(written(key, draw(st.integers(0, 2))) for key in keys)
            out += f"{dotted} = {draw(values())}{draw(st.sampled_from(['', '  # = [ {']))}\n"
    return out, lines


@given(documents())
def test_every_key_and_value_is_found_on_the_line_where_it_was_written_whatever_ends_the_lines(
    document: tuple[str, dict[KeyPath, int]],
) -> None:
    text, expected = document
    found = key_lines(text)
    assert {path: found.get(path) for path in expected} == expected
    assert key_lines(text.replace("\n", "\r\n")) == found

    def check(value: object, path: KeyPath) -> None:
        parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, part in parts:
            assert 1 <= found[*path, key] <= text.count("\n") + 1
            check(part, (*path, key))

    check(tomllib.loads(text), ())


def test_tables_below_an_array_of_tables_belong_to_its_last_element() -> None:
    found = key_lines("[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2\n[[a.e]]\n[[a.e]]\nf = 3\n")
    assert found["a", 0, "b"] == 2
    assert found["a", 1, "c", "d"] == 5
    assert found["a", 1, "e", 1, "f"] == 8


def test_keys_of_inline_tables_and_elements_of_arrays_have_lines() -> None:
    found = key_lines('a = {b = {"c.d" = """\n\n""", e = 1}}\nf = [\n  1,\n  [2,\n  3]]\n')
    assert found["a", "b", "c.d"] == 1
    assert found["a", "b", "e"] == 3
    assert found["f", 0] == 5
    assert found["f", 1, 1] == 7


def test_text_that_is_no_toml_is_refused() -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        key_lines("a = [1\nb = 2")
