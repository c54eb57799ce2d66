package clause_test

import (
	"testing"

	"nuncio/clause"
)

func TestBackgroundIsNoPartOfWhatIsAsked(t *testing.T) {
	tests := []struct{ name, tree, verb, want string }{
		{"a gerund of saying is the asker's", `
Berg Berg PROPN 2 nsubj
ordered order VERB 0 root VBD
troops troops NOUN 2 obj NNS
to to PART 5 mark TO
march march VERB 2 xcomp VB
after after SCONJ 7 mark
accusing accuse VERB 5 advcl VBG
Lima Lima PROPN 7 obj`, "accusing", "subj=Berg obj=Lima"},
		{"a claim that somebody denied", `
Lima Lima PROPN 2 nsubj
spoke speak VERB 0 root VBD
of of ADP 4 case
war war NOUN 2 obl
, , PUNCT 9 punct
a a DET 7 det
claim claim NOUN 9 nsubj
Oslo Oslo PROPN 7 appos
denied deny VERB 2 parataxis VBN
. . PUNCT 2 punct`, "denied", "subj=Oslo obj=claim"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := tree(t, tt.tree)
			clause.New(words(t)).Sentence(s)
			for i := range s.Predicates {
				if p := &s.Predicates[i]; s.Tokens[p.Tok].Form == tt.verb {
					if got := show(s, p); got != tt.want {
						t.Errorf("got %q, want %q", got, tt.want)
					}
				}
			}
		})
	}
}
