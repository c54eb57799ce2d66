"""Write training data for names from what the teachers said.

    python train/teachers/label.py --taught taught.jsonl --out names --raw raw \\
        --countries ../shared/data/actors/world_countries/countries.json

Writes train.iob2 and dev.iob2 (word, tab, tag; "_" where the name is in doubt; a
blank line after a sentence; "# doc" before a document) and prints what they hold.
"""

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path

import agree
import evidence

KINDS = ("PER", "ORG", "LOC", "NORP", "EVENT")
DEV = 8  # of 256 documents
COMPANY = frozenset("INC CORP LTD CO PLC AG NV SA GMBH".split())


def documents(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            yield json.loads(line)


def capitals(words, sents, judged, corpus, names):
    """Names of a headline in capitals, by what its story calls them; unknown words are in doubt."""
    found = {tuple(w.upper() for w in key): kind for key, kind in names.kind.items() if kind != "O"}
    for sent, (spans, _) in zip(sents, judged):
        for s, e, kind in spans:
            key = [w.upper() for w in sent["w"][s:e]]
            found[tuple(key)] = kind
            if kind == "PER":
                found[(key[-1],)] = kind
            while kind == "ORG" and len(key) > 1 and key[-1].rstrip(".") in COMPANY:
                key.pop()
                found[tuple(key)] = kind
    spans, doubt, i = [], set(), 0
    while i < len(words):
        for n in range(min(8, len(words) - i), 0, -1):
            kind = found.get(tuple(words[i : i + n]))
            if kind and (n > 1 or words[i].lower() not in corpus.lower):
                spans.append((i, i + n, kind))
                i += n
                break
        else:
            if words[i].isalpha() and words[i].lower() not in corpus.lower:
                doubt.add(i)
            i += 1
    return spans, doubt


def dated(line, sent, spans, doubt):
    """The sentence with its dateline before it: place and agency are names by their place."""
    head = line["w"]
    n = len(head)
    sent["text"] = line["text"] + sent["text"]
    sent["w"] = head + sent["w"]
    sent["a"], sent["b"] = ([[s + n, e + n, k] for s, e, k in sent[x]] for x in "ab")
    out = [(0, head.index(","), "LOC")] + [(s + n, e + n, k) for s, e, k in spans]
    if "(" in head:
        at = head.index("(") + 1
        out.append((at, at + 1, "ORG"))
    return sorted(out), {i + n for i in doubt}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--taught", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--raw", type=Path, help="also write each source's sentences, one a line")
    parser.add_argument("--countries", type=Path, help="countries.json of world-countries")
    args = parser.parse_args()

    corpus = evidence.gather(args.taught)
    names = evidence.known(args.countries)
    args.out.mkdir(parents=True, exist_ok=True)
    files = {part: open(args.out / f"{part}.iob2", "w", encoding="utf-8") for part in ("train", "dev")}
    raw = {}
    totals, counts, agreement = Counter(), Counter(), Counter()
    for d in documents(args.taught):
        source, sents = d["source"], d["sents"]
        part = "dev" if hashlib.sha256(d["id"].encode()).digest()[0] < DEV else "train"
        files[part].write(f"# doc {source}/{d['id']}\n")
        judged = agree.document(sents, corpus, names, source)
        if d["title"]["w"]:
            words = d["title"]["w"]
            judged.insert(0, capitals(words, sents, judged, corpus, names))
            sents.insert(0, {"text": d["title"]["text"], "w": words, "a": [], "b": []})
        if d["dateline"]["w"] and sents:
            at = 1 if d["title"]["w"] else 0
            judged[at] = dated(d["dateline"], sents[at], *judged[at])
        for sent, (spans, doubt) in zip(sents, judged):
            for word, tag in zip(sent["w"], agree.tags(len(sent["w"]), spans, doubt)):
                files[part].write(f"{word}\t{tag}\n")
            files[part].write("\n")
            for key in (part, source):
                totals[key, "sentences"] += 1
                totals[key, "words"] += len(sent["w"])
                totals[key, "doubt"] += len(doubt)
            counts.update((part, s[2]) for s in spans)
            a, b = map(set, evidence.both(sent))
            for key, said in (("a", a), ("b", b), ("both", a & b)):
                agreement.update((s[2], key) for s in said)
        if args.raw:
            if source not in raw:
                args.raw.mkdir(parents=True, exist_ok=True)
                raw[source] = open(args.raw / f"{source}.txt", "w", encoding="utf-8")
            raw[source].writelines(s["text"] + "\n" for s in sents)
    for f in list(files.values()) + list(raw.values()):
        f.close()

    for key, n in sorted(totals.items()) + sorted(counts.items()):
        print(*key, n)
    for kind in KINDS:
        n, x, y = (agreement[kind, k] for k in ("both", "a", "b"))
        print(f"agreement {kind}: small {x}, middle {y}, both {n}, F1 {200 * n / max(1, x + y):.1f}")


if __name__ == "__main__":
    main()
