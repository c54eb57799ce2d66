package clause_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"nuncio/clause"
	"nuncio/doc"
)

// tree reads one token a line: form lemma UPOS head(1-based, 0 root) deprel [XPOS].
func tree(t *testing.T, lines string) *doc.Sentence {
	t.Helper()
	s := &doc.Sentence{}
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		f := strings.Fields(line)
		if len(f) < 5 {
			t.Fatalf("bad line %q", line)
		}
		head, err := strconv.Atoi(f[3])
		if err != nil {
			t.Fatal(err)
		}
		tok := doc.Token{Form: f[0], Lemma: f[1], UPOS: f[2], Head: head - 1, Deprel: f[4], Feats: "_"}
		if len(f) > 5 {
			tok.XPOS = f[5]
			switch f[5] {
			case "VBD", "VBZ", "VBP", "MD":
				tok.Feats = "VerbForm=Fin"
			case "VBN":
				tok.Feats = "Tense=Past|VerbForm=Part"
			case "VBG":
				tok.Feats = "VerbForm=Ger"
			}
		}
		s.Tokens = append(s.Tokens, tok)
	}
	s.Link()
	return s
}

func show(s *doc.Sentence, p *doc.Predicate) string {
	names := map[doc.ArgRole]string{
		doc.Subj: "subj", doc.Obj: "obj", doc.IObj: "iobj", doc.Obl: "obl", doc.Comp: "comp", doc.Adv: "adv",
		doc.Poss: "poss", doc.Compound: "compound", doc.Mod: "mod",
	}
	var out []string
	for _, a := range p.Args {
		role := names[a.Role]
		if a.Case != "" {
			role += ":" + a.Case
		}
		out = append(out, fmt.Sprintf("%s=%s", role, s.Tokens[a.Tok].Form))
	}
	return strings.Join(out, " ")
}

func TestArguments(t *testing.T) {
	tests := []struct {
		name, tree string
		want       map[string]string // predicate's form → arguments
	}{
		{"passive with agent and coordination", `
Delegates delegate NOUN 3 nsubj:pass
were be AUX 3 aux:pass VBD
received receive VERB 0 root VBN
by by ADP 5 case
Aliyev Aliyev PROPN 3 obl:agent
and and CCONJ 7 cc
Bayramov Bayramov PROPN 5 conj`,
			map[string]string{"received": "subj=Aliyev subj=Bayramov obj=Delegates"}},
		{"object control", `
Ankara Ankara PROPN 2 nsubj
asked ask VERB 0 root VBD
Baku Baku PROPN 2 obj
to to PART 5 mark
release release VERB 2 xcomp VB
prisoners prisoner NOUN 5 obj`,
			map[string]string{"asked": "subj=Ankara obj=Baku comp:to=release", "release": "subj=Baku obj=prisoners"}},
		{"urging behind a preposition", `
Ankara Ankara PROPN 2 nsubj
called call VERB 0 root VBD
on on ADP 4 case
Baku Baku PROPN 2 obl
to to PART 6 mark
withdraw withdraw VERB 2 xcomp VB`,
			map[string]string{"withdraw": "subj=Baku"}},
		{"relative clause without pronoun", `
the the DET 2 det
note note NOUN 0 root
Paris Paris PROPN 4 nsubj
sent send VERB 2 acl:relcl VBD`,
			map[string]string{"sent": "subj=Paris obj=note"}},
		{"where somebody is for what a noun says", `
Berg Berg PROPN 6 nsubj
, , PUNCT 4 punct
in in ADP 4 case
Oslo Oslo PROPN 6 obl
visit visit NOUN 6 obl
spoke speak VERB 0 root VBD
on on ADP 5 case`,
			map[string]string{"visit": "obl:in=Oslo poss=Berg"}},
		{"relative pronoun that the tree took for a conjunction", `
the the DET 2 det
rice rice NOUN 0 root
that that PRON 5 mark WDT
Accra Accra PROPN 5 nsubj
flew fly VERB 2 acl:relcl VBD`,
			map[string]string{"flew": "subj=Accra obj=rice"}},
		{"relative pronoun and shared subject", `
Fidan Fidan PROPN 5 nsubj
who who PRON 3 nsubj
arrived arrive VERB 1 acl:relcl VBD
, , PUNCT 1 punct
met meet VERB 0 root VBD
Wang Wang PROPN 5 obj
and and CCONJ 8 cc
left leave VERB 5 conj VBD`,
			map[string]string{"arrived": "subj=Fidan", "met": "subj=Fidan obj=Wang", "left": "subj=Fidan"}},
		{"participle at a noun", `
a a DET 2 det
letter letter NOUN 0 root
sent send VERB 2 acl VBN
by by ADP 5 case
Macron Macron PROPN 3 obl:agent
to to ADP 7 case
Xi Xi PROPN 3 obl`,
			map[string]string{"sent": "subj=Macron obj=letter obl:to=Xi"}},
		{"nominal predicate", `
Modi Modi PROPN 3 nmod:poss
's 's PART 1 case
visit visit NOUN 0 root
to to ADP 5 case
Kyiv Kyiv PROPN 3 nmod
and and CCONJ 7 cc
Warsaw Warsaw PROPN 5 conj`,
			map[string]string{"visit": "obl:to=Kyiv obl:to=Warsaw poss=Modi"}},
		{"phrasal preposition", `
Oslo Oslo PROPN 2 nsubj
spoke speak VERB 0 root VBD
on on ADP 4 case
behalf behalf NOUN 2 obl
of of ADP 6 case
Juba Juba PROPN 4 nmod`,
			map[string]string{"spoke": "subj=Oslo obl:on=behalf obl:on behalf of=Juba"}},
		{"infinitive at a noun", `
Iran Iran PROPN 3 nmod:poss
's 's PART 1 case
refusal refusal NOUN 0 root
to to PART 5 mark
talk talk VERB 3 acl VB`,
			map[string]string{"talk": "subj=Iran"}},
		{"receiver as subject of a passive", `
Lula Lula PROPN 3 nsubj:pass
was be AUX 3 aux:pass VBD
sent send VERB 0 root VBN
an a DET 5 det
invitation invitation NOUN 3 obj`,
			map[string]string{"sent": "obj=invitation iobj=Lula"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := tree(t, tt.tree)
			clause.New(words(t)).Sentence(s)
			for form, want := range tt.want {
				for i := range s.Tokens {
					if s.Tokens[i].Form != form {
						continue
					}
					p := s.Predicate(i)
					if p == nil {
						t.Fatalf("%s is no predicate", form)
					}
					if got := show(s, p); got != want {
						t.Errorf("%s:\n got %s\nwant %s", form, got, want)
					}
				}
			}
		})
	}
}

// Trees with cycles and wild heads must give fewer arguments, never a hang.
func FuzzDamagedTree(f *testing.F) {
	f.Add([]byte{3, 1, 2, 0, 4, 1, 2})
	rels := []string{"nsubj", "conj", "xcomp", "advcl", "acl", "acl:relcl", "obj", "obl", "case", "nmod", "ccomp", "parataxis"}
	tags := []string{"VERB", "NOUN", "PROPN", "ADP", "ADJ", "PRON"}
	r := clause.New(words(f))
	f.Fuzz(func(t *testing.T, b []byte) {
		s := &doc.Sentence{}
		for i := 0; i+2 < len(b) && i < 150; i += 3 {
			s.Tokens = append(s.Tokens, doc.Token{
				Form: "x", Lemma: "who", UPOS: tags[int(b[i])%len(tags)], Head: int(b[i+1]) - 1, Deprel: rels[int(b[i+2])%len(rels)], Feats: "_",
			})
		}
		n := len(s.Tokens)
		for i := range s.Tokens {
			s.Tokens[i].Head = min(s.Tokens[i].Head, n-1)
			if s.Tokens[i].Head == i {
				s.Tokens[i].Head = -1
			}
		}
		s.Link()
		r.Sentence(s)
	})
}
