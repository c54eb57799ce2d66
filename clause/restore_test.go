package clause_test

import (
	"testing"

	"nuncio/clause"
)

func TestLostVerbIsRestored(t *testing.T) {
	tests := []struct{ name, tree, verb, want string }{
		{"participle under its subject", `
The the DET 2 det
abbot abbot NOUN 0 root
called call VERB 2 acl VBN
on on ADP 5 case
rebels rebel NOUN 3 obl
to to PART 7 mark
stop stop VERB 3 advcl VB
. . PUNCT 2 punct`, "called", "subj=abbot obl:on=rebels adv:to=stop"},
		{"a town before a dash", `
Oslo Oslo PROPN 5 nsubj
- - PUNCT 1 punct
President president NOUN 4 nmod
Berg Berg PROPN 1 appos
called call VERB 0 root VBD
Peru Peru PROPN 5 obj
. . PUNCT 5 punct`, "called", "subj=Berg obj=Peru"},
		{"object behind what it is called", `
Oslo Oslo PROPN 2 nsubj
described describe VERB 0 root VBD
as as ADP 4 case
absurd absurd ADJ 2 obl
a a DET 6 det
claim claim NOUN 2 obl
by by ADP 8 case
Peru Peru PROPN 6 nmod
. . PUNCT 2 punct`, "described", "subj=Oslo obj=claim obl:as=absurd"},
		{"participle before its object", `
The the DET 4 det
council council NOUN 4 compound
handed hand VERB 4 amod VBN
power power NOUN 0 root
to to ADP 6 case
clerks clerk NOUN 4 nmod
. . PUNCT 4 punct`, "handed", "subj=council obj=power"},
		{"object as apposition", `
Oslo Oslo PROPN 0 root
sent send VERB 3 amod VBN
grain grain NOUN 1 appos
to to ADP 5 case
Juba Juba PROPN 3 nmod
. . PUNCT 1 punct`, "sent", "subj=Oslo obj=grain"},
		{"an apposition between commas", `
Oslo Oslo PROPN 0 root
, , PUNCT 4 punct
a a DET 4 det
member member NOUN 1 appos
, , PUNCT 6 punct
sent send VERB 7 amod VBN
grain grain NOUN 1 appos
to to ADP 9 case
Juba Juba PROPN 7 nmod
. . PUNCT 1 punct`, "sent", "subj=Oslo obj=grain"},
		{"due in a place", `
Berg Berg PROPN 5 nsubj
is be AUX 5 cop
due due ADJ 5 case
in in ADP 5 case
Juba Juba PROPN 0 root
. . PUNCT 5 punct`, "due", "subj=Berg obl:in=Juba"},
		{"counted object", `
Gunmen gunman NOUN 2 nsubj
killed kill VERB 0 root VBD
six six NUM 4 nummod
guards guard NOUN 2 obl
. . PUNCT 2 punct`, "killed", "subj=Gunmen obj=guards"},
		{"a name is no part of its verb", `
Oslo Oslo PROPN 2 nsubj
demanded demand VERB 0 root VBD
that that SCONJ 5 mark
Juba Juba PROPN 5 compound
withdraw withdraw VERB 2 ccomp VB`, "withdraw", "subj=Juba"},
		{"a weekday is no subject", `
A a DET 2 det
judge judge NOUN 3 compound
Thursday Thursday PROPN 4 nsubj
freed free VERB 0 root VBD
clerks clerk NOUN 4 obj`, "freed", "subj=judge obj=clerks obl=Thursday"},
		{"arguments hung from an auxiliary", `
Oslo Oslo PROPN 2 nsubj
has have AUX 3 aux
raised raise VERB 0 root VBN
tolls toll NOUN 2 obj
. . PUNCT 3 punct`, "raised", "subj=Oslo obj=tolls"},
		{"a participle between a noun and its verb", rockets, "struck", "subj=Rockets obj=depots"},
		{"what the participle says of the noun", rockets, "launched", "obj=Rockets obl:from=north"},
		{"the verb under the participle", `
Rockets rocket NOUN 2 nsubj
fired fire VERB 0 root VBD
from from ADP 4 case
Oslo Oslo PROPN 5 obl
struck strike VERB 2 advcl VBD
depots depot NOUN 5 obj
. . PUNCT 2 punct`, "fired", "obj=Rockets obl:from=Oslo"},
		{"a participle behind the subject", `
Rockets rocket NOUN 5 nsubj
fired fire VERB 5 advcl VBN
from from ADP 4 case
Oslo Oslo PROPN 2 obl
struck strike VERB 0 root VBD
depots depot NOUN 5 obj
. . PUNCT 5 punct`, "fired", "obj=Rockets obl:from=Oslo"},
		{"a comma makes two clauses", `
Rockets rocket NOUN 2 nsubj
launched launch VERB 0 root VBN
, , PUNCT 2 punct
struck strike VERB 2 parataxis VBD
depots depot NOUN 4 obj
. . PUNCT 2 punct`, "launched", "subj=Rockets"},
		{"a real participle stays", `
Envoys envoy NOUN 4 nsubj
sent send VERB 1 acl VBN
home home ADV 2 advmod
protested protest VERB 0 root VBD
. . PUNCT 4 punct`, "sent", "obj=Envoys"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := tree(t, tt.tree)
			clause.New(words(t)).Sentence(s)
			for i := range s.Predicates {
				if p := &s.Predicates[i]; s.Tokens[p.Tok].Form == tt.verb {
					if got := show(s, p); got != tt.want {
						t.Errorf("%s: got %q, want %q", tt.verb, got, tt.want)
					}
					return
				}
			}
			t.Errorf("%s is no predicate", tt.verb)
		})
	}
}

// rockets is a tree in which a participle between noun and verb took the noun.
const rockets = `
Rockets rocket NOUN 2 nsubj
launched launch VERB 9 advcl VBN
from from ADP 5 case
the the DET 5 det
north north NOUN 2 obl
struck strike VERB 9 ccomp VBD
depots depot NOUN 6 obj
, , PUNCT 9 punct
said say VERB 0 root VBD
Oslo Oslo PROPN 9 nsubj
. . PUNCT 9 punct`
