package eval

import (
	"slices"
	"strings"

	"nuncio/ud"
)

// The measures of the CoNLL 2018 shared task (Zeman et al., "CoNLL 2018 Shared
// Task: Multilingual Parsing from Raw Text to Universal Dependencies"), made as
// its script conll18_ud_eval.py makes them. LASSub is not among them: it wants
// the subtypes of relations right too.
const (
	Tokens = iota
	Sentences
	Words
	UPOS
	XPOS
	UFeats
	Lemmas
	UAS
	LAS
	LASSub
	CLAS
	MLAS
	measures
)

// MeasureNames are the names of the measures in order.
var MeasureNames = [measures]string{"Tokens", "Sentences", "Words", "UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS", "LAS+sub", "CLAS", "MLAS"}

// UDScore is what trees came to against gold, whole and sentence by sentence.
type UDScore struct {
	All       [measures]PRF
	Relations map[string]PRF // by relation with subtype; correct wants head and label
	Errors    []UDError      // in the order of the gold words

	units []udUnit
}

// UDError is a gold word whose head or relation came out wrong.
type UDError struct {
	Sentence          string // sent_id, or the line in the file
	Word              int
	Form              string
	GoldHead, GotHead string // forms
	GoldRel, GotRel   string
	Text              string
}

// udUnit is what one gold sentence adds; intervals draw from units.
type udUnit struct {
	all  [measures]PRF
	rels map[string]PRF
}

// udWord is a word with the characters of its token, white space not counted.
type udWord struct {
	*ud.Word
	sent       int
	start, end int
	multi      bool
	head       int // index in the file, -1 for the root
	functional []int
}

type udFile struct {
	chars     string
	words     []udWord
	tokens    [][2]int
	sentences [][2]int
	sents     []*ud.Sentence
}

var contentRels = []string{"nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl", "advmod",
	"discourse", "nmod", "appos", "nummod", "acl", "amod", "conj", "fixed", "flat", "compound", "list", "parataxis", "orphan", "goeswith", "reparandum", "root", "dep"}

var functionalRels = []string{"aux", "cop", "mark", "det", "clf", "case", "cc"}

var universalFeats = []string{"PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite",
	"Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite"}

// ScoreUD compares trees over the same text. The texts may be cut differently;
// words are aligned by their characters.
func ScoreUD(gold, got []*ud.Sentence) (*UDScore, error) {
	g, s := layOut(gold), layOut(got)
	if err := sameText(g.chars, s.chars); err != nil {
		return nil, err
	}
	score := &UDScore{Relations: map[string]PRF{}, units: make([]udUnit, len(gold))}
	for i := range score.units {
		score.units[i].rels = map[string]PRF{}
	}
	unit := func(start int) *udUnit {
		i, _ := slices.BinarySearchFunc(g.sentences, start, func(sp [2]int, at int) int {
			switch {
			case sp[1] <= at:
				return -1
			case sp[0] > at:
				return 1
			}
			return 0
		})
		return &score.units[min(i, len(score.units)-1)]
	}
	countSpans(g.tokens, s.tokens, Tokens, unit)
	countSpans(g.sentences, s.sentences, Sentences, unit)
	toGold, toGot := align(g, s)
	score.words(g, s, toGold, toGot, unit)
	for _, u := range score.units {
		for m := range u.all {
			score.All[m].Add(u.all[m])
		}
		for r, p := range u.rels {
			sum := score.Relations[r]
			sum.Add(p)
			score.Relations[r] = sum
		}
	}
	return score, nil
}

// words counts everything that hangs on words.
func (score *UDScore) words(g, s *udFile, toGold, toGot []int, unit func(int) *udUnit) {
	for i := range s.words {
		w := &s.words[i]
		u := unit(w.start)
		for m := Words; m < measures; m++ {
			if m >= CLAS && !isContent(w.Deprel) {
				continue
			}
			u.all[m].FP++ // taken back below when right
		}
		addRel(u, w.Deprel, PRF{FP: 1})
	}
	for i := range g.words {
		w := &g.words[i]
		u := unit(w.start)
		right := [measures]bool{}
		var o *udWord
		if j := toGot[i]; j >= 0 {
			o = &s.words[j]
			sameHead := w.head < 0 && o.head < 0 || w.head >= 0 && o.head >= 0 && toGot[w.head] == o.head
			right[Words] = true
			right[UPOS] = w.UPOS == o.UPOS
			right[XPOS] = w.XPOS == o.XPOS
			right[UFeats] = keepFeats(w.Feats) == keepFeats(o.Feats)
			right[Lemmas] = w.Lemma == "_" || w.Lemma == o.Lemma
			right[UAS] = sameHead
			right[LAS] = sameHead && ud.Universal(w.Deprel) == ud.Universal(o.Deprel)
			right[LASSub] = sameHead && w.Deprel == o.Deprel
			right[CLAS] = right[LAS]
			right[MLAS] = right[LAS] && right[UPOS] && right[UFeats] && sameFunction(g, s, w, o, toGot)
		}
		for m := Words; m < measures; m++ {
			content := m < CLAS || isContent(w.Deprel)
			switch {
			case content && right[m]:
				u.all[m].TP++
				unit(o.start).all[m].FP--
			case content:
				u.all[m].FN++
			}
		}
		if right[LASSub] {
			addRel(u, w.Deprel, PRF{TP: 1})
			addRel(unit(o.start), w.Deprel, PRF{FP: -1})
			continue
		}
		addRel(u, w.Deprel, PRF{FN: 1})
		score.fault(g, s, i, o)
	}
}

func addRel(u *udUnit, rel string, p PRF) {
	sum := u.rels[rel]
	sum.Add(p)
	u.rels[rel] = sum
}

func (score *UDScore) fault(g, s *udFile, i int, o *udWord) {
	w := &g.words[i]
	sent := g.sents[w.sent]
	e := UDError{Sentence: sent.Meta("sent_id"), Form: w.Form, GoldRel: w.Deprel, GoldHead: headForm(g, w), Text: sent.Surface()}
	first := i
	for first > 0 && g.words[first-1].sent == w.sent {
		first--
	}
	e.Word = i - first + 1
	if o != nil {
		e.GotRel, e.GotHead = o.Deprel, headForm(s, o)
	} else {
		e.GotRel = "(cut otherwise)"
	}
	score.Errors = append(score.Errors, e)
}

func headForm(f *udFile, w *udWord) string {
	if w.head < 0 {
		return "ROOT"
	}
	return f.words[w.head].Form
}

// sameFunction compares the function words of two aligned words.
func sameFunction(g, s *udFile, w, o *udWord, toGot []int) bool {
	if len(w.functional) != len(o.functional) {
		return false
	}
	for k, i := range w.functional {
		j := o.functional[k]
		a, b := &g.words[i], &s.words[j]
		if toGot[i] != j || ud.Universal(a.Deprel) != ud.Universal(b.Deprel) || a.UPOS != b.UPOS || keepFeats(a.Feats) != keepFeats(b.Feats) {
			return false
		}
	}
	return true
}

func isContent(rel string) bool { return slices.Contains(contentRels, ud.Universal(rel)) }

// keepFeats keeps the universal features, sorted.
func keepFeats(feats string) string {
	if feats == "_" || feats == "" {
		return ""
	}
	var keep []string
	for f := range strings.SplitSeq(feats, "|") {
		name, _, _ := strings.Cut(f, "=")
		if slices.Contains(universalFeats, name) {
			keep = append(keep, f)
		}
	}
	slices.Sort(keep)
	return strings.Join(keep, "|")
}
