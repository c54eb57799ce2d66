"""Let the teacher of trees weigh sentences, for `nuncio train label --scores`.

    python train/teachers/trees/label.py --teacher trees.pt --vectors glove.json \\
        --names names/train.iob2 --words 1200000 --out trees.scores

In: sentences, a word a line and whatever else behind a tab. Out: first a line
with the names of tags and relations, then one JSON object a sentence, with the
logarithms of the best probabilities of each word: "u" and "x" for UPOS and XPOS,
"h" for heads (0 the root), "r" for the relations to each of these heads.
"""

import argparse
import json
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from transformers import AutoTokenizer

import data
import model
import teach

HEADS, REST = 5, 4  # of a word that are kept
LONGEST = 100


def read(path: Path) -> list[list[str]]:
    out, words = [], []
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("# ") and "\t" not in line:
                continue  # a comment
            word = line.rstrip("\n").split("\t")[0]
            if word:
                words.append(word)
            elif words:
                out.append(words)
                words = []
    return out + [words] if words else out


def gather(joint: torch.Tensor, groups: np.ndarray, n: int) -> torch.Tensor:
    """Log probabilities of groups of tags out of those of tags."""
    total = torch.zeros(*joint.shape[:2], n).index_add(2, torch.from_numpy(groups), joint.exp())
    return total.clamp(min=1e-9).log()


def pairs(values, numbers):
    """[number, log, number, log, …] of one word, unlikely ones left out."""
    out = []
    for v, k in zip(values, numbers):
        if v > -7 or not out:
            out += [k, round(v, 2)]
    return out


class Teacher:
    def __init__(self, path: Path, vectors: data.Vectors, half=False):
        self.half = half
        kept = torch.load(path)
        self.rels, self.tags = kept["rels"], kept["tags"]
        self.net = model.Parser(teach.FOLDER, vectors.table, len(self.tags), len(self.rels))
        self.net.load_state_dict(kept["net"], strict=False)
        self.net.eval()
        self.coder = data.Coder(AutoTokenizer.from_pretrained(teach.FOLDER), vectors)
        self.upos = sorted({t.split(" ")[0] for t in self.tags})
        self.xpos = sorted({t.split(" ")[1] for t in self.tags})
        self.to_upos = np.array([self.upos.index(t.split(" ")[0]) for t in self.tags])
        self.to_xpos = np.array([self.xpos.index(t.split(" ")[1]) for t in self.tags])

    def weigh(self, sents: list[list[str]]) -> list[dict]:
        """Sentences of one length."""
        torch.set_num_threads(1)
        with torch.no_grad():
            tags, arcs, parts = self.net(teach.tensors(self.coder.batch(sents)), self.half)
            tags, arcs = tags.log_softmax(-1), arcs.log_softmax(-1)
            best, heads = arcs.topk(min(HEADS, arcs.shape[-1]), -1)
            rels = self.net.labels(parts, heads, self.half).log_softmax(-1).topk(REST, -1)
            u = gather(tags, self.to_upos, len(self.upos)).topk(REST, -1)
            x = gather(tags, self.to_xpos, len(self.xpos)).topk(REST, -1)
        best, heads, rel, rel_at, u, u_at, x, x_at = (t.tolist() for t in (best, heads, *rels, *u, *x))
        out = []
        for i, words in enumerate(sents):
            row = {"w": words, "u": [], "x": [], "h": [], "r": []}
            for j in range(len(words)):
                row["u"].append(pairs(u[i][j], u_at[i][j]))
                row["x"].append(pairs(x[i][j], x_at[i][j]))
                h = pairs(best[i][j], heads[i][j])
                row["h"].append(h)
                row["r"].append([pairs(rel[i][j][k], rel_at[i][j][k]) for k in range(len(h) // 2)])
            out.append(row)
        return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--words", type=int, default=0, help="words to take, drawn from the whole file; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--half", action="store_true", help="count in bfloat16 where it saves most: for processors with AMX")
    args = parser.parse_args()

    sents = [s for s in read(args.names) if 1 <= len(s) <= LONGEST]
    if args.words:
        random.Random(args.seed).shuffle(sents)
        total, n = 0, 0
        while n < len(sents) and total < args.words:
            total += len(sents[n])
            n += 1
        sents = sents[:n]
    teacher = Teacher(args.teacher, data.Vectors(args.vectors), args.half)
    torch.set_num_threads(1)
    order = data.batches([len(s) for s in sents], 1200, random.Random(args.seed))
    start, words = time.time(), 0
    with open(args.out, "w", encoding="utf-8") as out, ThreadPoolExecutor(2) as pool:
        out.write(json.dumps({"upos": teacher.upos, "xpos": teacher.xpos, "rels": teacher.rels}) + "\n")
        # A batch waits in line at most, so that memory stays small.
        for n in range(0, len(order), 8):
            for rows in pool.map(teacher.weigh, [[sents[i] for i in b] for b in order[n : n + 8]]):
                for row in rows:
                    out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
                    words += len(row["w"])
            if n % 80 == 0:
                print(f"{words} words, {words / (time.time() - start):.0f} a second", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
