"""News without labels for a model of our own to parse, and its trees made ready to learn from.

    python3 train/teachers/news.py --data ../shared/data --out news.jsonl
    nuncio parse news.jsonl > parsed.conllu
    python3 train/teachers/news.py --trees parsed.conllu --out silver.conllu

In: the optional data folder; or trees as nuncio parse writes them. Out: reports as JSON Lines, the
same choice of texts that names are labelled on; or the sentences of three to ninety words, with
"Name=O" where the model found no name, for training takes a sentence without any as not known.
"""

import argparse
import json
from pathlib import Path

import texts

SEED = 1814
SHORTEST, LONGEST = 3, 90


def reports(data: Path):
    for d in texts.choose(data, SEED):
        paragraphs = list(d.paragraphs)
        if not paragraphs:
            continue
        paragraphs[0] = d.dateline + paragraphs[0]
        if d.title:
            paragraphs.insert(0, d.title)
        # No event is made of these: any day will do.
        yield {"id": f"{d.source}-{d.name}", "date": "2000-01-01", "text": "\n\n".join(paragraphs)}


def sentences(lines):
    """Sentences as lists of columns."""
    words = []
    for line in lines:
        if line.startswith("#"):
            continue
        if line.strip():
            words.append(line.rstrip("\n").split("\t"))
        elif words:
            yield words
            words = []
    if words:
        yield words


def usable(words):
    """The sentence with names told for certain, or nothing when it is too short or too long."""
    if not SHORTEST <= len(words) <= LONGEST:
        return None
    if not any("Name=" in w[9] for w in words):
        misc = words[0][9]
        words[0][9] = "Name=O" if misc == "_" else misc + "|Name=O"
    return words


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", type=Path, help="the data folder: write reports")
    p.add_argument("--trees", type=Path, help="output of nuncio parse: write sentences to learn from")
    p.add_argument("--out", type=Path, required=True)
    a = p.parse_args()
    if (a.data is None) == (a.trees is None):
        p.error("give either --data or --trees")
    with a.out.open("w") as out:
        if a.data:
            for r in reports(a.data):
                out.write(json.dumps(r) + "\n")
            return
        with a.trees.open() as lines:
            for words in sentences(lines):
                if usable(words):
                    out.write("".join("\t".join(w) + "\n" for w in words) + "\n")


if __name__ == "__main__":
    main()
