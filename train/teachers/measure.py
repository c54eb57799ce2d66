"""Span F1 of each teacher, and of their agreement, on given words with gold names.

    python train/teachers/measure.py --taught taught.jsonl \\
        --countries ../shared/data/actors/world_countries/countries.json GOLD

GOLD has a word and a tag a line (CoNLL columns). Only PER, ORG and LOC count; what
the gold calls otherwise is left out of the gold, demonyms and events out of the answer.
"""

import argparse
from pathlib import Path

from spacy.tokens import Doc

import agree
import evidence
import teach

COUNTED = ("PER", "ORG", "LOC")


def gold(path):
    """Documents of (words, names); a file without document marks is one document."""
    doc, words, tags = [], [], []
    for line in open(path, encoding="utf-8").read().split("\n") + [""]:
        cell = line.split("\t")
        if len(cell) >= 3:
            words.append(cell[1])
            tags.append(cell[2])
        elif not line.strip() and words:
            if words == ["-DOCSTART-"]:
                if doc:
                    yield doc
                doc = []
            else:
                doc.append((words, spans(tags)))
            words, tags = [], []
    if doc:
        yield doc


def spans(tags):
    out, start = set(), None
    for i, tag in enumerate(tags + ["O"]):
        if start is not None and not tag.startswith("I-"):
            out.add((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-") or (tag.startswith("I-") and start is None):
            start = i
    return {s for s in out if s[2] in COUNTED}


def report(name, pairs):
    line = [f"{name:28}"]
    for kind in COUNTED + (None,):
        hit = said = true = 0
        for g, p in pairs:
            g = {s for s in g if kind in (None, s[2])}
            p = {s for s in p if s[2] == kind or (kind is None and s[2] in COUNTED)}
            hit, said, true = hit + len(g & p), said + len(p), true + len(g)
        p, r = hit / max(1, said), hit / max(1, true)
        line.append(f"{kind or 'all'} P {100 * p:.1f} R {100 * r:.1f} F {200 * p * r / max(1e-9, p + r):.1f}")
    print(" | ".join(line))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--taught", type=Path, required=True, help="teach.py's output: the corpus whose counts decide")
    parser.add_argument("--countries", type=Path)
    args = parser.parse_args()

    sm, md = teach.teachers()
    corpus = evidence.gather(args.taught)
    names = evidence.known(args.countries)
    rows = []  # sport?, gold, small, middle, with doubts settled, with doubts open, doubt, words
    for doc in gold(args.gold):
        sents = [{"w": words} for words, _ in doc]
        for sent in sents:
            starts = [i == 0 for i in range(len(sent["w"]))]
            for key, nlp in (("a", sm), ("b", md)):
                said = nlp.get_pipe("ner")(Doc(nlp.vocab, words=sent["w"], sent_starts=starts))
                sent[key] = teach.spans_of(said, 0, len(sent["w"]))
        sport = len(agree.SPORT.findall(" ".join(w for s in sents for w in s["w"]))) >= 2 or scores(sents)
        settled = agree.document(sents, corpus, names, favour="b")
        still = agree.document(sents, corpus, names)
        for sent, (_, g), (p, _), (q, doubt) in zip(sents, doc, settled, still):
            a, b = map(set, evidence.both(sent))
            rows.append((sport, g, a, b, set(p), set(q), doubt, len(sent["w"])))

    for title, part in (("all", rows), ("without sport", [r for r in rows if not r[0]])):
        print(f"{title}: {len(part)} sentences")
        report("small alone", [(r[1], r[2]) for r in part])
        report("middle alone", [(r[1], r[3]) for r in part])
        report("agreed only", [(r[1], r[2] & r[3]) for r in part])
        report("scheme, doubt as middle", [(r[1], r[4]) for r in part])
        report("scheme, doubt as O", [(r[1], r[5]) for r in part])
        pairs = [(clear(r[1], r[6]), clear(r[5], r[6])) for r in part]
        report("scheme, doubt left out", pairs)  # what training sees
        total = sum(len(r[1]) for r in part)
        print(
            f"in doubt: {sum(len(r[6]) for r in part)} of {sum(r[7] for r in part)} words, "
            f"{total - sum(len(g) for g, _ in pairs)} of {total} gold names"
        )


def scores(sents):
    """A results page: many figures."""
    words = [w for s in sents for w in s["w"]]
    return sum(any(c.isdigit() for c in w) for w in words) > len(words) / 5


def clear(spans, doubt):
    return {s for s in spans if not doubt & set(range(s[0], s[1]))}


if __name__ == "__main__":
    main()
