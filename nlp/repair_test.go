package nlp

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"nuncio/doc"
)

// tree reads one token a field: form/UPOS/XPOS/head/deprel, heads counted from 1.
func tree(t *testing.T, s string) *doc.Sentence {
	t.Helper()
	var out doc.Sentence
	for f := range strings.FieldsSeq(s) {
		p := strings.Split(f, "/")
		head, err := strconv.Atoi(p[3])
		if err != nil {
			t.Fatal(err)
		}
		out.Tokens = append(out.Tokens, doc.Token{Form: p[0], Lemma: strings.TrimSuffix(p[0], "ed"), UPOS: p[1], XPOS: p[2], Head: head - 1, Deprel: p[4]})
	}
	return &out
}

func TestRepair(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"what is said is no interjection of the saying",
			"“/PUNCT/``/2/punct No/INTJ/UH/6/discourse ,/PUNCT/,/2/punct ”/PUNCT/''/2/punct she/PRON/PRP/6/nsubj said/VERB/VBD/0/root",
			"2:punct 6:ccomp 2:punct 2:punct 6:nsubj 0:root"},
		{"quoted words inside a clause stay what they are",
			"“/PUNCT/``/2/punct Quietly/ADV/RB/5/advmod ”/PUNCT/''/2/punct they/PRON/PRP/5/nsubj left/VERB/VBD/0/root",
			"2:punct 5:advmod 2:punct 5:nsubj 0:root"},
		{"a quoted subject stays the subject",
			"“/PUNCT/``/2/punct Hope/PROPN/NNP/5/nsubj ,/PUNCT/,/2/punct ”/PUNCT/''/2/punct opened/VERB/VBD/0/root",
			"2:punct 5:nsubj 2:punct 2:punct 0:root"},
		{"a bare participle has no subject where the verb behind it wants one",
			"Engineers/NOUN/NNS/2/nsubj taken/VERB/VBN/5/advcl hostage/NOUN/NN/2/obj were/AUX/VBD/5/aux:pass freed/VERB/VBN/0/root",
			"5:nsubj:pass 1:acl 2:obj 5:aux:pass 0:root"},
		{"a participle with a subject of its own keeps it where the verb has one",
			"Weather/NOUN/NN/2/nsubj permitted/VERB/VBN/4/advcl they/PRON/PRP/4/nsubj sail/VERB/VBP/0/root",
			"2:nsubj 4:advcl 4:nsubj 0:root"},
		{"a particle behind the object is the verb's",
			"They/PRON/PRP/2/nsubj handed/VERB/VBD/0/root pilots/NOUN/NNS/2/obj over/ADP/RB/6/case to/ADP/IN/6/case officers/NOUN/NNS/2/obl",
			"2:nsubj 0:root 2:obj 2:compound:prt 6:case 2:obl"},
		{"who is called home is an object",
			"Oslo/PROPN/NNP/2/nsubj called/VERB/VBD/0/root home/ADV/RB/2/advmod students/NOUN/NNS/2/xcomp",
			"2:nsubj 0:root 2:advmod 2:obj"},
		{"what something is called is no apposition",
			"Oslo/PROPN/NNP/2/nsubj called/VERB/VBD/0/root it/PRON/PRP/2/obj a/DET/DT/6/det “/PUNCT/``/6/punct betrayal/NOUN/NN/3/appos ”/PUNCT/''/6/punct",
			"2:nsubj 0:root 2:obj 6:det 6:punct 2:xcomp 6:punct"},
		{"a word with a subject and a conjunction is a verb",
			"Oslo/PROPN/NNP/2/nsubj demanded/VERB/VBD/0/root that/SCONJ/IN/5/mark Mali/PROPN/NNP/5/nsubj free/ADJ/JJ/6/amod soldiers/NOUN/NNS/2/obj",
			"2:nsubj 0:root 5:mark 5:nsubj 2:ccomp 5:obj"},
		{"what stands behind the saying is not what is said",
			"Talks/NOUN/NNS/2/nsubj failed/VERB/VBD/5/ccomp ,/PUNCT/,/2/punct he/PRON/PRP/5/nsubj said/VERB/VBD/0/root after/SCONJ/IN/7/mark meeting/VERB/VBG/2/advcl her/PRON/PRP/7/obj",
			"2:nsubj 5:ccomp 2:punct 5:nsubj 0:root 7:mark 5:advcl 7:obj"},
		{"a verb beside a clause wants a subject",
			"Peru/PROPN/NNP/2/nsubj left/VERB/VBD/0/root Chile/PROPN/NNP/2/obj ,/PUNCT/,/6/punct its/PRON/PRP$/6/nmod:poss president/NOUN/NN/3/appos ,/PUNCT/,/2/punct announced/VERB/VBD/2/parataxis",
			"2:nsubj 0:root 2:obj 6:punct 6:nmod:poss 8:nsubj 2:punct 2:parataxis"},
		{"the source that ends a sentence tells all of it",
			"He/PRON/PRP/2/nsubj said/VERB/VBD/0/root Chile/PROPN/NNP/4/nsubj left/VERB/VBD/2/ccomp ,/PUNCT/,/7/punct Kabar/PROPN/NNP/7/nsubj reported/VERB/VBD/4/parataxis",
			"2:nsubj 0:root 4:nsubj 2:ccomp 7:punct 7:nsubj 2:parataxis"},
		{"a time before the conjunction belongs to the first verb",
			"They/PRON/PRP/2/nsubj met/VERB/VBD/0/root yesterday/NOUN/NN/5/obl:tmod and/CCONJ/CC/5/cc agreed/VERB/VBD/2/conj",
			"2:nsubj 0:root 2:obl:tmod 5:cc 2:conj"},
		{"a verb with a tense does not go on an infinitive",
			"He/PRON/PRP/2/nsubj flew/VERB/VBD/0/root to/PART/TO/4/mark talk/VERB/VB/2/advcl and/CCONJ/CC/6/cc met/VERB/VBD/4/conj Akol/PROPN/NNP/6/obj",
			"2:nsubj 0:root 4:mark 2:advcl 6:cc 2:conj 6:obj"},
		{"a participle behind its noun is no main verb",
			"Rockets/NOUN/NNS/2/nsubj bought/VERB/VBD/5/nsubj from/ADP/IN/4/case Norway/PROPN/NNP/2/obl struck/VERB/VBD/0/root",
			"5:nsubj 1:acl 4:case 2:obl 0:root"},
		{"a word with a subject that agrees is a verb",
			"Oslo/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Riga/PROPN/NNP/1/conj stand/NOUN/NN/0/root by/ADP/IN/6/case Kyiv/PROPN/NNP/4/nmod",
			"4:nsubj 3:cc 1:conj 0:root 6:case 4:obl"},
		{"a noun with a subject that does not agree stays one",
			"Oslo/PROPN/NNP/2/nsubj stand/NOUN/NN/0/root by/ADP/IN/4/case Kyiv/PROPN/NNP/2/nmod",
			"2:nsubj 0:root 4:case 2:nmod"},
		{"a participle behind a number describes its noun",
			"Chad/PROPN/NNP/2/nsubj handed/VERB/VBD/0/root six/NUM/CD/4/nummod wounded/VERB/VBN/2/xcomp men/NOUN/NNS/4/obj over/ADP/RB/4/advmod to/ADP/IN/8/case Libya/PROPN/NNP/4/obl",
			"2:nsubj 0:root 5:nummod 5:amod 2:obj 2:compound:prt 8:case 2:obl"},
		{"who is given a number of things",
			"Oslo/PROPN/NNP/2/nsubj lend/VERB/VBD/0/root Peru/PROPN/NNP/5/compound two/NUM/CD/5/nummod ships/NOUN/NNS/2/obj",
			"2:nsubj 0:root 2:iobj 5:nummod 2:obj"},
		{"a name before a number is part of what is bought",
			"Oslo/PROPN/NNP/2/nsubj bought/VERB/VBD/0/root Boeing/PROPN/NNP/5/compound 747/NUM/CD/5/nummod jets/NOUN/NNS/2/obj",
			"2:nsubj 0:root 5:compound 5:nummod 2:obj"},
		{"who is lent a sum with its sign",
			"Oslo/PROPN/NNP/2/nsubj lend/VERB/VBD/0/root the/DET/DT/4/det republic/NOUN/NN/2/obj $/SYM/$/4/appos 20/NUM/CD/5/nummod",
			"2:nsubj 0:root 4:det 2:iobj 2:obj 5:nummod"},
		{"a relative that is what its clause lacks",
			"boycott/NOUN/NN/0/root that/SCONJ/WDT/4/mark Togo/PROPN/NNP/4/nsubj began/VERB/VBD/1/acl:relcl",
			"0:root 4:obj 4:nsubj 1:acl:relcl"},
		{"whose talks",
			"Rama/PROPN/NNP/6/nsubj ,/PUNCT/,/5/punct whose/PRON/WP$/4/nmod:poss talks/NOUN/NNS/5/nsubj failed/VERB/VBD/6/advcl left/VERB/VBD/0/root",
			"6:nsubj 5:punct 4:nmod:poss 5:nsubj 1:acl:relcl 0:root"},
		{"nobody gives himself a day by her",
			"They/PRON/PRP/2/nsubj said/VERB/VBD/0/root she/PRON/PRP/4/nsubj lied/VERB/VBD/2/ccomp and/CCONJ/CC/6/cc gave/VERB/VBD/4/conj she/PRON/PRP/6/iobj days/NOUN/NNS/6/obj",
			"2:nsubj 0:root 4:nsubj 2:ccomp 6:cc 2:conj 6:iobj 6:obj"},
		{"a gerund that is a subject is a noun",
			"Shelling/VERB/VBG/2/nsubj resumed/VERB/VBD/0/root between/ADP/IN/4/case them/PRON/PRP/2/obl",
			"2:nsubj 0:root 4:case 2:obl"},
		{"whom somebody is declared",
			"Oslo/PROPN/NNP/2/nsubj called/VERB/VBD/0/root her/PRON/PRP/2/obj persona/NOUN/NN/3/acl",
			"2:nsubj 0:root 2:obj 2:xcomp"},
		{"both do it",
			"islands/NOUN/NNS/0/root which/PRON/WDT/4/obj both/DET/DT/4/advmod claim/VERB/VBP/1/acl:relcl",
			"0:root 4:obj 4:nsubj 1:acl:relcl"},
		{"with somebody hurt",
			"Night/NOUN/NN/0/root with/SCONJ/IN/4/mark men/NOUN/NNS/4/nsubj hurt/VERB/VBD/1/advcl",
			"0:root 4:mark 4:nsubj:pass 1:advcl"},
		{"whose arrest, whenever it was",
			"arrest/NOUN/NN/0/root last/ADJ/JJ/3/amod week/NOUN/NN/1/nmod:unmarked of/ADP/IN/5/case men/NOUN/NNS/3/nmod",
			"0:root 3:amod 1:nmod:unmarked 5:case 1:nmod"},
		{"who is due somewhere is not there",
			"Rama/PROPN/NNP/5/nsubj be/AUX/VBZ/3/cop due/ADJ/JJ/5/case in/ADP/IN/5/case Lima/PROPN/NNP/0/root on/ADP/IN/7/case Friday/PROPN/NNP/5/obl",
			"3:nsubj 3:cop 0:root 5:case 3:obl 7:case 3:obl"},
		{"what two do together",
			"Berg/PROPN/NNP/8/nsubj:pass and/CCONJ/CC/3/cc Lund/PROPN/NNP/1/conj ,/PUNCT/,/5/punct meet/VERB/VBG/3/acl ,/PUNCT/,/1/punct were/AUX/VBD/8/aux:pass told/VERB/VBN/0/root",
			"8:nsubj:pass 3:cc 1:conj 5:punct 1:acl 1:punct 8:aux:pass 0:root"},
		{"an object that is wanted for something",
			"Chile/PROPN/NNP/2/nsubj extradited/VERB/VBN/7/advcl to/ADP/IN/4/case Peru/PROPN/NNP/2/obl a/DET/DT/6/det mayor/NOUN/NN/7/nsubj wanted/VERB/VBN/0/root for/ADP/IN/9/case graft/NOUN/NN/7/obl",
			"2:nsubj 0:root 4:case 2:obl 6:det 2:obj 6:acl 9:case 7:obl"},
		{"a place behind a day",
			"They/PRON/PRP/2/nsubj met/VERB/VBD/0/root on/ADP/IN/4/case Tuesday/PROPN/NNP/2/obl in/ADP/IN/6/case Durban/PROPN/NNP/4/nmod",
			"2:nsubj 0:root 4:case 2:obl 6:case 2:obl"},
		{"an exercise by its name",
			"They/PRON/PRP/2/nsubj began/VERB/VBD/0/root Exercise/PROPN/NNP/5/compound Coral/PROPN/NNP/5/compound Soldier/PROPN/NNP/2/obj near/ADP/IN/7/case Suva/PROPN/NNP/2/obl",
			"2:nsubj 0:root 2:obj 3:flat 3:flat 7:case 2:obl"},
		{"an adjective right before its noun",
			"Greek/ADJ/JJ/5/amod and/CCONJ/CC/3/cc Turkish/ADJ/JJ/1/conj foreign/ADJ/JJ/1/conj ministers/NOUN/NNS/0/root",
			"5:amod 3:cc 1:conj 5:amod 0:root"},
		{"an object behind a phrase",
			"Rama/PROPN/NNP/2/nsubj received/VERB/VBD/0/root on/ADP/IN/4/case Friday/PROPN/NNP/2/obl the/DET/DT/6/det envoy/NOUN/NN/2/obl",
			"2:nsubj 0:root 4:case 2:obl 6:det 2:obj"},
	} {
		s := tree(t, c.in)
		repair(s)
		var got []string
		for _, k := range s.Tokens {
			got = append(got, fmt.Sprintf("%d:%s", k.Head+1, k.Deprel))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: got  %s\nwant %s", c.name, g, c.want)
		}
	}
}
