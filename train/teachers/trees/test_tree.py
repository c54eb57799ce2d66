import itertools
import unittest

try:
    import numpy as np

    import tree
except ImportError:  # outside the teacher's environment
    np = None


@unittest.skipUnless(np, "needs numpy")
class Tree(unittest.TestCase):
    def test_the_best_of_all_trees(self):
        rng = np.random.default_rng(5)
        for n in (1, 2, 3, 4, 5):
            for _ in range(40):
                scores = rng.normal(size=(n, n + 1))
                top = max(value(scores, h) for h in itertools.product(range(n + 1), repeat=n) if whole(h))
                found = tree.best(scores)
                self.assertTrue(whole(found))
                self.assertAlmostEqual(value(scores, found), top)


def value(scores, heads):
    return sum(scores[i][h] for i, h in enumerate(heads))


def whole(heads):
    """One root, no ring, no word under itself."""
    if sum(h == 0 for h in heads) != 1:
        return False
    for i in range(len(heads)):
        at, steps = i + 1, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


if __name__ == "__main__":
    unittest.main()
