"""Writes trees of agency prose: sentences of our own making, put together from
patterns that English treebanks hardly hold (titles and appositions before a bare
weekday, trailing "the agency said", headlines in capitals). Relations follow UD English EWT 2.15. Names of people and
places are drawn at random, so no sentence tells of anything that happened.

    python3 train/agency/make.py --seed 7 --count 6000 > agency.conllu
"""

import argparse
import random

from nodes import N, comma, w
from reports import Reports

KOREAN = "Pak Ri Choe Jang Han Jo Kang Hong Kim An Yun Sin".split()
SYLLABLES = "Yong Chol Myong Su Il Gwang Hak Song Nam Jin Hyok Ryong Thae Kyong Un Min Ho Sok Rim Gun".split()
GIVEN = ("Ahmed Ana Andrei Aung Boris Carlos Chen Daniela Diego Elena Emmanuel Fatima Gustavo Hassan Ibrahim Ivan Jean Jorge José Khalid Lars Li "
         "Luis Maria Mehmet Miguel Milan Mohammed Nguyen Nikola Olga Omar Pedro Pierre Rajiv Ricardo Rosa Samir Sergei Sheikh Sofía Somchai Tariq Thabo "
         "Viktor Wang Yasser Yusuf Zhang Zoran").split()
FAMILY = ("Abdullah Aguilar Bello Bounkong Castillo Cavusoglu Chissano Dlamini Díaz Erdogan Farouk Fernández Gomez Gusev Haidari Ivanov Jovanovic Karimov "
          "Kovács Kuznetsov Lavrentyev Mbeki Meng Mokoena Müller Nazarov Ndiaye Novak Okafor Orlov Ortega Ouédraogo Peña Petrov Phan Qureshi Rojas Rodríguez "
          "Sato Sharma Silavong Sokolov Tanaka Tran Vargas Vogel Wibowo Xu Yilmaz Zapata Zhao").split()
STATES = {
    "Kuwait": "Kuwaiti", "Laos": "Lao", "Serbia": "Serbian", "Peru": "Peruvian", "Chile": "Chilean", "Kenya": "Kenyan", "Oman": "Omani",
    "Uganda": "Ugandan", "Turkey": "Turkish", "Russia": "Russian", "China": "Chinese", "Iran": "Iranian", "Vietnam": "Vietnamese", "Guinea": "Guinean",
    "Poland": "Polish", "Egypt": "Egyptian", "Mexico": "Mexican", "India": "Indian", "Pakistan": "Pakistani", "Syria": "Syrian", "Israel": "Israeli",
    "Japan": "Japanese", "Sudan": "Sudanese", "Norway": "Norwegian", "Bolivia": "Bolivian", "Mongolia": "Mongolian", "Ukraine": "Ukrainian",
}
CITIES = ("Asmara Lima Oslo Dakar Quito Hanoi Riga Vientiane Belgrade Muscat Kampala Ankara Moscow Beijing Tehran Conakry Warsaw Cairo "
          "Islamabad Damascus Tokyo Khartoum Geneva Doha Ulan Kyiv Nairobi").split()
OFFICES = ["foreign minister", "defense minister", "president", "prime minister", "vice president", "ambassador", "deputy foreign minister", "interior minister",
           "special envoy", "army chief", "finance minister", "chief negotiator"]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
AGENCIES = ["Anadolu", "Interfax", "Xinhua", "Yonhap", "Notimex", "Antara", "Montsame", "Agencia Brasil", "Reuters", "AFP", "TASS", "SANA", "IRNA"]
BODIES = [["Farmers", "'", "Party", "of", "Norway"], ["Workers", "'", "Union", "of", "Mongolia"], ["Supreme", "People", "'s", "Court"], ["Ministry", "of", "Foreign", "Affairs"], ["Cabinet"],
          ["Central", "Committee"], ["Chamber", "of", "Commerce"], ["State", "Council"], ["Ministry", "of", "Public", "Security"], ["National", "Assembly"],
          ["European", "Union"], ["African", "Union"], ["Security", "Council"], ["Communist", "Party"]]
ADJECTIVES = {"Supreme", "Foreign", "Central", "Public", "National", "European", "African", "Communist"}
TALKS = ["talks", "a meeting", "consultations", "a friendly talk"]
THINGS = ["letter", "message", "note", "invitation", "gift", "protest", "proposal"]
PACTS = ["agreement", "accord", "protocol", "memorandum", "treaty", "communique"]


class Maker(Reports):
    def __init__(self, rng):
        self.r = rng

    def one(self, list_):
        return self.r.choice(list_)

    # Noun phrases.

    def person(self, rel=""):
        r = self.r
        if r.random() < 0.3:
            forms = [self.one(KOREAN), self.one(SYLLABLES), self.one(SYLLABLES)]
            if r.random() < 0.2:
                return N(forms[0], "PROPN/NNP", rel, right=[w(forms[1], "PROPN/NNP", "flat"), w("-", "PUNCT/HYPH", "punct:3"), w(forms[2].lower(), "PROPN/NNP", "flat")], name="PER")
        elif r.random() < 0.12:
            forms = [self.one(GIVEN), "Al", "-", self.one(FAMILY)]
            return N(forms[0], "PROPN/NNP", rel, right=[w("Al", "PROPN/NNP", "flat"), w("-", "PUNCT/HYPH", "punct:3"), w(forms[3], "PROPN/NNP", "flat")], name="PER")
        else:
            forms = [self.one(GIVEN), self.one(FAMILY)]
            if r.random() < 0.15:
                forms.append(self.one(FAMILY))
        return N(forms[0], "PROPN/NNP", rel, right=[w(f, "PROPN/NNP", "flat") for f in forms[1:]], name="PER")

    def demonym(self):
        return N(self.one(list(STATES.values())), "ADJ/JJ", "amod", name="NORP")

    def office(self, rel="", capital=False):
        """deputy foreign minister, head last."""
        parts = self.one(OFFICES).split()
        left = []
        for p in parts[:-1]:
            noun = p in ("defense", "interior", "army", "finance", "vice")
            if capital:
                left.append(w(p.capitalize(), ("PROPN/NNP" if noun else "ADJ/NNP"), "compound" if noun else "amod"))
            else:
                left.append(w(p, "NOUN/NN" if noun else "ADJ/JJ", "compound" if noun else "amod"))
        return N(parts[-1].capitalize() if capital else parts[-1], "PROPN/NNP" if capital else "NOUN/NN", rel, left)

    def titled(self, rel=""):
        """A person after an office: Chilean foreign minister Ana Rojas."""
        if self.r.random() < 0.06:  # Norway's ambassador to the United Nations, Lars Berg,
            o = N("ambassador", "NOUN/NN", rel, [N(self.one(list(STATES)), "PROPN/NNP", "nmod:poss", right=[w("'s", "PART/POS", "case")], name="LOC")], [self.with_case(self.state("nmod"), "to")])
            a = self.person("appos")
            a.left.insert(0, comma())
            o.right += [a, comma()]
            return o
        p = self.person(rel)
        o = self.office("nmod:desc", self.r.random() < 0.5)
        if self.r.random() < 0.75:
            o.left.insert(0, self.demonym())
        if self.r.random() < 0.12:  # Serbian Ambassador to Laos Milan Novak
            o = N("Ambassador", "PROPN/NNP", "nmod:desc", [self.demonym()], [self.with_case(self.state("nmod"), "to")])
        p.left = [o]
        return p

    def body(self, rel="", det=True):
        forms = self.one(BODIES)
        return self.organ(forms, rel, det)

    def organ(self, forms, rel, det=True):
        """An organization's name: the noun before "of" is its head, else the last."""
        cut = forms.index("of") if "of" in forms else len(forms)
        head = N(forms[cut - 1], "PROPN/NNP", rel, name="ORG")
        i = 0
        while i < cut - 1:
            f = forms[i]
            if i + 1 < cut - 1 and forms[i + 1] in ("'", "'s"):
                head.left.append(N(f, "PROPN/NNPS" if f.endswith("s") else "PROPN/NNP", "nmod:poss", right=[w(forms[i + 1], "PART/POS", "case")]))
                i += 2
                continue
            head.left.append(w(f, "ADJ/NNP" if f in ADJECTIVES else "PROPN/NNP", "amod" if f in ADJECTIVES else "compound"))
            i += 1
        if cut < len(forms):
            tail = forms[cut + 1:]
            left = [w("of", "ADP/IN", "case")] + [w(f, "ADJ/NNP" if f in ADJECTIVES else "PROPN/NNP", "amod" if f in ADJECTIVES else "compound") for f in tail[:-1]]
            head.right.append(N(tail[-1], "PROPN/NNPS" if tail[-1] == "Affairs" else "PROPN/NNP", "nmod", left))
        if det:
            head.left.insert(0, N("the", "DET/DT", "det", name="-"))
        return head

    def post(self, rel="appos"):
        """chairman of the Council, or: the Kuwaiti deputy prime minister."""
        if self.r.random() < 0.6:
            head = N(self.one(["chairman", "president", "head", "secretary", "premier", "spokesman", "director", "leader"]), "NOUN/NN", rel)
            b = self.body("nmod")
            b.left.insert(0, w("of", "ADP/IN", "case"))
            head.right.append(b)
            return head
        o = self.office(rel)
        o.left = [w("the", "DET/DT", "det"), self.demonym()] + o.left
        return o

    def state(self, rel=""):
        return N(self.one(list(STATES)), "PROPN/NNP", rel, name="LOC")

    def ruler(self, rel=""):
        """King Abdullah, Emir Sheikh Tamim: a title before one name."""
        p = N(self.one(GIVEN + FAMILY), "PROPN/NNP", rel, [w(self.one(["King", "Emperor", "Pope", "Queen", "Prince", "President", "General", "Emir"]), "PROPN/NNP", "nmod:desc")], name="PER")
        return p

    def pair(self, rel=""):
        """Russian Foreign Minister A and his Turkish counterpart B."""
        a = self.titled(rel)
        o = N("counterpart", "NOUN/NN", "conj", [w("and", "CCONJ/CC", "cc"), w("his", "PRON/PRP$", "nmod:poss"), self.demonym()], [self.person("appos")])
        a.right.append(o)
        return a

    def side(self, rel=""):
        """Any party."""
        k = self.r.random()
        if k < 0.06:
            return self.ruler(rel)
        if k < 0.35:
            return self.titled(rel)
        if k < 0.5:
            return self.apposed(rel)
        if k < 0.65:
            return self.state(rel)
        if k < 0.8:
            head = self.one(["government", "delegation", "army", "ambassador", "navy", "parliament", "envoy", "embassy"])
            return N(head, "NOUN/NN", rel, [w("the", "DET/DT", "det"), self.demonym()])
        if k < 0.9:
            return self.body(rel)
        return self.person(rel)

    def apposed(self, rel=""):
        if self.r.random() < 0.75:
            p, a = self.person(rel), self.post()
        else:
            p, a = self.office(rel), self.person("appos")
            p.left = [w("the", "DET/DT", "det"), self.demonym()] + p.left
        a.left.insert(0, comma())
        p.right += [a, comma()]
        return p

    def thing(self, rel=""):
        f = self.one(THINGS)
        return N(f, "NOUN/NN", rel, [w("an" if f[0] in "aei" else "a", "DET/DT", "det")])

    def with_case(self, n, case):
        at = 0
        n.left.insert(at, w(case, "ADP/IN", "case"))
        return n

    # Adjuncts.

    def day(self):
        d = self.one(DAYS)
        if self.r.random() < 0.6:
            return N(d, "PROPN/NNP", "obl", [w("on", "ADP/IN", "case")])
        return w(d, "PROPN/NNP", "obl:unmarked")

    def city(self):
        return N(self.one(CITIES), "PROPN/NNP", "obl", [N("in", "ADP/IN", "case", name="-")], name="LOC")

    def adjuncts(self):
        out = []
        if self.r.random() < 0.5:
            out.append(self.city())
        if self.r.random() < 0.6:
            out.append(self.day())
        return out

    # Clauses: (head without subject, whether passive).

    def predicate(self):
        r, k = self.r, self.r.randrange(19)
        v = lambda f, *right: N(f, "VERB/VBD", right=list(right))
        if k == 0:
            return v("met", self.side("obj"), *self.adjuncts()), False
        if k == 1:
            t = self.one(TALKS).split()
            noun = N(t[-1], "NOUN/NNS" if t[-1].endswith("s") else "NOUN/NN", "obj", [w(x, "DET/DT" if x == "a" else "ADJ/JJ", "det" if x == "a" else "amod") for x in t[:-1]])
            return v(self.one(["held", "had"]), noun, self.with_case(self.side("obl"), "with"), *self.adjuncts()), False
        if k == 2:
            verb = v(self.one(["handed", "passed"]), w("over", "ADP/RP", "compound:prt"), self.thing("obj"))
            verb.right.append(self.with_case(self.side("obl"), "to"))
            return verb, False
        if k == 3:
            verb = v("received", self.thing("obj"), self.with_case(self.side("obl"), "from"), *self.adjuncts())
            return verb, False
        if k == 4 and r.random() < 0.25:  # handed a personal letter for his counterpart to visiting envoy …
            t = N("letter", "NOUN/NN", "obj", [w("a", "DET/DT", "det"), w("personal", "ADJ/JJ", "amod")],
                  [N("counterpart", "NOUN/NN", "nmod", [w("for", "ADP/IN", "case"), w("his", "PRON/PRP$", "nmod:poss"), self.demonym()])])
            who = self.person("obl")
            who.left = [w("to", "ADP/IN", "case"), N("envoy", "NOUN/NN", "nmod:desc", [w("visiting", "VERB/VBG", "amod")])]
            return v("handed", t, who), False
        if k == 4:
            verb = v("sent", self.thing("obj"), self.with_case(self.side("obl"), "to"))
            if r.random() < 0.5:
                verb.right.append(self.with_case(N("ambassador", "NOUN/NN", "obl", [w("the", "DET/DT", "det"), self.demonym()]), "through"))
            return verb, False
        if k == 5:
            p = self.one(PACTS)
            obj = N(p, "NOUN/NN", "obj", [w("an" if p[0] in "a" else "a", "DET/DT", "det")])
            obj.right.append(N("cooperation", "NOUN/NN", "nmod", [w("on", "ADP/IN", "case"), w(self.one(["trade", "military", "fishing", "energy"]), "NOUN/NN", "compound")]))
            return v("signed", obj, self.with_case(self.state("obl"), "with"), *self.adjuncts()), False
        if k == 6:
            verb = N(self.one(["received", "welcomed", "expelled", "detained", "invited"]), "VERB/VBN", left=[w("was", "AUX/VBD", "aux:pass")])
            verb.right = [self.with_case(self.side("obl:agent"), "by")] + self.adjuncts()
            return verb, True
        if k == 7:
            inner = N(self.one(["extend", "reject", "accept", "resume", "suspend"]), "VERB/VB", "xcomp", [w("to", "PART/TO", "mark")],
                      [N(self.one(["truce", "sanctions", "talks", "offer", "cooperation"]), "NOUN/NN", "obj", [w("the", "DET/DT", "det")])])
            return v(self.one(["agreed", "refused", "threatened", "promised", "decided"]), inner), False
        if k == 8:
            inner = N(self.one(["violating", "breaking", "ignoring"]), "VERB/VBG", "advcl", [w("of", "SCONJ/IN", "mark")],
                      [N("agreement", "NOUN/NN", "obj", [w("the", "DET/DT", "det")])])
            return v("accused", self.side("obj"), inner), False
        if k == 9:
            left = [w("was", "AUX/VBD", "aux"), w("to", "PART/TO", "mark")]
            if r.random() < 0.3:
                verb = N(self.one(["hand", "pass"]), "VERB/VB", left=left)
                verb.right = [w("over", "ADP/RP", "compound:prt"), self.mail("obj")]
            else:
                verb = N(self.one(["meet", "visit", "receive"]), "VERB/VB", left=left)
                verb.right = [self.side("obj"), self.day()]
            return verb, False
        if k == 10:
            verb = v(self.one(["arrived", "landed"]), self.city())
            if r.random() < 0.5:
                verb.right.append(N("visit", "NOUN/NN", "obl", [w("on", "ADP/IN", "case"), w("an", "DET/DT", "det"), w("official", "ADJ/JJ", "amod")]))
            verb.right.append(self.day())
            return verb, False
        if k == 11:
            second = N("had", "VERB/VBD", "conj", [w("and", "CCONJ/CC", "cc")], [N("talk", "NOUN/NN", "obj", [w("a", "DET/DT", "det"), w("friendly", "ADJ/JJ", "amod")])])
            d = N("delegation", "NOUN/NN", "obl", [w("with", "ADP/IN", "case"), w("a", "DET/DT", "det")])
            led = N("led", "VERB/VBN", "acl", right=[self.with_case(self.titled("obl:agent"), "by")])
            b = self.body("nmod")
            b.left.insert(0, w("of", "ADP/IN", "case"))
            d.right = [b, led]
            second.right.append(d)
            return v("met", second), False
        if k == 12:
            return N(self.one(["reject", "recognize", "sign", "confirm"]), "VERB/VB", left=[w("did", "AUX/VBD", "aux"), w("not", "PART/RB", "advmod")],
                     right=[N(self.one(["proposal", "report", "claim", "border"]), "NOUN/NN", "obj", [w("the", "DET/DT", "det")])]), False
        if k == 13:  # told the delegation that …
            inner = self.clause(False).as_("ccomp")
            inner.left.insert(0, w("that", "SCONJ/IN", "mark"))
            return v("told", self.side("iobj"), inner), False
        if k == 14:  # warned Oslo not to …
            rel = self.one(["iobj", "obj"])
            verb = self.one(["warned", "urged", "asked", "told"] if rel == "iobj" else ["invited", "ordered", "forced", "allowed"])
            inner = self.infinitive()
            if r.random() < 0.4:
                inner.left.insert(0, w("not", "PART/RB", "advmod"))
            return v(verb, self.side(rel), inner), False
        if k == 15:  # a letter from A to B was conveyed to C by D
            return v(self.one(["handed", "passed", "conveyed"]), self.mail("obj"), self.with_case(self.side("obl"), "to")), False
        if k == 16:
            first = N(self.one(["closed", "recalled", "suspended", "rejected"]), "VERB/VBN", left=[w("has", "AUX/VBZ", "aux")])
            first.right.append(self.plain("obj"))
            middle = N(self.one(["expelled", "recalled", "cancelled"]), "VERB/VBN", "conj", [comma()], [self.plain("obj")])
            last = N(self.one(["threatened", "promised", "vowed"]), "VERB/VBN", "conj", [w("and", "CCONJ/CC", "cc")], [self.infinitive()])
            if r.random() < 0.5:
                first.right.append(middle)
            first.right.append(last)
            return first, False
        if k == 17:
            verb = N(self.one(["received", "welcomed", "detained", "killed"]), "VERB/VBN", left=[w("had", "AUX/VBD", "aux"), w("been", "AUX/VBN", "aux:pass")])
            verb.right = ([self.with_case(self.side("obl:agent"), "by")] if r.random() < 0.6 else []) + self.adjuncts()
            return verb, True
        return v(self.one(["condemned", "praised", "denied", "rejected", "criticized"]),
                 N(self.one(["attack", "decision", "report", "offer", "statement"]), "NOUN/NN", "obj", [w("the", "DET/DT", "det")],
                   [self.with_case(self.state("nmod"), self.one(["of", "by", "on"]))])), False

    def infinitive(self):
        if self.r.random() < 0.25:  # to hand over the suspects
            return N(self.one(["hand", "give"]), "VERB/VB", "xcomp", [w("to", "PART/TO", "mark")],
                     [w("over", "ADP/RP", "compound:prt"), N(self.one(["suspects", "prisoners", "documents", "territory"]), "NOUN/NN", "obj", [w("the", "DET/DT", "det")]).fix()])
        if self.r.random() < 0.3:
            return N(self.one(["leave", "return", "speak", "wait", "resign", "stay", "preach", "come", "vote"]), "VERB/VB", "xcomp", [w("to", "PART/TO", "mark")])
        return N(self.one(["extend", "reject", "accept", "resume", "suspend", "cut", "withdraw", "sign"]), "VERB/VB", "xcomp", [w("to", "PART/TO", "mark")], [self.plain("obj")])

    def plain(self, rel):
        """A thing that diplomacy is about."""
        return N(self.one(["truce", "ambassador", "talks", "offer", "cooperation", "border", "trade", "agreement", "envoys", "aid"]), "NOUN/NN", rel,
                 [w(self.one(["the", "its"]), "DET/DT", "det")]).fix()

    def mail(self, rel):
        f = self.thing(rel)
        f.right.append(self.with_case(self.one([self.ruler, self.titled, self.state])("nmod"), "from"))
        if self.r.random() < 0.5:
            f.right.append(self.with_case(self.one([self.ruler, self.titled, self.state])("nmod"), "to"))
        return f

    def clause(self, adverb=True):
        if adverb and self.r.random() < 0.06:  # the letter as subject of a passive
            v = N(self.one(["conveyed", "delivered", "handed", "passed"]), "VERB/VBN", left=[self.mail("nsubj:pass"), w("was", "AUX/VBD", "aux:pass")])
            v.right = [self.with_case(self.side("obl"), "to"), self.with_case(self.side("obl:agent"), "by")] + self.adjuncts()
            return v
        v, passive = self.predicate()
        s = (self.pair if self.r.random() < 0.06 else self.side)("nsubj:pass" if passive else "nsubj")
        if adverb and self.r.random() < 0.12:  # after …, unless …
            sub = self.clause(False).as_("advcl")
            sub.left.insert(0, w(self.one(["after", "because", "unless", "before", "as"]), "SCONJ/IN", "mark"))
            if self.r.random() < 0.5:
                sub.left.insert(0, comma())
            v.right.append(sub)
        lead = [s]
        if adverb and self.r.random() < 0.25:
            lead.append(w(self.one(DAYS), "PROPN/NNP", "obl:unmarked"))
        if self.r.random() < 0.1:
            rel = N("arrived", "VERB/VBD", "acl:relcl", [comma(), w("who", "PRON/WP", "nsubj")], [w("here", "ADV/RB", "advmod"), self.day(), comma()])
            lead = [self.titled(s.rel)]
            lead[0].right.append(rel)
        v.left = lead + v.left
        return v

    def service(self, rel="nsubj"):
        """the official Saudi Press Agency (SPA); Norway's Central News Agency."""
        middle = self.one([["Press"], ["News"], ["Central", "News"], ["National", "News"]])
        place = self.r.random() < 0.5
        first = self.one(list(STATES)) if place else self.one(list(STATES.values()))
        head = N("Agency", "PROPN/NNP", rel, name="ORG")
        head.left = [w(first, "PROPN/NNP" if place else "ADJ/NNP", "compound" if place else "amod")]
        for f in middle:
            head.left.append(w(f, "ADJ/NNP" if f in ("Central", "National") else "PROPN/NNP", "amod" if f in ("Central", "National") else "compound"))
        before = []
        if self.r.random() < 0.3:
            owner = N(self.one(list(STATES)), "PROPN/NNP", "nmod:poss", name="LOC", right=[w("'s", "PART/POS", "case")])
            before.append(owner)
            head.left.pop(0)
        else:
            before.append(w("the", "DET/DT", "det"))
        if self.r.random() < 0.5:
            before.append(N("official", "ADJ/JJ", "amod", name="-"))
        before[0].name = before[0].name or "-"
        head.left = before + head.left
        if self.r.random() < 0.35:
            short = "".join(x[0] for x in [first] + middle) + "A"
            head.right.append(N(short, "PROPN/NNP", "appos", [w("(", "PUNCT/-LRB-", "punct")], [w(")", "PUNCT/-RRB-", "punct")], name="ORG"))
        return head

    def source(self, rel="nsubj"):
        k = self.r.random()
        if k < 0.12:
            return self.service(rel)
        if k < 0.3:
            a = self.one(AGENCIES).split()
            if self.r.random() < 0.5:
                return N(a[-1], "PROPN/NNP", rel, [w(x, "PROPN/NNP", "compound") for x in a[:-1]], name="ORG")
            left = [w("the", "DET/DT", "det"), N(a[-1], "PROPN/NNP", "compound", [w(x, "PROPN/NNP", "compound") for x in a[:-1]], name="ORG"), w("news", "NOUN/NN", "compound")]
            return N("agency", "NOUN/NN", rel, left)
        if k < 0.5:
            what = self.one(["media", "television", "radio"])
            form = self.one(["state", "State", "STATE"])
            return N(what, "NOUN/NNS" if what == "media" else "NOUN/NN", rel, [w(form, "NOUN/NN", "compound")])
        if k < 0.7:
            return N("spokesman", "NOUN/NN", rel, [w("a", "DET/DT", "det"), w(self.one(["ministry", "government", "army", "police"]), "NOUN/NN", "compound")])
        return self.titled(rel) if k < 0.9 else N("officials", "NOUN/NNS", rel)

    def sentence(self):
        if self.r.random() < 0.35:
            return self.report()
        k = self.r.randrange(10)
        if k < 4:
            return self.clause()
        if k < 6:  # trailing attribution
            inner = self.clause().as_("ccomp")
            said = N("said", "VERB/VBD", left=[inner, comma(), self.source()])
            if self.r.random() < 0.4:
                said.right.append(self.day())
            return said
        if k < 7:
            inner = self.clause().as_("ccomp")
            if self.r.random() < 0.7:
                inner.left.insert(0, w("that", "SCONJ/IN", "mark"))
            v = N(self.one(["said", "reported", "announced", "claimed"]), "VERB/VBD", left=[self.source()], right=[inner])
            if self.r.random() < 0.3:
                v.right.insert(0, self.day())
            return v
        if k < 7.5 and self.r.random() < 0.3:  # …, the agency quoted a spokesman as saying
            inner = self.clause().as_("ccomp")
            a = N("agency", "NOUN/NN", "nsubj", [w("the", "DET/DT", "det"), N(self.one(AGENCIES).split()[-1], "PROPN/NNP", "compound", name="ORG"), w("news", "NOUN/NN", "compound")])
            saying = N("saying", "VERB/VBG", "advcl", [w("as", "SCONJ/IN", "mark")])
            return N("quoted", "VERB/VBD", left=[inner, comma(), a], right=[self.source("obj"), saying])
        if k < 8:  # according to
            v = self.clause()
            o = self.source("obl")
            o.left = [comma(), N("according", "VERB/VBG", "case", right=[w("to", "ADP/IN", "fixed")])] + o.left
            v.right.append(o)
            return v
        return self.headline()

    def headline(self):
        verb = self.one(["Rejects", "Accepts", "Condemns", "Welcomes", "Denies", "Expels", "Meets", "Warns", "Invites"])
        k = self.r.random()
        people = verb in ("Expels", "Meets", "Warns", "Invites")
        obj = N(self.one(["Envoy", "Minister", "Ambassador", "Delegation"]) if people else self.one(["Offer", "Sanctions", "Attack", "Report", "Resolution"]), "NOUN/NN", "obj", [self.demonym()])
        v = N(verb, "VERB/VBZ", left=[self.state("nsubj")], right=[obj])
        if k < 0.4:
            killed = N(self.one(["Killed", "Arrested", "Wounded"]), "VERB/VBN", "ccomp",
                       [N(self.one(["Rebels", "Soldiers", "Fishermen", "Protesters"]), "NOUN/NNS", "nsubj:pass", [w(str(self.r.randrange(2, 90)), "NUM/CD", "nummod")])],
                       [N(self.one(["Clashes", "Raid", "Attack"]), "NOUN/NN", "obl", [w("in", "ADP/IN", "case")])])
            v = N("Says", "VERB/VBZ", left=[N("Army", "NOUN/NN", "nsubj", [self.demonym()])], right=[killed])
        if k > 0.8:  # Rejects Offer, Calls Sanctions Illegal
            v.right.append(N(self.one(["Calls", "Demands", "Recalls", "Suspends", "Seeks"]), "VERB/VBZ", "conj", [comma()],
                             [N(self.one(["Talks", "Envoy", "Aid", "Probe", "Apology", "Ties"]), "NOUN/NN", "obj")]))
        v.headline = True
        if self.r.random() < 0.4:
            for x in v.words():
                x.form = x.form.upper()
        return v


def write(number, root):
    words = root.words()
    # Two commas in a row, or one before the full stop, are one.
    keep = []
    for i, x in enumerate(words):
        nxt = words[i + 1] if i + 1 < len(words) else None
        if x.form == "," and (nxt is None or nxt.form == ","):
            continue
        keep.append(x)
    if not getattr(root, "headline", False):
        stop = w(".", "PUNCT/.", "punct")
        root.right.append(stop)
        keep.append(stop)
        if keep[0].name is None and keep[0].upos in ("DET", "NOUN", "ADJ", "ADV") or keep[0].form == "the":
            keep[0].form = keep[0].form[:1].upper() + keep[0].form[1:]
    at = {id(x): i + 1 for i, x in enumerate(keep)}
    heads = {}

    def link(n):
        for c in n.left + n.right:
            heads[id(c)] = n
            link(c)

    link(root)
    names = {}

    def mark(n, type_):
        """The span of a name is its head and the dependents that belong to it."""
        inside = [n]
        for c in n.left:
            if type_ == "ORG" and c.name is None and c.rel in ("compound", "amod", "nmod:poss"):
                inside += c.words()
        for c in n.right:
            if c.rel in ("flat", "punct:3") or type_ == "ORG" and c.rel == "nmod":
                inside += c.words()
        ids = sorted(at[id(x)] for x in inside if id(x) in at)
        for k, i in enumerate(ids):
            names.setdefault(i, ("B-" if k == 0 else "I-") + type_)

    for x in keep:
        if x.name and x.name != "-":
            mark(x, x.name)
    print(f"# sent_id = agency-{number}")
    for i, x in enumerate(keep):
        head = at[id(heads[id(x)])] if id(x) in heads else 0
        rel = x.rel or "root"
        if rel == "punct:3":  # the hyphen of a name hangs on what follows
            rel, head = "punct", i + 2
        misc = "Name=" + names.get(i + 1, "O")
        print("\t".join([str(i + 1), x.form, "_", x.upos, x.xpos, "?", str(head), rel, "_", misc]))
    print()


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--count", type=int, default=6000)
    a = p.parse_args()
    maker = Maker(random.Random(a.seed))
    for i in range(a.count):
        write(i + 1, maker.sentence())


if __name__ == "__main__":
    main()
