"""Words as the English Web Treebank (UD) cuts them.

In: spaCy's tokens of a paragraph. Out: (start, end) offsets of the words. The
treebank splits compounds at the hyphen ("state - run", "Su - yong", "36 - year
- old") but keeps most prefixes on their word ("non-Western", "mid-July").
"""

import re

# Prefixes that EWT's and GUM's training parts keep joined more often than not.
JOINED = frozenset(
    "non e re mid co pre anti pro post cross semi pan multi ex sub counter mini "
    "psycho inter over".split()
)
HYPHEN = re.compile(r"(?<=[A-Za-z]{2})/(?=[A-Za-z]{2})|(?<=[A-Za-z.0-9])-(?=[A-Za-z]{2})|(?<=[A-Za-z]{2})-(?=[A-Za-z0-9])|(?<=\.)-(?=[A-Za-z])")
WHOLE = re.compile(r"@|://|^www\.|\.(com|org|net)$", re.I)


def cut(text: str, start: int, end: int):
    """One token's pieces: its hyphens cut out, unless a prefix or an address holds it together."""
    word = text[start:end]
    if WHOLE.search(word) or word.split("-")[0].lower() in JOINED:
        yield start, end
        return
    at = start
    for m in HYPHEN.finditer(word):
        if start + m.start() > at:
            yield at, start + m.start()
        yield start + m.start(), start + m.end()
        at = start + m.end()
    if at < end:
        yield at, end


def words(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    pieces = [p for s, e in spans if text[s:e].strip() for p in cut(text, s, e)]
    out: list[tuple[int, int]] = []
    i = 0
    while i < len(pieces):
        if i + 2 < len(pieces) and joins(text, pieces[i : i + 3]):
            out.append((pieces[i][0], pieces[i + 2][1]))
            i += 3
            continue
        if out and continues(text, out[-1], pieces[i]):
            out[-1] = (out[-1][0], pieces[i][1])
        else:
            out.append(pieces[i])
        i += 1
    return out


def continues(text: str, last: tuple[int, int], piece: tuple[int, int]) -> bool:
    """Runs of one mark are one word ("!!", "=="), and "etc" keeps its stop."""
    a, b = text[last[0] : last[1]], text[piece[0] : piece[1]]
    if last[1] != piece[0]:
        return False
    return (b in "!?*=_<>-" and set(a) == {b}) or (a == "etc" and b == ".")


def joins(text: str, three: list[tuple[int, int]]) -> bool:
    (a, b), (c, d), (e, f) = three
    return (
        b == c and d == e and text[c:d] == "-"
        and text[a:b].lower() in JOINED and text[e:f][:1].isalpha()
    )
