"""Patterns of news that make.py's agency style lacks: appositions far from their
noun, reported speech with quotation marks and a second verb, infinitives of many
kinds, titles that say what is to come.

Each method gives a part of a tree; Maker of make.py has it among its own.
"""

from nodes import N, comma, w


def to(form, rel="xcomp", right=(), negated=False):
    left = [w("to", "PART/TO", "mark")]
    if negated:
        left.insert(0, w("not", "PART/RB", "advmod"))
    return N(form, "VERB/VB", rel, left, right)


def that(clause, rel="ccomp", said=True):
    clause.rel = rel
    if said:
        clause.left.insert(0, w("that", "SCONJ/IN", "mark"))
    return clause


def joined(node, rel="conj", word="and", before=False):
    """The node behind "and"; with a comma before it if wanted."""
    node.rel = rel
    node.left.insert(0, w(word, "CCONJ/CC", "cc"))
    if before:
        node.left.insert(0, comma())
    return node


class Reports:
    # Parties.

    def chief(self, rel=""):
        """the president of the Chamber of Commerce, Rosa Zapata: the name belongs to the office."""
        k, who = self.r.randrange(4), self.person("appos")
        who.left.insert(0, comma())
        if k == 0:
            head = N(self.one(["president", "head", "secretary", "spokesman", "leader", "chairman", "director"]), "NOUN/NN", rel, [w("the", "DET/DT", "det")])
            head.right.append(self.with_case(self.body("nmod"), "of"))
        elif k == 1:  # the country's foreign minister,
            head = self.office(rel)
            owner = N(self.one(["country", "government", "kingdom", "island", "party"]), "NOUN/NN", "nmod:poss", [w("the", "DET/DT", "det")], [w("'s", "PART/POS", "case")])
            head.left.insert(0, owner)
        elif k == 2:  # Norway's ambassador to Peru,
            owner = self.state("nmod:poss")
            owner.right.append(w("'s", "PART/POS", "case"))
            head = N(self.one(["ambassador", "envoy"]), "NOUN/NN", rel, [owner], [self.with_case(self.state("nmod"), "to")])
        else:  # the head of the Turkish delegation,
            group = N(self.one(["delegation", "mission", "army", "navy", "police", "parliament"]), "NOUN/NN", "nmod", [w("of", "ADP/IN", "case"), w("the", "DET/DT", "det"), self.demonym()])
            head = N(self.one(["head", "commander", "chief", "spokesman"]), "NOUN/NN", rel, [w("the", "DET/DT", "det")], [group])
        head.right += [who, comma()]
        return head

    def known(self, rel=""):
        """Milan Novak, a former defense minister and leader of the People's Court; or an age."""
        who = self.person(rel)
        if self.r.random() < 0.3:
            who.right += [N(str(self.r.randrange(25, 80)), "NUM/CD", "nmod:unmarked", [comma()]), comma()]
            return who
        post = self.office("appos")
        post.left = [comma(), w("a", "DET/DT", "det"), w(self.one(["former", "senior", "retired"]), "ADJ/JJ", "amod")] + post.left
        if self.r.random() < 0.4:
            post.right.append(joined(N(self.one(["leader", "member", "adviser"]), "NOUN/NN", right=[self.with_case(self.body("nmod"), "of")])))
        who.right += [post, comma()]
        return who

    def several(self, rel=""):
        """Two or three parties, each with its own apposition or title."""
        first = self.one([self.chief, self.apposed, self.titled, self.known])(rel)
        last = self.one([self.chief, self.apposed, self.titled])("conj")
        if self.r.random() < 0.3:
            middle = self.one([self.titled, self.apposed])("conj")
            middle.left.insert(0, comma())
            first.right.append(middle)
        first.right.append(joined(last))
        return first

    def mister(self, rel=""):
        return N(self.one(SURNAMES), "PROPN/NNP", rel, [w(self.one(["Mr", "Mrs", "Ms", "Dr", "Mr."]), "PROPN/NNP", "nmod:desc")], name="PER")

    def both(self, rel=""):
        """The ministers, Anna Berg and Jan Hansen, …: the names are one apposition."""
        head = N(self.one(["ministers", "presidents", "envoys", "ambassadors", "leaders", "negotiators"]), "NOUN/NNS", rel, [w("the", "DET/DT", "det")])
        if self.r.random() < 0.4:
            head.left.append(w(self.one(["two", "foreign", "rival"]), "ADJ/JJ", "amod"))
        first = self.person("appos")
        first.left.insert(0, comma())
        first.right.append(joined(self.person()))
        head.right += [first, comma()]
        return head

    def group(self, rel):
        """five members of the Council, including its deputy leader, Ana Rojas."""
        head = N(self.one(["members", "officials", "supporters", "leaders"]), "NOUN/NNS", rel, [w(self.one(["two", "three", "five", "several", "twelve"]), "NUM/CD", "nummod")])
        if head.left[0].form == "several":
            head.left = [w("several", "ADJ/JJ", "amod")]
        head.right.append(self.with_case(self.body("nmod"), "of"))
        chief = N("leader", "NOUN/NN", "nmod", [comma(), w("including", "VERB/VBG", "case"), w("its", "PRON/PRP$", "nmod:poss"), w("deputy", "ADJ/JJ", "amod")])
        if self.r.random() < 0.6:
            who = self.person("appos")
            who.left.insert(0, comma())
            chief.right.append(who)
        head.right += [chief, comma()]
        return head

    def goods(self, rel):
        """What is taken, sold, attacked: two fishing boats, a Turkish trawler."""
        form = self.one(["trawler", "convoy", "village", "base", "consulate", "ship", "school", "border post", "oil field"]).split()
        left = [w("a", "DET/DT", "det"), self.demonym()] if self.r.random() < 0.5 else [w("the", "DET/DT", "det")]
        return N(form[-1], "NOUN/NN", rel, left + [w(f, "NOUN/NN", "compound") for f in form[:-1]], [self.with_case(self.state("nmod"), "in")] if self.r.random() < 0.2 else [])

    def people(self, rel):
        return N(self.one(["people", "soldiers", "civilians", "policemen", "journalists", "fishermen"]), "NOUN/NNS", rel,
                 [w(self.one(["two", "three", "17", "four", "40"]), "NUM/CD", "nummod")])

    # What happened.

    def doing(self):
        """(verb without its subject, whether it is passive)."""
        r, k = self.r, self.r.randrange(15)
        v = lambda f, *right: N(f, "VERB/VBD", right=list(right))
        if k == 0:  # called on Chile to withdraw
            return v("called", self.with_case(self.side("obl"), "on"), self.infinitive()), False
        if k == 1:  # summoned the ambassador to protest against the seizure
            why = to("protest", "advcl", [N(self.one(["seizure", "arrest", "raid", "decision"]), "NOUN/NN", "obl", [w("against", "ADP/IN", "case"), w("the", "DET/DT", "det")])])
            if r.random() < 0.5:
                why = to(self.one(["discuss", "condemn", "explain"]), "advcl", [self.plain("obj")])
            return v(self.one(["summoned", "met", "phoned", "visited"]), self.side("obj"), why), False
        if k == 2:  # arrested five members of …
            return v(self.one(["arrested", "expelled", "freed", "killed", "invited"]), self.group("obj"), *self.adjuncts()), False
        if k == 3:  # was elected president; named Ana Rojas ambassador
            post = N(self.one(["president", "ambassador", "chairman", "governor", "commander"]), "NOUN/NN", "xcomp")
            if r.random() < 0.5:
                post.right.append(self.with_case(self.body("nmod"), "of"))
            verb = self.one(["elected", "appointed", "named"])
            if r.random() < 0.5:
                return N(verb, "VERB/VBN", left=[w("was", "AUX/VBD", "aux:pass")], right=[post] + self.adjuncts()), True
            whom = self.one([self.person, self.mister, self.titled])("obj")
            return v(verb, whom, *([post] if r.random() < 0.4 else self.adjuncts())), False
        if k == 4:  # called the report a provocation
            what = N(self.one(["provocation", "mistake", "lie", "insult", "farce"]), "NOUN/NN", "xcomp", [w("a", "DET/DT", "det")])
            if what.form == "insult":
                what.left[0].form = "an"
            thing = N(self.one(["report", "attack", "decision", "election", "raid"]), "NOUN/NN", "obj", [w("the", "DET/DT", "det")])
            return v(self.one(["called", "labelled", "considered"]), thing, what), False
        if k == 5:  # denied reports that …
            what = N(self.one(["reports", "claims", "rumours", "allegations"]), "NOUN/NNS", "obj", right=[that(self.plainly(), "acl")])
            return v(self.one(["denied", "rejected", "confirmed", "dismissed"]), what), False
        if k == 6:  # demanded that the envoy be freed
            whom = N(self.one(["envoy", "journalists", "sailors", "prisoner", "general"]), "NOUN/NN", "nsubj:pass", [w("the", "DET/DT", "det")]).fix()
            inner = N(self.one(["freed", "recalled", "punished", "expelled"]), "VERB/VBN", "ccomp", [w("that", "SCONJ/IN", "mark"), whom, w("be", "AUX/VB", "aux:pass")])
            return v(self.one(["demanded", "insisted", "proposed", "requested"]), inner), False
        if k == 7:  # was quoted by Interfax as saying that …
            by = N(self.one(AGENCY), "PROPN/NNP", "obl:agent", [w("by", "ADP/IN", "case")], name="ORG")
            saying = N("saying", "VERB/VBG", "advcl", [w("as", "SCONJ/IN", "mark")], [that(self.plainly(), said=r.random() < 0.6)])
            return N("quoted", "VERB/VBN", left=[w("was", "AUX/VBD", "aux:pass")], right=[by, saying]), True
        if k == 8:  # opened fire on …, killing three people and wounding two others
            first = N("killing", "VERB/VBG", "advcl", [comma()], [self.people("obj")])
            if r.random() < 0.6:
                others = N("others", "NOUN/NNS", "obj", [w(self.one(["two", "12", "five"]), "NUM/CD", "nummod")])
                first.right.append(joined(N(self.one(["wounding", "injuring"]), "VERB/VBG", right=[others])))
            if r.random() < 0.5:
                return v("opened", w("fire", "NOUN/NN", "obj"), self.with_case(self.goods("obl"), "on"), *self.adjuncts(), first), False
            return v(self.one(["attacked", "bombed", "shelled", "stormed"]), self.goods("obj"), *self.adjuncts(), first), False
        if k == 9:  # failed to …, was expected to …
            if r.random() < 0.5:
                verb = N(self.one(["expected", "asked", "ordered", "forced", "believed"]), "VERB/VBN", left=[w("is", "AUX/VBZ", "aux:pass")], right=[self.infinitive()])
                return verb, True
            return v(self.one(["failed", "vowed", "sought", "offered", "began", "continued", "pledged", "tried"]), self.infinitive()), False
        if k == 10:  # is considering imposing sanctions on …
            what = N(self.one(["imposing", "lifting", "easing", "suspending"]), "VERB/VBG", "xcomp", right=[w("sanctions", "NOUN/NNS", "obj"), self.with_case(self.state("obl"), "on")])
            return N("considering", "VERB/VBG", left=[w("was", "AUX/VBD", "aux")], right=[what]), False
        if k == 11:  # let inspectors visit the site
            inner = N(self.one(["visit", "enter", "leave", "inspect"]), "VERB/VB", "xcomp", right=[N(self.one(["site", "base", "prison", "country"]), "NOUN/NN", "obj", [w("the", "DET/DT", "det")])])
            return v(self.one(["let", "helped", "made"]), N(self.one(["inspectors", "observers", "reporters", "envoys"]), "NOUN/NNS", "obj"), inner), False
        if k == 12:  # was reported to have released two …
            inner = N(self.one(["released", "seized", "killed", "left", "abducted"]), "VERB/VBN", "xcomp", [w("to", "PART/TO", "mark"), w("have", "AUX/VB", "aux")], [self.one([self.people, self.goods])("obj")])
            return N(self.one(["reported", "said", "believed", "known"]), "VERB/VBN", left=[w("was", "AUX/VBD", "aux:pass")], right=[inner]), True
        if k == 13:  # is unable to …
            return N(self.one(["unable", "likely", "able", "willing"]), "ADJ/JJ", left=[w("is", "AUX/VBZ", "cop")], right=[self.infinitive()]), False
        talks = N("talks", "NOUN/NNS", "obj", [w(self.one(["peace", "trade", "border"]), "NOUN/NN", "compound")])
        pair = self.with_case(self.state("nmod"), "between")
        pair.right.append(joined(self.state()))
        talks.right.append(pair)
        return v(self.one(["hosted", "brokered", "resumed", "led"]), talks, *self.adjuncts()), False

    def plainly(self):
        """A clause with a short subject, for inside another."""
        verb, passive = self.one([self.predicate, self.doing])() if self.r.random() < 0.5 else (self.short(), False)
        subject = self.one([self.state, self.person, self.pronoun, self.titled])("nsubj:pass" if passive else "nsubj")
        verb.left = [subject] + verb.left
        return verb

    def pronoun(self, rel):
        f = self.one(["he", "it", "they"])
        return w(f, "PRON/PRP", rel)

    def short(self):
        """would reopen its embassy in Damascus."""
        k = self.one(["would", "will", "had", "has"])
        verb = (self.one(["reopen", "close", "attack", "recognize", "support", "leave"]) if k[0] == "w" else self.one(["reopened", "closed", "attacked", "recognized", "supported", "left"]))
        left = [w(k, "AUX/MD" if k[0] == "w" else "AUX/VBD" if k == "had" else "AUX/VBZ", "aux")]
        if self.r.random() < 0.25:
            left.append(w("not", "PART/RB", "advmod"))
        return N(verb, "VERB/VB" if k[0] == "w" else "VERB/VBN", left=left, right=[self.one([self.goods, self.plain, self.state])("obj")] + self.adjuncts())

    # Sentences.

    def report(self):
        return self.one([self.happened, self.happened, self.told, self.added, self.quoted, self.title, self.agencies])()

    def party(self, rel):
        return self.one([self.chief, self.known, self.several, self.side, self.side, self.titled, self.both, self.mister])(rel)

    def happened(self):
        verb, passive = self.doing()
        one = passive or verb.upos == "ADJ" or verb.xpos == "VBG"  # "is", "was": not several
        lead = [(self.one([self.chief, self.known, self.side, self.mister]) if one else self.party)("nsubj:pass" if passive else "nsubj")]
        if self.r.random() < 0.3 and not passive and verb.xpos == "VBD":
            lead.append(self.one([lambda: w(self.one(DAY), "PROPN/NNP", "obl:unmarked"), self.on])())
        verb.left = lead + verb.left
        return verb

    def on(self):
        return N(self.one(DAY), "PROPN/NNP", "obl", [w("on", "ADP/IN", "case")])

    def told(self):
        """told reporters (that) …; said in a statement that …"""
        whom = N(self.one(["reporters", "parliament", "journalists", "lawmakers", "deputies"]), "NOUN/NN", "iobj").fix()
        inner = that(self.plainly(), said=self.r.random() < 0.6)
        if self.r.random() < 0.5:
            return N("told", "VERB/VBD", left=[self.party("nsubj")], right=[whom] + ([self.day()] if self.r.random() < 0.3 else []) + [inner])
        where = N(self.one(["statement", "speech", "letter", "broadcast"]), "NOUN/NN", "obl", [w("in", "ADP/IN", "case"), w("a", "DET/DT", "det")])
        inner = that(inner, said=inner.left[0].form != "that")
        return N(self.one(["said", "announced", "warned"]), "VERB/VBD", left=[self.party("nsubj")], right=[where, inner])

    def added(self):
        """said that …, and urged … to …; but warned that …: both verbs are the speaker's."""
        first = N(self.one(["said", "stressed", "noted", "announced"]), "VERB/VBD", left=[self.party("nsubj")], right=[that(self.plainly(), said=self.r.random() < 0.7)])
        if self.r.random() < 0.5:
            second = N(self.one(["urged", "asked"]), "VERB/VBD", right=[self.side("iobj"), self.infinitive()])
        elif self.r.random() < 0.5:
            second = N("called", "VERB/VBD", right=[self.with_case(self.side("obl"), "on"), self.infinitive()])
        else:
            second = N(self.one(["warned", "added", "admitted"]), "VERB/VBD", right=[that(self.plainly())])
        first.right.append(joined(second, word=self.one(["and", "and", "but"]), before=self.r.random() < 0.7))
        return first

    def quoted(self):
        """"…," said Ana Rojas, adding that …"""
        inner = self.plainly().as_("ccomp")
        inner.left.insert(0, w('"', "PUNCT/``", "punct"))
        if inner.left[1].upos == "PRON":
            inner.left[1].form = inner.left[1].form.capitalize()
        comma_, close = comma(), w('"', "PUNCT/''", "punct")
        who = self.party("nsubj")
        if self.r.random() < 0.6:
            said = N("said", "VERB/VBD", left=[inner, comma_, close], right=[who])
        else:
            said = N("said", "VERB/VBD", left=[inner, comma_, close, who])
        if self.r.random() < 0.4:
            said.right.append(N("adding", "VERB/VBG", "advcl", [comma()], [that(self.plainly())]))
        return said

    def agencies(self):
        """…, AFP and Reuters both reported, citing residents."""
        verb, passive = self.doing() if self.r.random() < 0.5 else self.predicate()
        verb.left = [self.one([self.side, self.crowd])("nsubj:pass" if passive else "nsubj")] + verb.left
        verb.rel = "ccomp"
        who = N(self.one(AGENCY), "PROPN/NNP", "nsubj", name="ORG")
        lead = [verb, comma(), who]
        if self.r.random() < 0.5:
            who.right.append(joined(N(self.one(AGENCY), "PROPN/NNP", name="ORG")))
            if self.r.random() < 0.5:
                lead.append(w("both", "DET/DT", "advmod"))
        said = N(self.one(["reported", "said", "reported"]), "VERB/VBD", left=lead)
        if self.r.random() < 0.6:
            said.right.append(N(self.one(["citing", "quoting"]), "VERB/VBG", "advcl", [comma()], [N(self.one(["residents", "witnesses", "officials", "police", "sources"]), "NOUN/NNS", "obj")]))
        return said

    def crowd(self, rel):
        return N(self.one(["Rebels", "Gunmen", "Troops", "Protesters", "Fighters", "Villagers"]), "NOUN/NNS", rel)

    def title(self):
        """Egypt to host peace talks; Peru vows to reject sanctions; Oslo says envoy freed."""
        k = self.r.randrange(4)
        subject = self.one([self.state, lambda rel: N("Army", "NOUN/NN", rel, [self.demonym()]), lambda rel: N("President", "NOUN/NN", rel, [self.demonym()])])("nsubj")
        subject_form = self.one(["talks", "envoy", "sanctions", "offer", "truce", "visit", "deal", "troops", "resolution"])
        thing = N(subject_form, "NOUN/NNS" if subject_form in ("talks", "sanctions", "troops") else "NOUN/NN", "obj", [self.demonym()] if self.r.random() < 0.5 else [w(self.one(["peace", "border", "trade", "arms"]), "NOUN/NN", "compound")])
        if k == 0:
            v = N(self.one(["host", "attend", "resume", "send", "expel", "cut", "discuss", "sign", "visit"]), "VERB/VB", left=[subject, w("to", "PART/TO", "mark")], right=[thing])
        elif k == 1:
            v = N(self.one(["vows", "agrees", "refuses", "threatens", "seeks", "pledges"]), "VERB/VBZ", left=[subject], right=[to(self.one(["reject", "resume", "support", "suspend", "recall"]), right=[thing])])
        elif k == 2:
            inner = N(self.one(["freed", "killed", "expelled", "rejected", "signed"]), "VERB/VBN", "ccomp", [thing.as_("nsubj:pass")])
            v = N(self.one(["says", "confirms", "denies"]), "VERB/VBZ", left=[subject], right=[inner])
        else:
            inner = N(self.one(["breaking", "violating", "blocking", "delaying"]), "VERB/VBG", "advcl", [w("of", "SCONJ/IN", "mark")], [thing])
            v = N("accuses", "VERB/VBZ", left=[subject], right=[self.state("obj"), inner])
            if self.r.random() < 0.5:
                v.right.append(N(self.one(["vows", "threatens"]), "VERB/VBZ", "conj", [comma()], [to(self.one(["retaliate", "withdraw", "respond"]))]))
        v.headline = True
        how = self.r.random()
        for x in v.words():
            if how < 0.4 and x.upos in ("VERB", "NOUN", "ADJ"):
                x.form = x.form[:1].upper() + x.form[1:]
            elif how > 0.8:
                x.form = x.form.upper()
        return v


SURNAMES = "Abdullah Aguilar Bello Castillo Farouk Gomez Ivanov Karimov Mbeki Ndiaye Novak Okafor Ortega Petrov Rojas Sato Tanaka Vargas Vogel Zhao".split()
AGENCY = ["Anadolu", "Interfax", "Xinhua", "Yonhap", "Notimex", "Antara", "Reuters", "AFP", "TASS", "IRNA"]
DAY = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
