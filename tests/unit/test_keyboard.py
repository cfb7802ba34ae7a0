"""What a terminal sends: keys are keys, what is pasted is a text, and no byte ends the console."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

from widgets.keyboard import Incoming

HOSTILE = "so\0rry \x1b[15~ \x1b[31mred\x1b[0m\ty\r\n\x1b[200~ again \x1b[201 \x1b"


def told(*chunks: bytes) -> list[str]:
    """What Textual's parser makes of it: keys by name, a paste in brackets."""
    incoming, parser = Incoming(), XTermParser()
    out: list[str] = []
    for chunk in chunks:
        for message in parser.feed(text) if (text := incoming.read(chunk)) else ():
            if isinstance(message, Paste):
                out.append(f"<{incoming.pastes.popleft()}>")
            elif isinstance(message, Key):
                out.append(message.key)
    assert not incoming.pastes
    return out


def test_what_is_pasted_is_never_keys() -> None:
    sent = f"a\x1b[200~{HOSTILE}\x1b[201~b\x1b[15~".encode()
    assert told(sent) == ["a", f"<{HOSTILE}>", "b", "f5"]


@given(st.lists(st.integers(1, 40), max_size=4), st.text("\x1b[20~1ay\r", max_size=20))
def test_it_does_not_matter_how_the_terminal_cuts_it(cuts: list[int], text: str) -> None:
    pasted = text.replace("\x1b[201~", "")
    sent = f"x\x1b[200~{pasted}\x1b[201~\x1b[Ay\x1b[200~2\x1b[201~".encode()
    pieces, at = list[bytes](), 0
    for cut in cuts:
        pieces.append(sent[at:at + cut])
        at += cut
    assert told(*pieces, sent[at:]) == ["x", f"<{pasted}>", "up", "y", "<2>"]


def test_a_megabyte_in_pieces_is_one_paste() -> None:
    sent = b"\x1b[200~" + "é".encode() * 500_000 + b"\x1b[201~"
    assert told(*(sent[at:at + 4_095] for at in range(0, len(sent), 4_095))) == ["<" + "é" * 500_000 + ">"]


@pytest.mark.parametrize("sent", [b"caf\xe9 au", b"\xff\xfea", b"\xc3a"])
def test_a_byte_of_another_encoding_is_one_strange_character_and_no_end(sent: bytes) -> None:
    assert "a" in told(sent)


def test_a_character_in_two_pieces_is_one() -> None:
    assert told("é".encode()[:1], "é".encode()[1:]) == told("é".encode())
