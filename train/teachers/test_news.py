"""Tests of news.py; needs no data."""

import unittest

import news


def word(i, misc="_"):
    return [str(i), "w", "w", "X", "X", "_", "0", "root", "_", misc]


class Sentences(unittest.TestCase):
    def test_comments_and_last_sentence(self):
        lines = ["# text = a\n", "\t".join(word(1)) + "\n", "\n", "\t".join(word(1)) + "\n"]
        self.assertEqual([len(s) for s in news.sentences(lines)], [1, 1])

    def test_no_name_is_said(self):
        self.assertEqual(news.usable([word(1, "SpaceAfter=No"), word(2), word(3)])[0][9], "SpaceAfter=No|Name=O")
        self.assertEqual(news.usable([word(1), word(2), word(3)])[0][9], "Name=O")

    def test_names_stay(self):
        got = news.usable([word(1), word(2, "Name=B-PER"), word(3)])
        self.assertEqual([w[9] for w in got], ["_", "Name=B-PER", "_"])

    def test_length(self):
        self.assertIsNone(news.usable([word(1), word(2)]))
        self.assertIsNone(news.usable([word(i) for i in range(91)]))


if __name__ == "__main__":
    unittest.main()
