"""python -m unittest discover train/teachers: the rules, without spaCy or a model."""

import unittest

import agree
import evidence
import tokens
from evidence import normal


def sentence(text, a=(), b=()):
    return {"text": text, "w": text.split(), "a": [list(x) for x in a], "b": [list(x) for x in b]}


class Evidence(evidence.Corpus):
    def __init__(self, *sents):
        super().__init__()
        self.read(lambda: ((s, False) for s in sents))


class Tokens(unittest.TestCase):
    def test_hyphens(self):
        for text, want in (
            ("U.S.-led", ["U.S.", "-", "led"]),
            ("36-year-old", ["36", "-", "year", "-", "old"]),
            ("non-Western", ["non-Western"]),
            ("F-16", ["F-16"]),
            ("and/or", ["and", "/", "or"]),
        ):
            self.assertEqual([text[s:e] for s, e in tokens.words(text, [(0, len(text))])], want)


class Normal(unittest.TestCase):
    def test_edges(self):
        for text, label, want in (
            ("the Foreign Office 's", "ORG", "Foreign Office"),
            ("President Amara Diallo", "PERSON", "Amara Diallo"),
            ('" Sahel Herald "', "ORG", "Sahel Herald"),
            ("last year", "ORG", None),
        ):
            w = text.split()
            got = normal(w, 0, len(w), label)
            self.assertEqual(got and " ".join(w[got[0] : got[1]]), want)


class Agreement(unittest.TestCase):
    def judge(self, *sents, corpus=None, table=(), source=""):
        names = evidence.Known({tuple(k.split()): v for k, v in dict(table).items()})
        return agree.document(list(sents), corpus or Evidence(), names, source)

    def test_agreed_stands(self):
        s = sentence("Diallo met Ortega .", [(0, 1, "PERSON")], [(0, 1, "PERSON")])
        self.assertEqual(self.judge(s), [([(0, 1, "PER")], set())])

    def test_one_teacher_is_doubt(self):
        s = sentence("Near Brava .", [(1, 2, "PERSON")], [])
        self.assertEqual(self.judge(s), [([], {1})])

    def test_document_gives_the_surname(self):
        whole = sentence("Amara Diallo spoke .", [(0, 2, "PERSON")], [(0, 2, "PERSON")])
        part = sentence("Later Diallo left .", [(1, 2, "PERSON")], [(1, 2, "ORG")])
        self.assertEqual(self.judge(whole, part)[1], ([(1, 2, "PER")], set()))

    def test_surname_that_nobody_saw(self):
        whole = sentence("Amara Diallo spoke .", [(0, 2, "PERSON")], [(0, 2, "PERSON")])
        self.assertEqual(self.judge(whole, sentence("Then Diallo left ."))[1], ([(1, 2, "PER")], set()))
        party = sentence("The Diallo Group sued .")
        self.assertEqual(self.judge(whole, party)[1], ([], {1}))

    def test_surname_that_both_misread(self):
        whole = sentence("Amara Diallo spoke .", [(0, 2, "PERSON")], [(0, 2, "PERSON")])
        part = sentence("Then Diallo left .", [(1, 2, "ORG")], [(1, 2, "ORG")])
        self.assertEqual(self.judge(whole, part)[1], ([(1, 2, "PER")], set()))

    def test_headline_trusts_only_what_text_knows(self):
        s = sentence("Brava Delegation Arrives", [(0, 2, "ORG")], [(0, 2, "ORG")])
        self.assertEqual(self.judge(s, source="kcna-headline"), [([], {0, 1, 2})])

    def test_clubs(self):
        s = sentence("Brava beat Norland in Oster . The coach said striker and goalkeeper scored .",
                     [(0, 1, "GPE"), (2, 3, "GPE"), (4, 5, "GPE")], [(0, 1, "GPE"), (2, 3, "GPE"), (4, 5, "GPE")])
        self.assertEqual(self.judge(s)[0][0], [(0, 1, "ORG"), (2, 3, "ORG"), (4, 5, "LOC")])

    def test_corpus_decides(self):
        seen = [sentence("in Brava .", [(1, 2, "GPE")], [(1, 2, "GPE")])] * evidence.OFTEN
        s = sentence("Near Brava .", [(1, 2, "PERSON")], [])
        self.assertEqual(self.judge(s, corpus=Evidence(*seen)), [([(1, 2, "LOC")], set())])

    def test_longer_reading_keeps_the_doubt(self):
        seen = [sentence("in Brava .", [(1, 2, "GPE")], [(1, 2, "GPE")])] * evidence.OFTEN
        s = sentence("the Brava Bank .", [(1, 3, "ORG")], [(1, 2, "GPE")])
        self.assertEqual(self.judge(s, corpus=Evidence(*seen)), [([], {1, 2})])

    def test_korean_names(self):
        s = sentence("Choe Song Nam arrived .", [(0, 1, "PERSON")], [])
        self.assertEqual(self.judge(s, source="kcna"), [([(0, 3, "PER")], set())])
        s = sentence("Choe Song Nam University opened .")
        self.assertEqual(self.judge(s, source="kcna"), [([], set())])

    def test_known(self):
        s = sentence("the Red Crescent said", [(1, 2, "ORG")], [])
        self.assertEqual(self.judge(s, table={"Red Crescent": "ORG"}), [([(1, 3, "ORG")], set())])

    def test_dateline(self):
        s = sentence("BRAVA , May 3 ( Herald ) -- Rain fell .")
        self.assertEqual(self.judge(s)[0][0], [(0, 1, "LOC")])

    def test_tags(self):
        self.assertEqual(agree.tags(4, [(0, 2, "PER")], {3}), ["B-PER", "I-PER", "O", "_"])


if __name__ == "__main__":
    unittest.main()
