"""Treebanks and words, as the teacher of trees reads them.

In: CoNLL-U files. Out: sentences, and batches of sentences of one length, so
that no word of a batch is padding.
"""

import functools
import json
import random
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

# Tables of hashed features, as the released model has them: rows and columns.
TABLES = {
    "form": (16384, 64), "pre3": (4096, 24), "suf2": (2048, 16),
    "suf3": (6144, 32), "suf4": (6144, 24), "shape": (1024, 24),
}
PIECES = 8  # of a word; the rest of a longer one is cut off


@dataclass
class Sentence:
    words: list[str]
    heads: list[int]
    rels: list[str]
    tags: list[str]  # "UPOS XPOS"


def read(path: Path, skip=()) -> list[Sentence]:
    """The sentences of a treebank, without documents whose name starts with one of skip."""
    out, doc, rows = [], "", []
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id"):
                doc = line.split("=", 1)[1].strip()
            elif line.startswith("#"):
                continue
            elif line:
                cell = line.split("\t")
                if cell[0].isdigit():
                    rows.append(cell)
            elif rows:
                if not doc.startswith(tuple(skip)):
                    out.append(sentence(rows))
                rows = []
    return out


def sentence(rows) -> Sentence:
    return Sentence(
        [r[1] for r in rows], [int(r[6]) for r in rows], [r[7] for r in rows], [f"{r[3]} {r[4]}" for r in rows]
    )


def shape(word: str) -> str:
    """The word's kinds of characters, runs of more than two cut short."""
    out = ""
    for c in word:
        k = "X" if c.isupper() else "x" if c.isalpha() else "9" if c.isdigit() else c
        if not out.endswith(k * 2):
            out += k
    return out[:8]


@functools.lru_cache(maxsize=None)
def hashes(word: str) -> tuple[int, ...]:
    low = word.lower()
    values = {
        "form": word, "pre3": low[:3], "suf2": low[-2:], "suf3": low[-3:], "suf4": low[-4:], "shape": shape(word),
    }
    return tuple(zlib.crc32(f"{k} {values[k]}".encode()) % rows for k, (rows, _) in TABLES.items())


class Vectors:
    """Static vectors of words; the first row is for words without one."""

    def __init__(self, path: Path, limit: int = 200_000):
        with open(path, encoding="utf-8") as f:
            package = json.load(f)
        names, vectors = package["words"][:limit], package["vectors"]
        self.index = {w: i + 1 for i, w in enumerate(names)}
        # Two numbers more stand behind a vector's.
        self.table = np.zeros((len(names) + 1, 100), dtype=np.float32)
        for i, w in enumerate(names):
            self.table[i + 1] = vectors[w][:100]
        self.table /= self.table[1:].std()

    def find(self, word: str) -> int:
        return self.index.get(word.lower(), 0)


class Coder:
    """Turns words into what the network takes in."""

    def __init__(self, tokenizer, vectors: Vectors):
        self.tokenizer, self.vectors, self.known = tokenizer, vectors, {}

    def pieces(self, word: str) -> list[int]:
        if word not in self.known:
            ids = self.tokenizer.encode(word, add_special_tokens=False)[:PIECES]
            self.known[word] = ids or [self.tokenizer.unk_token_id]
        return self.known[word]

    def batch(self, sents: list[list[str]]):
        """Arrays of a batch of sentences with the same number of words.

        Position 0 is the root: the first piece, no static vector, the hash of nothing.
        """
        rows, owner, count = [], [], []
        width = len(sents[0]) + 1
        for i, words in enumerate(sents):
            ids, own = [self.tokenizer.cls_token_id], [i * width]
            for j, w in enumerate(words):
                for p in self.pieces(w):
                    ids.append(p)
                    own.append(i * width + j + 1)
            ids.append(self.tokenizer.sep_token_id)
            own.append(-1)
            rows.append(ids[:512])
            owner.append(own[:512])
        longest = max(len(r) for r in rows)
        ids = np.zeros((len(rows), longest), dtype=np.int64)
        mask = np.zeros((len(rows), longest), dtype=np.int64)
        own = np.full((len(rows), longest), -1, dtype=np.int64)
        for i, r in enumerate(rows):
            ids[i, : len(r)], mask[i, : len(r)], own[i, : len(r)] = r, 1, owner[i]
        hashed = np.array([[hashes(w) for w in ["", *words]] for words in sents], dtype=np.int64)
        static = np.array([[self.vectors.find(w) if w else 0 for w in ["", *words]] for words in sents], dtype=np.int64)
        return {"ids": ids, "mask": mask, "own": own, "hash": hashed, "static": static}


def batches(lengths: list[int], words: int, rng: random.Random | None = None):
    """Indices of sentences of one length, about so many words a batch."""
    groups: dict[int, list[int]] = {}
    for i, n in enumerate(lengths):
        groups.setdefault(n, []).append(i)
    out = []
    for n, group in sorted(groups.items()):
        if rng:
            rng.shuffle(group)
        size = max(1, words // n)
        out += [group[i : i + size] for i in range(0, len(group), size)]
    if rng:
        rng.shuffle(out)
    return out


def recase(words: list[str], rng: random.Random) -> list[str]:
    """The sentence in capitals, as a headline or in small letters."""
    how = rng.randrange(3)
    if how == 0:
        return [w.upper() for w in words]
    if how == 1:
        return [w[:1].upper() + w[1:] for w in words]
    return [w.lower() for w in words]
