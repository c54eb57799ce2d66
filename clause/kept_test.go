package clause_test

import "testing"

// TestKeptAndBlamed reads trees of what is kept so, given as time, blamed on somebody or told
// by whoever accuses in the same breath.
func TestKeptAndBlamed(t *testing.T) {
	tests := []struct{ name, tree, verb, want string }{
		{"time given to somebody in a place", `
Berg Berg PROPN 2 nsubj
gave give VERB 0 root VBD
the the DET 4 det
junta junta NOUN 2 obj
in in ADP 6 case
Mali Mali PROPN 2 obl
a a DET 8 det
week week NOUN 2 obl:unmarked
to to PART 10 mark
leave leave VERB 2 advcl VB`, "gave", "subj=Berg obj=week iobj=junta comp:to=leave"},
		{"a demonym before its verb", `
A a DET 3 det
Kenyan Kenyan ADJ 3 amod JJ
stabbed stab VERB 0 root VBD
guards guard NOUN 3 obj`, "stabbed", "subj=Kenyan obj=guards"},
		{"who keeps a thing shut", `
Chad Chad PROPN 2 nsubj
kept keep VERB 0 root VBD
its its PRON 4 nmod:poss
border border NOUN 2 obj
with with ADP 6 case
Niger Niger PROPN 2 obl
closed close VERB 2 xcomp VBN`, "closed", "subj=Chad obj=border"},
		{"the speaker's accusation behind what was done", `
Chad Chad PROPN 2 nsubj
said say VERB 0 root VBD
men man NOUN 6 nsubj:pass
had have AUX 6 aux VBD
been be AUX 6 aux:pass VBN
killed kill VERB 2 ccomp VBN
, , PUNCT 8 punct
accusing accuse VERB 6 advcl VBG
Niger Niger PROPN 8 obj`, "accusing", "subj=Chad obj=Niger"},
		{"on whom a deed is blamed", `
Chad Chad PROPN 2 nsubj
blamed blame VERB 0 root VBD
the the DET 4 det
shelling shelling NOUN 2 obj
of of ADP 6 case
ports port NOUN 4 nmod
on on ADP 8 case
Niger Niger PROPN 4 nmod`, "blamed", "subj=Chad obj=shelling obl:on=Niger"},
	}
	runTrees(t, tests)
}
