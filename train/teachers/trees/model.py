"""The teacher's network: a fine-tuned transformer under tags and a biaffine parser."""

import torch
from torch import nn
from transformers import AutoModel

from data import TABLES

ARC, LABEL = 400, 100


class Mlp(nn.Module):
    def __init__(self, n, m, drop):
        super().__init__()
        self.layer, self.drop = nn.Linear(n, m), SharedDropout(drop)

    def forward(self, x):
        return self.drop(nn.functional.leaky_relu(self.layer(x), 0.1))


class SharedDropout(nn.Module):
    """Drops the same columns at all words of a sentence."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or not self.p:
            return x
        keep = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - self.p) / (1 - self.p)
        return x * keep


class Parser(nn.Module):
    def __init__(self, path, static, tags, rels, hidden=256, drop=0.33):
        super().__init__()
        self.bert = AutoModel.from_pretrained(path, attn_implementation="eager", add_pooling_layer=False)
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.mix = nn.Parameter(torch.zeros(self.bert.config.num_hidden_layers + 1))
        self.static = nn.Embedding.from_pretrained(torch.from_numpy(static), freeze=True)
        self.tables = nn.ModuleList(nn.Embedding(rows, dim) for rows, dim in TABLES.values())
        width = self.bert.config.hidden_size + static.shape[1] + sum(dim for _, dim in TABLES.values())
        self.norm = nn.LayerNorm(self.bert.config.hidden_size)
        self.drop = SharedDropout(drop)
        self.lstm = nn.LSTM(width, hidden, batch_first=True, bidirectional=True)
        out = 2 * hidden + self.bert.config.hidden_size
        self.tag = nn.Sequential(nn.Linear(out, 256), nn.LeakyReLU(0.1), nn.Dropout(drop), nn.Linear(256, tags))
        self.arc_dep, self.arc_head = Mlp(out, ARC, drop), Mlp(out, ARC, drop)
        self.rel_dep, self.rel_head = Mlp(out, LABEL, drop), Mlp(out, LABEL, drop)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rel = nn.Parameter(torch.randn(LABEL + 1, rels, LABEL + 1) * 0.02)
        for t in self.tables:
            nn.init.normal_(t.weight, std=0.3)

    def words(self, b, half):
        """A vector for every word, the root at position 0."""
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            states = self.bert(input_ids=b["ids"], attention_mask=b["mask"], output_hidden_states=True).hidden_states
        states = [s.float() for s in states]
        mix = torch.softmax(self.mix, 0)
        pieces = sum(w * s for w, s in zip(mix, states))
        n, m = b["hash"].shape[:2]
        own = b["own"].flatten()
        kept = own >= 0
        total = torch.zeros(n * m, pieces.shape[-1]).index_add(0, own[kept], pieces.flatten(0, 1)[kept])
        count = torch.zeros(n * m).index_add(0, own[kept], torch.ones(int(kept.sum())))
        word = self.norm(total / count.clamp(min=1)[:, None]).view(n, m, -1)
        hashed = torch.cat([t(b["hash"][..., i]) for i, t in enumerate(self.tables)], -1)
        x = self.drop(torch.cat([word, self.static(b["static"]), hashed], -1))
        return torch.cat([self.drop(self.lstm(x)[0]), self.drop(word)], -1)

    def forward(self, b, half=False):
        """Scores of tags and of heads, and what labels() needs. With half the transformer counts in bfloat16."""
        x = self.words(b, half)
        tags = self.tag(x[:, 1:])
        dep, head = self.arc_dep(x[:, 1:]), self.arc_head(x)
        ones = torch.ones(*dep.shape[:2], 1)
        arcs = torch.cat([dep, ones], -1) @ self.arc @ head.transpose(1, 2)
        return tags, arcs, (self.rel_dep(x[:, 1:]), self.rel_head(x))

    def labels(self, parts, heads, half=False):
        """Scores of the relations to the given heads, of any number for each word."""
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            return self.label(parts, heads).float()

    def label(self, parts, heads):
        dep, head = parts
        n, m = dep.shape[:2]
        k = heads.shape[-1]
        picked = torch.gather(head, 1, heads.reshape(n, m * k, 1).expand(-1, -1, head.shape[-1])).view(n, m, k, -1)
        picked = torch.cat([picked, torch.ones(n, m, k, 1)], -1)
        left = torch.einsum("nmd,drh->nmrh", torch.cat([dep, torch.ones(n, m, 1)], -1), self.rel)
        return torch.einsum("nmrh,nmkh->nmkr", left, picked)
