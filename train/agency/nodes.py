"""Words with their dependents, of which the sentences of make.py and reports.py are put together."""


class N:
    """A word with its dependents to the left and to the right."""

    def __init__(self, form, tag, rel="", left=(), right=(), name=None):
        self.form, (self.upos, self.xpos), self.rel = form, tag.split("/"), rel
        self.left, self.right, self.name = list(left), list(right), name

    def as_(self, rel):
        self.rel = rel
        return self

    def fix(self):
        """Numbers and tags that hang on the form."""
        if self.form.endswith("s"):
            self.xpos = "NNS"
        for c in self.left:
            if c.form == "its":
                c.upos, c.xpos, c.rel = "PRON", "PRP$", "nmod:poss"
        return self

    def words(self):
        out = []
        for c in self.left:
            out += c.words()
        out.append(self)
        for c in self.right:
            out += c.words()
        return out


def w(form, tag, rel=""):
    return N(form, tag, rel)


def comma():
    return w(",", "PUNCT/,", "punct")
