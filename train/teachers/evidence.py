"""What two teachers say of a sentence, and what the corpus and a table say of a string.

In: sentences as teach.py writes them. Out: spans (start, end, type) without articles
and titles; counts of strings that both teachers agree on; known names.
"""

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).parent
TYPES = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
    "NORP": "NORP", "EVENT": "EVENT",
}
OTHER = "X"  # a label that is no name here (dates, money, laws): evidence against a name

OFTEN, SHARE = 5, 0.8  # how often, and how one-sidedly, a string must be agreed on to count

LEAD = frozenset("the a an this that these those his her its their our my your".split())
TRAIL = frozenset("'s ’s ' ’".split())
EDGE = re.compile(r"^[^\w&$]+$")
TITLES = frozenset(
    "president premier chancellor king queen prince princess pope emperor emir sheikh sultan minister "
    "secretary general gen. gen lt. lt lieutenant col. col colonel maj. maj major capt. capt captain "
    "marshal admiral adm. commander chairman chairwoman vice-president vice senator sen. sen rep. rep "
    "representative congressman governor gov. gov mayor ambassador envoy mr. mr mrs. mrs ms. ms miss dr. "
    "dr prof. prof professor sir lord lady dame justice judge sgt. sergeant comrade leader speaker "
    "deputy prime foreign defence defense ayatollah rev. rev reverend father archbishop bishop cardinal "
    "secy. spokesman spokeswoman director chief former ex-president analyst".split()
)


def normal(words, start, end, label):
    """The span without articles, possessives, quotes and titles, or None."""
    kind = TYPES.get(label, OTHER)
    if kind == OTHER:
        return start, end, OTHER
    changed = True
    while changed and start < end:
        changed = False
        first, last = words[start], words[end - 1]
        if first.lower() in LEAD and first not in ("A", "US") or EDGE.match(first):
            start, changed = start + 1, True
        elif end - start > 1 and last in TRAIL or EDGE.match(last):
            end, changed = end - 1, True
        elif kind == "PER" and end - start > 1 and first.lower() in TITLES:
            start, changed = start + 1, True
    if start >= end or not any(c.isupper() for w in words[start:end] for c in w):
        return None
    return start, end, kind


def both(sent):
    w = sent["w"]
    return [
        sorted({n for s, e, label in sent[k] if (n := normal(w, s, e, label))}) for k in "ab"
    ]


class Corpus:
    """What both teachers agree on, counted by string."""

    def __init__(self):
        self.kinds = defaultdict(Counter)
        self.places = Counter()
        self.lower = set()  # words usual in small letters
        self.index = {}  # first word -> lengths of counted strings, longest first

    def read(self, sents):
        """sents gives (sentence, is headline) afresh at each call; headlines are no evidence."""
        lower = Counter()
        for sent, headline in sents():
            if headline:
                continue
            lower.update(sent["w"])
            a, b = both(sent)
            for s, e, kind in set(a) & set(b):
                if kind != OTHER:
                    self.kinds[tuple(sent["w"][s:e])][kind] += 1
        self.kinds = {k: c for k, c in self.kinds.items() if sum(c.values()) >= OFTEN}
        lengths = defaultdict(set)
        for key in self.kinds:
            lengths[key[0]].add(len(key))
        self.index = {w: sorted(n, reverse=True) for w, n in lengths.items()}
        self.lower = {w for w, n in lower.items() if w.islower() and n > 1 and 4 * n > lower[w.capitalize()]}
        for sent, headline in sents():
            for s, e in () if headline else self.matches(sent["w"]):
                self.places[tuple(sent["w"][s:e])] += 1

    def matches(self, words):
        """Every counted string in the sentence, leftmost and longest, none inside another."""
        i = 0
        while i < len(words):
            for n in self.index.get(words[i], ()):
                if tuple(words[i : i + n]) in self.kinds:
                    yield i, i + n
                    i += n - 1
                    break
            i += 1

    def verdict(self, key):
        """(type, share of places where it is a name), or None when the corpus does not know."""
        kinds = self.kinds.get(key)
        if not kinds:
            return None
        kind, n = kinds.most_common(1)[0]
        total = sum(kinds.values())
        if n < SHARE * total:
            return None
        return kind, total / max(total, self.places[key])


class Known:
    def __init__(self, table):
        self.kind = table
        lengths = defaultdict(set)
        for key in table:
            lengths[key[0]].add(len(key))
        self.index = {w: sorted(n, reverse=True) for w, n in lengths.items()}

    def matches(self, words):
        i = 0
        while i < len(words):
            for n in self.index.get(words[i], ()):
                if tuple(words[i : i + n]) in self.kind:
                    yield i, i + n, self.kind[tuple(words[i : i + n])]
                    i += n - 1
                    break
            i += 1


def gather(path):
    """The corpus counts of a teach.py file."""

    def sents():
        with open(path, encoding="utf-8") as f:
            for line in f:
                d = json.loads(line)
                for sent in d["sents"]:
                    yield sent, d["source"].endswith("headline")

    corpus = Corpus()
    corpus.read(sents)
    return corpus


def known(countries=None):
    """Known names: the table beside this file, and states and demonyms where a list is given."""
    table = {}
    if countries:
        for c in json.loads(Path(countries).read_text("utf-8")):
            table[tuple(c["name"]["common"].replace("-", " - ").split())] = "LOC"
            for form in (c.get("demonyms", {}).get("eng") or {}).values():
                if form[:1].isupper() and re.fullmatch(r"[A-Za-z]+(an|ese|ish|i)", form):
                    table[(form,)] = "NORP"
                    if form[-1] in "ni":
                        table[(form + "s",)] = "NORP"
    for line in (HERE / "known.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, kind = line.split("\t")
            table[tuple(name.split(" "))] = kind
    return Known(table)
