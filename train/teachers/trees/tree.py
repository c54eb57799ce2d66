"""The best tree with a single root, over scores of heads (Chu, Liu, Edmonds)."""

import numpy as np


def best(scores: np.ndarray) -> np.ndarray:
    """Heads of all words; scores[i][h] is the score of word i+1 under h, 0 the root."""
    n = scores.shape[0]
    full = np.full((n + 1, n + 1), -1e9)
    full[1:] = scores
    np.fill_diagonal(full, -1e9)
    heads = full.argmax(1)
    heads[0] = 0
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) == 1 and not cycle(heads):
        return heads[1:]
    # Every word that may be the root is tried: few are worth it.
    order = np.argsort(-full[1:, 0])[:5] + 1
    found, top = None, -np.inf
    for r in order:
        one = full.copy()
        one[1:, 0] = -1e6
        one[r, 0] = full[r, 0]
        h = edmonds(one)
        value = one[np.arange(1, n + 1), h[1:]].sum()
        if value > top:
            found, top = h, value
    return found[1:]


def cycle(heads) -> list[int]:
    """The words of one ring, or nothing."""
    state = np.zeros(len(heads), dtype=int)
    state[0] = 2
    for start in range(1, len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for p in path:
            state[p] = 2
    return []


def edmonds(scores: np.ndarray) -> np.ndarray:
    heads = scores.argmax(1)
    heads[0] = 0
    ring = cycle(heads)
    if not ring:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[ring] = True
    outer = np.flatnonzero(~inside)
    m = len(outer)
    small = np.full((m + 1, m + 1), -1e9)
    small[:m, :m] = scores[np.ix_(outer, outer)]
    ring = np.array(ring)
    # Into the ring: what breaking it at a word costs. Out of it: its best word.
    lost = scores[np.ix_(ring, outer)] - scores[ring, heads[ring]][:, None]
    entry = lost.argmax(0)
    small[m, :m] = lost.max(0)
    leave = scores[np.ix_(outer, ring)]
    exit_ = leave.argmax(1)
    small[:m, m] = leave.max(1)
    small[0] = -1e9
    np.fill_diagonal(small, -1e9)
    found = edmonds(small)
    out = heads.copy()
    for i in range(1, m):
        out[outer[i]] = ring[exit_[i]] if found[i] == m else outer[found[i]]
    out[ring[entry[found[m]]]] = outer[found[m]]
    return out
