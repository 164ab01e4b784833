"""Plain text written as HTML in three unlike ways, each of which shows the same lines and gaps in a browser."""

import re
from collections.abc import Callable, Iterator
from html import escape

_PARAGRAPH = re.compile(r"(\A\n*|\n[^\S\n]*\n\s*)((?:.+(?:\n(?!\s*\n)|\Z|(?=\n\s*\n)))+)")
_LONGEST_DIV = 90
"""Lines up to here keep together as blocks side by side; longer ones would be paragraphs."""


def _paragraphs(text: str) -> Iterator[tuple[bool, list[str]]]:
    """The paragraphs as lines, and whether more than one blank line stands above them."""
    for match in _PARAGRAPH.finditer(text):
        yield match[1].count("\n") > 2, match[2].splitlines()


def semantic(text: str) -> str:
    """Paragraphs in `p`, in a page of HTML 5 with its navigation and footer."""
    pieces = [
        "<!DOCTYPE html><html><head><title>x</title><style>p{margin:1em}</style><script>var a='<p>b</p>'</script>"
    ]
    pieces.append('</head><body><header><nav><ul><li><a href="/">Home</a></li></ul></nav></header><main><article>')
    for is_wide, lines in _paragraphs(text):
        pieces.append("<br><br><br>" if is_wide else "")
        pieces.append("<p>" + "<br>\n".join(map(escape, lines)) + "</p>")
    pieces.append("</article></main><aside><p>Popular today</p></aside><footer><p>Copyright</p></footer></body></html>")
    return "\n".join(pieces)


def soup(text: str) -> str:
    """Nothing but `div` and `span`, without head and with hidden parts."""
    pieces = ['<html><body><div class="w"><div class="site-nav"><a href="/">Home</a></div><div hidden>Sign in</div>']
    for is_wide, lines in _paragraphs(text):
        pieces.append("<br><br><br>" if is_wide else "")
        short = max(map(len, lines)) < _LONGEST_DIV
        inner = "".join(f"<div><span>{escape(line)}</span></div>" for line in lines) if short else _broken(lines)
        pieces.append(f'<div class="b1"><div class="b2">{inner}</div></div><div class="sp"><br><br></div>')
    return "\n".join([*pieces, "</div></body></html>"])


def table(text: str) -> str:
    """A table for layout, upper-case tags, `font`, no end tags for rows."""
    pieces = ["<HTML><BODY BGCOLOR=white><TABLE WIDTH=100%>"]
    for is_wide, lines in _paragraphs(text):
        pieces.append("<TR><TD><BR><BR><BR></TD></TR>" if is_wide else "")
        pieces.append(f"<TR><TD VALIGN=top><FONT SIZE=2>{_broken(lines)}</FONT><BR><BR>")
    return "\n".join([*pieces, "</TABLE></BODY></HTML>"])


def _broken(lines: list[str]) -> str:
    return "<BR>".join(map(escape, lines))


RENDERINGS: tuple[Callable[[str], str], ...] = (semantic, soup, table)
