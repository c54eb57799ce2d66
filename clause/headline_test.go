package clause

import (
	"fmt"
	"strings"
	"testing"

	"nuncio/doc"
)

// TestHeadline reads titles, one token a line as in the other tests of trees.
func TestHeadline(t *testing.T) {
	for _, tt := range []struct{ name, tree, want string }{
		{"an infinitive behind a name is what it will do", `
EU EU PROPN 0 root NNP
to to PART 3 mark TO
suspend suspend VERB 1 acl VB
aid aid NOUN 3 obj NN`, "3:nsubj 3:aux 0:root 3:obj"},
		{"a plan has an infinitive of its own", `
Plans plan NOUN 0 root NNS
to to PART 3 mark TO
suspend suspend VERB 1 acl VB
aid aid NOUN 3 obj NN`, "0:root 3:mark 1:acl 3:obj"},
		{"two names with one comma are two", `
Chad Chad PROPN 4 nsubj NNP
, , PUNCT 3 punct ,
Togo Togo PROPN 1 appos NNP
sign sign VERB 0 root VBP
pact pact NOUN 4 obj NN`, "4:nsubj 3:punct 1:conj 0:root 4:obj"},
		{"between two commas the first is described", `
Biko Biko PROPN 5 nsubj NNP
, , PUNCT 3 punct ,
Minister Minister PROPN 1 appos NNP
, , PUNCT 1 punct ,
quits quit VERB 0 root VBZ`, "5:nsubj 3:punct 1:appos 1:punct 0:root"},
		{"who is where", `
Mandela Mandela PROPN 0 root NNP
in in ADP 3 case IN
Lagos Lagos PROPN 1 nmod NNP
for for ADP 5 case IN
talks talk NOUN 1 nmod NNS`, "3:nsubj 3:case 0:root 5:case 3:obl"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := headlineTree(t, tt.tree)
			(&Words{uses: map[string]use{"plan": plan}}).headline(s)
			var got []string
			for i := range s.Tokens {
				got = append(got, fmt.Sprintf("%d:%s", s.Tokens[i].Head+1, s.Tokens[i].Deprel))
			}
			if g := strings.Join(got, " "); g != tt.want {
				t.Errorf("got  %s\nwant %s", g, tt.want)
			}
		})
	}
}

func headlineTree(t *testing.T, tree string) *doc.Sentence {
	t.Helper()
	s := &doc.Sentence{Part: doc.Title}
	for line := range strings.SplitSeq(strings.TrimSpace(tree), "\n") {
		f := strings.Fields(line)
		var head int
		if _, err := fmt.Sscan(f[3], &head); err != nil {
			t.Fatal(err)
		}
		s.Tokens = append(s.Tokens, doc.Token{Form: f[0], Lemma: f[1], UPOS: f[2], Head: head - 1, Deprel: f[4], XPOS: f[5]})
	}
	s.Link()
	return s
}
