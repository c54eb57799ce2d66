"""Turn two teachers' spans into one set of names, and say where they are in doubt.

In: a document's sentences as teach.py writes them. Out: spans, and the words whose
name nobody can tell; they get the tag "_" and training masks the loss there.

A span that both teachers give stands. Where they differ, the rest of the document
decides (a surname whose full name both gave), then the corpus (the same words agreed
on often enough elsewhere). known.tsv settles names that state media and wires use
daily and teachers trouble with.
"""

import re

from evidence import OTHER, TITLES, both

RATE = 0.5  # share of a string's places that must be names to overrule one teacher
FOUND = 0.75  # the same, to add a name that both missed
DOUBT = "_"

SURNAMES = frozenset(
    "An Cha Chae Chang Cho Choe Chon Chong Han Ham Ho Hong Hwang Hyon Im Jang Jo Jon Jong Ju Kang Kim Ko "
    "Kwak Kwon Kye Mun Min Nam O Ok Om Pae Paek Pak Pang Pong Pyon Ra Ri Rim Ro Ryang Ryom Ryu Sim Sin "
    "So Sok Son Song Thae Tong U Won Yang Yom Yon Yun".split()
)
GIVEN = re.compile(r"^[A-Z][a-z]{1,6}$")
# "Kim Il Sung University" and "Kim Il Sung Square" are no persons.
BODIES = frozenset(
    "University Gallery Museum Academy Institute Library School Squad Foundation Fund League Society "
    "Committee Association Party Hospital Company".split()
)
PLACES = frozenset("Square Stadium Street Airport River Bridge Hall Palace Station Mountain Park".split())
THINGS = frozenset(
    "Youth Order Prize Award Military Medal Higher Normal Orchid Medical Political Peace Great Forum "
    "Nationalism Patriotism Constitution Socialist".split()
)
# States and capitals that are also persons' or other things' names next to a capital word.
SOMETIMES = frozenset(
    "Georgia Jordan Chad Guinea Niger Dominica Jersey Turkey Israel Lebanon Washington Paris London".split()
)
# A town whose side plays is a club, not a place.
SPORT = re.compile(
    r"\b(coach|striker|midfielder|defender|goalkeeper|innings|wicket|quarter-?finals?|semi-?finals?|"
    r"premiership|playoffs?|kickoff|league leaders|touchdown|inning|homer|tournament|champions league|"
    r"uefa|fifa|nba|nfl|nhl|test match|scored|matches|penalty)\b",
    re.I,
)
CLUB_AFTER = frozenset(
    "beat beats won lost drew thrashed defeated boss coach manager striker captain defender midfielder "
    "goalkeeper forward winger chairman fans players side play played face host hosted edged crushed "
    "scored striker's take took led".split()
)
CLUB_BEFORE = frozenset("beat beating against versus v vs over defeated defeating joined edged thrashed crushed".split())
SITE = frozenset("in at near from to through of outside around".split())


def capital(word):
    return word[:1].isupper()


def document(sents, corpus, names, source="", favour=""):
    """Each sentence's spans and doubtful words.

    favour "a" or "b" settles every doubt in that teacher's way (for measuring).
    """
    persons = surnames(sents)
    text = " ".join(" ".join(s["w"]) for s in sents)
    sport = len(SPORT.findall(text)) >= 4
    out = []
    for sent in sents:
        spans, doubt = merge(sent, corpus, persons, favour)
        work = Sentence(sent["w"], *both(sent), spans, doubt)
        work.contrary(corpus, persons)
        work.heads()
        work.dateline()
        if source.startswith("kcna"):
            work.korean(corpus)
        work.known(names)
        if source.endswith("headline"):
            work.headline(corpus, names)
        work.missed(corpus, persons)
        if sport:
            work.clubs(names)
        out.append((sorted(work.spans), set() if favour else work.doubt))
    return out


def surnames(sents):
    """Words that end a longer person's name, by both teachers, in this document."""
    found = set()
    for sent in sents:
        a, b = both(sent)
        for s, e, kind in set(a) & set(b):
            if kind == "PER" and e - s > 1:
                found.add(sent["w"][e - 1])
    return {w for w in found if len(w) > 2 and capital(w)}


def merge(sent, corpus, persons, favour=""):
    w = sent["w"]
    a, b = both(sent)
    agreed = set(a) & set(b)
    spans = {x for x in agreed if x[2] != OTHER}
    doubt = set()
    for group in clashes([x for x in a if x not in agreed], [x for x in b if x not in agreed]):
        real = [x for x in group if x[2] != OTHER]
        if not real:
            continue
        chosen = settle(w, real, corpus, persons)
        covered = {i for s, e, _ in real for i in range(s, e)}
        if chosen:
            spans.add(chosen)
            covered -= set(range(chosen[0], chosen[1]))
            covered = {i for i in covered if capital(w[i]) and w[i].lower() not in TITLES}
        elif favour:
            spans |= {x for x in (a if favour == "a" else b) if x in group and x[2] != OTHER}
            covered = set()
        doubt |= covered
    return spans, doubt


def clashes(a, b):
    """Groups of spans that overlap one another across the two teachers."""
    left = sorted(a + b)
    while left:
        group = [left.pop(0)]
        end = group[0][1]
        while left and left[0][0] < end:
            group.append(left.pop(0))
            end = max(end, group[-1][1])
        yield group


def settle(words, group, corpus, persons):
    """The span that the document or the corpus vouches for, or None."""
    best = None
    for s, e, kind in sorted(group, key=lambda x: x[0] - x[1]):
        before = words[s - 1].lower() if s else ""
        if kind == "PER" and (words[e - 1] in persons or before in TITLES and all(capital(w) for w in words[s:e])):
            best = (s, e, "PER")
            break
        verdict = corpus.verdict(tuple(words[s:e]))
        if verdict and verdict[1] >= RATE:
            best = (s, e, verdict[0])
            break
    if not best:
        return None
    for s, e, _ in group:  # a longer reading that adds a capital word keeps the doubt
        if s <= best[0] and e >= best[1]:
            extra = words[s : best[0]] + words[best[1] : e]
            if any(capital(x) and x.lower() not in TITLES for x in extra):
                return None
    return best


class Sentence:
    """A sentence under correction: each rule settles spans or raises doubt."""

    def __init__(self, words, a, b, spans, doubt):
        self.w, self.a, self.b, self.spans, self.doubt = words, a, b, spans, doubt

    def place(self, s, e, kind, force=False):
        """Put a span unless a longer one holds it or one straddles its edge."""
        over = {x for x in self.spans if x[0] < e and x[1] > s}
        if any(x[0] < s or x[1] > e for x in over) or (over and not force):
            return
        self.spans = (self.spans - over) | {(s, e, kind)}
        self.doubt -= set(range(s, e))

    def drop(self, span):
        self.spans.discard(span)
        self.doubt |= set(range(span[0], span[1]))

    def taken(self, s, e):
        return any(x[0] < e and x[1] > s for x in self.spans)

    def disputed(self, s, e):
        """A teacher reads a longer name here, with another capital word in it."""
        for x in self.a + self.b:
            if x[2] == OTHER or x in self.spans or x[0] > s or x[1] < e or x[:2] == (s, e):
                continue
            if any(capital(v) and v.lower() not in TITLES for v in self.w[x[0] : s] + self.w[e : x[1]]):
                return True
        return False

    def other(self, s, e):
        """A teacher says these words are a language, a product or the like."""
        return any(x[:2] == (s, e) and x[2] == OTHER for x in self.a + self.b)

    def around(self, s, e):
        before = self.w[s - 1] if s else ""
        after = self.w[e] if e < len(self.w) else ""
        return before, after

    def contrary(self, corpus, persons):
        """Both teachers can be wrong of a surname whose full name the document gives ("Trump" as ORG)."""
        for s, e, kind in sorted(self.spans):
            verdict = corpus.verdict(tuple(self.w[s:e]))
            if kind not in ("ORG", "LOC", "NORP") or e - s > 1 or self.w[s] not in persons or verdict and verdict[0] != "PER":
                continue
            self.place(s, e, "PER", force=True)

    def dateline(self):
        """"MACAO, Nov. 2 (UPI) --": capitals before the first comma are a place."""
        n = next((i for i, w in enumerate(self.w[:5]) if not w.isupper() or not w[:1].isalpha()), 0)
        if n and n < len(self.w) and self.w[n] in (",", "(", ":") and {"-", "--", "—", "–", ")"} & set(self.w[:16]):
            if n > 1 or len(self.w[0]) > 3:
                self.place(0, n, "LOC", force=True)

    def heads(self):
        """A person's name before "University" or "Square" is a part of another name."""
        for span in sorted(self.spans):
            s, e, kind = span
            last = self.w[e - 1]
            if kind == "PER" and e - s > 1 and last in BODIES | PLACES:
                self.spans.remove(span)
                self.spans.add((s, e, "ORG" if last in BODIES else "LOC"))

    def korean(self, corpus):
        """State media's three-part names: family name first, "Ri Su Yong"."""
        w = self.w
        for i in range(len(w) - 2):
            if w[i] not in SURNAMES or not GIVEN.match(w[i + 1]) or not GIVEN.match(w[i + 2]):
                continue
            before, after = self.around(i, i + 3)
            if after in BODIES | PLACES | THINGS or any(x[0] <= i and x[1] >= i + 3 for x in self.spans):
                continue
            if before not in SURNAMES and (corpus.verdict(tuple(w[i : i + 3])) or not capital(after)):
                self.place(i, i + 3, "PER", force=True)
            elif not self.taken(i, i + 3):
                self.doubt |= set(range(i, i + 3))

    def known(self, names):
        for s, e, kind in names.matches(self.w):
            before, after = self.around(s, e)
            if kind == "O":
                self.spans.discard(next((x for x in self.spans if x[:2] == (s, e)), None))
                if not self.taken(s, e):
                    self.doubt -= set(range(s, e))
                continue
            if self.disputed(s, e) or self.other(s, e):
                continue
            if e - s == 1 and self.w[s] in SOMETIMES and (capital(before) or capital(after)):
                continue
            # A demonym that begins what one teacher takes for a longer name stays open.
            if kind == "NORP" and (s, e, kind) not in self.spans and any(x[0] <= e < x[1] for x in self.a + self.b):
                if capital(after) and after.lower() not in TITLES:
                    continue
            self.place(s, e, kind, force=True)

    def headline(self, corpus, names):
        """Capitals mean nothing in a headline: trust only names known from running text."""
        for span in sorted(self.spans):
            key = tuple(self.w[span[0] : span[1]])
            verdict = corpus.verdict(key)
            korean = span[2] == "PER" and span[1] - span[0] == 3 and key[0] in SURNAMES
            if not (names.kind.get(key) == span[2] or korean or verdict and verdict[0] == span[2] and verdict[1] >= RATE):
                self.drop(span)
        for i, word in enumerate(self.w):
            if capital(word) and word.lower() not in corpus.lower and not self.taken(i, i + 1) and not self.other(i, i + 1):
                self.doubt.add(i)

    def missed(self, corpus, persons):
        """Names that neither teacher saw here but both saw elsewhere."""
        for s, e in corpus.matches(self.w):
            if self.taken(s, e):
                continue
            kind, rate = corpus.verdict(tuple(self.w[s:e])) or (None, 0)
            before, after = self.around(s, e)
            alone = not (s > 1 and capital(before)) and not capital(after)
            if kind and rate >= FOUND and alone and not self.disputed(s, e):
                self.place(s, e, kind)
            elif not kind or rate >= 0.2:
                self.doubt |= set(range(s, e))
        for i, word in enumerate(self.w):
            if word in persons and not self.taken(i, i + 1):
                before, after = self.around(i, i + 1)
                if capital(before) and i > 1 and before.lower() not in TITLES or capital(after) or self.disputed(i, i + 1):
                    self.doubt.add(i)
                else:
                    self.place(i, i + 1, "PER")

    def clubs(self, names):
        for span in sorted(self.spans):
            s, e, kind = span
            if kind != "LOC" or names.kind.get(tuple(self.w[s:e])) == "LOC":
                continue
            before, after = self.around(s, e)
            if before in SITE:
                continue
            if after in CLUB_AFTER or before in CLUB_BEFORE:
                self.spans.remove(span)
                self.spans.add((s, e, "ORG"))
            else:
                self.drop(span)


def tags(n, spans, doubt):
    out = [DOUBT if i in doubt else "O" for i in range(n)]
    for s, e, kind in spans:
        out[s:e] = ["B-" + kind] + ["I-" + kind] * (e - s - 1)
    return out
