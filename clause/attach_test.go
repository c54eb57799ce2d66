package clause_test

import (
	"testing"

	"nuncio/clause"
)

func TestAttachmentsAreMended(t *testing.T) {
	tests := []struct{ name, tree, verb, want string }{
		{"coordination hung from a title", `
Mr Mr PROPN 2 nmod:desc
Berg Berg PROPN 6 nsubj
and and CCONJ 5 cc
his his PRON 5 nmod:poss
guest guest NOUN 1 conj
met meet VERB 0 root VBD`, "met", "subj=Berg subj=guest"},
		{"a place hung on the words of time behind it", `
Berg Berg PROPN 2 nsubj
arrived arrive VERB 0 root VBD
in in ADP 6 case
the the DET 6 det
capital capital NOUN 6 compound
hours hour NOUN 7 obl:unmarked NNS
later later ADV 2 advmod`, "arrived", "subj=Berg obl:in=capital"},
		{"a town hung on the words of time behind it", `
Berg Berg PROPN 2 nsubj
visited visit VERB 0 root VBD
Lima Lima PROPN 5 obj
days day NOUN 5 obl:unmarked NNS
later later ADV 2 advmod`, "visited", "subj=Berg obj=Lima"},
		{"the first to do it", `
Peru Peru PROPN 2 nsubj
became become VERB 0 root VBD
the the DET 6 det
first first ADJ 6 amod
Andean Andean ADJ 6 amod
state state NOUN 2 xcomp
to to PART 8 mark TO
recognise recognise VERB 2 advcl VB
it it PRON 8 obj`, "recognise", "subj=Peru obj=it"},
		{"the most senior to do it", `
Berg Berg PROPN 10 nsubj
, , PUNCT 6 punct
the the DET 6 det
most most ADV 5 advmod RBS
senior senior ADJ 6 amod
envoy envoy NOUN 1 appos
to to PART 8 mark TO
visit visit VERB 6 acl VB
Lima Lima PROPN 8 obj
spoke speak VERB 0 root VBD`, "visit", "subj=Berg obj=Lima"},
		{"what a sum is given in", `
Oslo Oslo PROPN 2 nsubj
pledged pledge VERB 0 root VBD
$ $ SYM 2 obj
50 50 NUM 5 compound
million million NUM 3 nummod
in in ADP 7 case
aid aid NOUN 2 obl
for for ADP 9 case
Chad Chad PROPN 7 nmod`, "pledged", "subj=Oslo obj=aid"},
		{"a participle describes the object before it", `
Oslo Oslo PROPN 2 nsubj
treated treat VERB 0 root VBD
villagers villager NOUN 2 obj
wounded wound VERB 2 xcomp VBN
in in ADP 7 case
the the DET 7 det
war war NOUN 4 obl`, "treated", "subj=Oslo obj=villagers"},
		{"who does what the object tells", `
Oman Oman PROPN 2 nsubj
mourned mourn VERB 0 root VBD
the the DET 4 det
killing killing NOUN 2 obj
of of ADP 6 case
guests guest NOUN 4 nmod
by by ADP 9 case
Yemeni Yemeni ADJ 9 amod
soldiers soldier NOUN 2 obl`, "mourned", "subj=Oman obj=killing"},
		{"a pull-out is no out-of", `
Oslo Oslo PROPN 2 nsubj
began begin VERB 0 root VBD
the the DET 6 det
pull pull NOUN 6 compound
- - PUNCT 4 punct HYPH
out out NOUN 8 case
of of ADP 8 case
troops troops NOUN 2 obl`, "began", "subj=Oslo obj=out"},
		{"what it called so", `
Oman Oman PROPN 2 nsubj
condemned condemn VERB 0 root VBD
what what PRON 2 obj
it it PRON 5 nsubj
called call VERB 3 acl:relcl VBD
an a DET 7 det
attack attack NOUN 5 obj`, "condemned", "subj=Oman obj=attack"},
		{"a second object behind its preposition", `
Rebels rebel NOUN 2 nsubj
fired fire VERB 0 root VBD
rockets rocket NOUN 2 obj
at at ADP 6 case
a a DET 6 det
frigate frigate NOUN 2 obj`, "fired", "subj=Rebels obj=rockets obl:at=frigate"},
		{"a preposition hung from part of a name", `
Berg Berg PROPN 2 nsubj
flew fly VERB 0 root VBD
to to ADP 4 case
San San PROPN 5 compound
Jose Jose PROPN 2 obl`, "flew", "subj=Berg obl:to=Jose"},
		{"a relative clause that took the main verb", `
Berg Berg PROPN 0 root
, , PUNCT 5 punct
whose whose PRON 4 nmod:poss
army army NOUN 5 nsubj
fights fight VERB 1 acl:relcl VBZ
rebels rebel NOUN 5 obj
, , PUNCT 8 punct
called call VERB 5 advcl VBD
for for ADP 10 case
talks talk NOUN 8 obl
. . PUNCT 8 punct`, "called", "subj=Berg obl:for=talks"},
		{"the speaker's next act", `
Berg Berg PROPN 2 nsubj
said say VERB 0 root VBD
Chad Chad PROPN 5 nsubj
had have AUX 5 aux VBD
attacked attack VERB 2 ccomp VBN
, , PUNCT 8 punct
and and CCONJ 8 cc
accused accuse VERB 5 conj VBD
Niger Niger PROPN 8 obj`, "accused", "subj=Berg obj=Niger"},
		{"no will goes on over a past tense", `
Berg Berg PROPN 2 nsubj
formed form VERB 0 root VBD
teams team NOUN 2 obj
that that PRON 6 nsubj
will will AUX 6 aux MD
help help VERB 3 acl:relcl VB
Chad Chad PROPN 6 obj
and and CCONJ 9 cc
accused accuse VERB 6 conj VBD
Niger Niger PROPN 9 obj`, "accused", "subj=Berg obj=Niger"},
		{"no gerund goes on over a tense", `
Berg Berg PROPN 2 nsubj
blames blame VERB 0 root VBZ
Chad Chad PROPN 2 obj
for for SCONJ 5 mark
arming arm VERB 2 advcl VBG
rebels rebel NOUN 5 obj
and and CCONJ 8 cc
thanks thank VERB 5 conj VBZ
Niger Niger PROPN 8 obj`, "thanks", "subj=Berg obj=Niger"},
		{"who accused somebody before he gave an order", `
Berg Berg PROPN 2 nsubj
ordered order VERB 0 root VBD
troops troop NOUN 2 obj
to to PART 5 mark
march march VERB 2 xcomp VB
after after SCONJ 7 mark
accusing accuse VERB 5 advcl VBG
Chad Chad PROPN 7 obj`, "accusing", "subj=Berg obj=Chad"},
		{"soldiers before a verb are its subject", `
On on ADP 3 case
the the DET 3 det
night night NOUN 7 obl
of of ADP 5 case
May May PROPN 3 nmod
soldiers soldier NOUN 3 nmod
shelled shell VERB 0 root VBD
Juba Juba PROPN 7 obj`, "shelled", "subj=soldiers obj=Juba obl:on=night"},
		{"a clause that wants an object", `
Chad Chad PROPN 2 nsubj
cut cut VERB 0 root VBD
the the DET 4 det
gas gas NOUN 2 obj
it it PRON 6 nsubj
sells sell VERB 2 advcl VBZ
to to ADP 8 case
Niger Niger PROPN 6 obl`, "sells", "subj=it obj=gas obl:to=Niger"},
		{"what will be goes on", `
Berg Berg PROPN 2 nsubj
formed form VERB 0 root VBD
teams team NOUN 2 obj
that that PRON 6 nsubj
will will AUX 6 aux MD
help help VERB 3 acl:relcl VB
Chad Chad PROPN 6 obj
and and CCONJ 9 cc
accuse accuse VERB 6 conj VB
Niger Niger PROPN 9 obj`, "accuse", "subj=teams obj=Niger"},
		{"the source that closes the sentence", `
Chad Chad PROPN 2 nsubj
attacked attack VERB 9 ccomp VBD
Niger Niger PROPN 2 obj
, , PUNCT 6 punct
the the DET 6 det
agency agency NOUN 3 appos
, , PUNCT 8 punct
Petra Petra PROPN 6 appos
reported report VERB 0 root VBD`, "reported", "subj=agency comp=attacked"},
		{"what is said goes on", `
Berg Berg PROPN 2 nsubj
said say VERB 0 root VBD
Chad Chad PROPN 4 nsubj
attacked attack VERB 2 ccomp VBD
, , PUNCT 7 punct
and and CCONJ 7 cc
shelled shell VERB 4 conj VBD
Niger Niger PROPN 7 obj`, "shelled", "subj=Chad obj=Niger"},
		{"a fronted phrase that took the subject", `
After after ADP 2 case
talks talk NOUN 6 obl
, , PUNCT 5 punct
the the DET 5 det
union union NOUN 2 appos
protested protest VERB 0 root VBD
. . PUNCT 6 punct`, "protested", "subj=union obl:after=talks"},
		{"a date that took the subject", `
In in ADP 3 case
May May PROPN 3 compound
Kenya Kenya PROPN 4 obl
closed close VERB 0 root VBD
ports port NOUN 4 obj`, "closed", "subj=Kenya obj=ports obl:in=May"},
		{"a subject taken by the verb of saying", `
Oslo Oslo PROPN 6 nsubj
promised promise VERB 6 ccomp VBD
rice rice NOUN 2 obj
, , PUNCT 6 punct
Lima Lima PROPN 6 nsubj
said say VERB 0 root VBD`, "promised", "subj=Oslo obj=rice"},
		{"a participle that took the subject", `
Police police NOUN 2 nsubj
armed armed ADJ 5 advcl
with with ADP 4 case
sticks stick NOUN 2 obl
beat beat VERB 0 root VBD
monks monk NOUN 5 obj`, "beat", "subj=Police obj=monks"},
		{"a second subject coordinated with an object", `
Lima Lima PROPN 3 nsubj
never never ADV 3 advmod
printed print VERB 0 root VBD
it it PRON 3 obj
and and CCONJ 7 cc
a a DET 7 det
monk monk NOUN 4 conj
denied deny VERB 3 conj VBD
that that PRON 8 obj`, "denied", "subj=monk obj=that"},
		{"a second subject in what was taken for content", `
Lima Lima PROPN 3 nsubj
never never ADV 3 advmod
printed print VERB 8 ccomp VBD
it it PRON 3 obj
and and CCONJ 7 cc
a a DET 7 det
monk monk NOUN 4 conj
denied deny VERB 0 root VBD
that that PRON 8 obj`, "denied", "subj=monk obj=that"},
		{"a list of objects before another verb", `
Lima Lima PROPN 2 nsubj
met meet VERB 0 root VBD
Berg Berg PROPN 2 obj
and and CCONJ 5 cc
Rojas Rojas PROPN 3 conj
, , PUNCT 7 punct
signed sign VERB 2 conj VBD
it it PRON 7 obj`, "signed", "subj=Lima obj=it"},
		{"who gets what has no article", `
Lima Lima PROPN 2 nsubj
granted grant VERB 0 root VBD
the the DET 6 det
ousted oust VERB 6 amod VBN
dictator dictator NOUN 6 compound
asylum asylum NOUN 2 obj`, "granted", "subj=Lima obj=asylum iobj=dictator"},
		{"what is given to him, hung from him", `
Lima Lima PROPN 2 nsubj
promised promise VERB 0 root VBD
her her PRON 4 nmod:poss
colleague colleague NOUN 2 obj
a a DET 6 det
battalion battalion NOUN 4 appos`, "promised", "subj=Lima obj=battalion iobj=colleague"},
		{"a subject taken for the one told", `
Lima Lima PROPN 2 nsubj
said say VERB 0 root VBD
Berg Berg PROPN 2 iobj
, , PUNCT 7 punct
alone alone ADV 7 advmod
had have AUX 7 aux VBD
left leave VERB 2 ccomp VBN`, "left", "subj=Berg"},
		{"a preposition that opens a clause", `
It it PRON 2 nsubj
came come VERB 0 root VBD
after after ADP 4 case
Spain Spain PROPN 2 obl
apologised apologise VERB 2 parataxis VBD`, "apologised", "subj=Spain"},
		{"a participle between a numeral and its noun", `
Rebels rebel NOUN 2 nsubj
handed hand VERB 0 root VBD
two two NUM 5 nummod
captured capture VERB 2 advcl VBD
pilots pilot NOUN 2 obj
to to ADP 7 case
envoys envoy NOUN 4 obl`, "handed", "subj=Rebels obj=pilots obl:to=envoys"},
		{"a gerund read as part of its noun", `
Riga Riga PROPN 2 nsubj
accused accuse VERB 0 root VBD
Minsk Minsk PROPN 2 obj
of of ADP 5 mark
arming arm VERB 6 compound VBG
smugglers smuggler NOUN 2 obl`, "arming", "subj=Minsk obj=smugglers"},
		{"what is done to the one told", `
Oslo Oslo PROPN 2 nsubj
told tell VERB 0 root VBD
Ana Ana PROPN 2 iobj
that that SCONJ 7 mark
she she PRON 7 nsubj
was be AUX 7 cop
welcome welcome ADJ 2 ccomp
and and CCONJ 9 cc
gave give VERB 7 conj VBD
her she PRON 9 iobj
money money NOUN 9 obj`, "gave", "subj=Oslo obj=money iobj=her"},
		{"a sum that hangs from who gets it", `
Oslo Oslo PROPN 2 nsubj
lent lend VERB 0 root VBD
Lima Lima PROPN 2 obj
$ $ SYM 3 appos
9 9 NUM 4 nummod`, "lent", "subj=Oslo obj=$ iobj=Lima"},
		{"who gets it hangs from a sum", `
Oslo Oslo PROPN 2 nsubj
lent lend VERB 0 root VBD
Lima Lima PROPN 4 compound
$ $ SYM 2 obj
9 9 NUM 4 nummod`, "lent", "subj=Oslo obj=$ iobj=Lima"},
		{"where one comes", `
Oslo Oslo PROPN 2 nsubj
landed land VERB 0 root VBD
here here ADV 2 advmod`, "landed", "subj=Oslo obl:in=here"},
		{"two objects", `
Oslo Oslo PROPN 2 nsubj
sent send VERB 0 root VBD
Lima Lima PROPN 2 obj
letters letter NOUN 2 obj`, "sent", "subj=Oslo obj=letters iobj=Lima"},
		{"whose", `
the the DET 2 det
envoy envoy NOUN 0 root
whose whose PRON 4 nmod:poss WP$
visit visit NOUN 5 nsubj
ended end VERB 2 acl:relcl VBD`, "visit", "poss=envoy"},
	}
	runTrees(t, tests)
}

// runTrees reads each tree and compares what the verb of it gets.
func runTrees(t *testing.T, tests []struct{ name, tree, verb, want string }) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := tree(t, tt.tree)
			clause.New(words(t)).Sentence(s)
			for i := range s.Predicates {
				if p := &s.Predicates[i]; s.Tokens[p.Tok].Form == tt.verb {
					if got := show(s, p); got != tt.want {
						t.Errorf("got %q, want %q", got, tt.want)
					}
					return
				}
			}
			t.Errorf("%s is no predicate", tt.verb)
		})
	}
}
