package who

import "nuncio/doc"

// The features of a pair of phrases, and of a phrase that stands alone. Each
// class of phrase has a weight of its own for each.
const (
	fBias    = 0
	fSent    = fBias + 1     // sentences between: 0, 1, 2, 3, 4–5, 6–10, more
	fGap     = fSent + 7     // phrases between: 0, 1, 2, 3–4, 5–8, 9–16, more
	fRank    = fGap + 7      // of these, how many agree: 0, 1, 2, 3, more
	fClass   = fRank + 5     // class of the candidate
	fRel     = fClass + 12   // its place in the clause
	fSentRel = fRel + rels   // the same, in this sentence, the one before, further back
	fSentCls = fSentRel + 24 // class, likewise
	fGender  = fSentCls + 36 // same, clash, one unknown, both unknown
	fNumber  = fGender + 4
	fSort    = fNumber + 4 // same, clash, unknown
	fSortOf  = fSort + 3
	fDet     = fSortOf + sorts
	fFlags   = fDet + dets
	nNew     = fFlags + nFlags // a phrase alone: bias, det, rel, sort, and flags
	nDet     = nNew + 1
	nRel     = nDet + dets
	nSort    = nRel + rels
	nFlagAt  = nSort + sorts
	features = nFlagAt + nAlone
)

const (
	gBothSubj = iota
	gBothObj
	gBothPoss
	gSubjNext // both subjects, in sentences one after the other
	gHead
	gWords
	gSubset
	gModClash
	gNameSame
	gNameIn
	gNameLast
	gNameFirst
	gAcronym
	gEntity
	gEntityClash
	gInside
	gAround
	gCoarg
	gGoverns // subject of the clause in which the other stands deeper
	gPossSubj
	gApposed
	gQuoteBoth
	gQuoteIn
	gQuoteOut
	gSize1
	gSize2
	gSize3
	gSize6
	gLead
	gLeadSubj
	gSentFirst
	gCoord
	gQuotedClose
	gTopic // of the largest chain so far
	gSameClause
	nFlags
)

var flagNames = [nFlags]string{
	"both subjects", "both objects", "both possessors", "subjects of two sentences in a row", "same head", "same words", "words of one in the other", "other modifiers",
	"same name", "name within the name", "same last word", "same first word", "acronym", "same entity", "other entity", "inside it", "around it", "arguments of one verb",
	"subject above", "possessor below the subject", "beside", "both in quotes", "only the later in quotes", "only the earlier in quotes", "spoken of once", "spoken of twice",
	"spoken of 3 to 5 times", "spoken of more often", "leads its sentence", "leads its sentence as subject", "leads the report", "coordination", "in quotes, near", "topic of the report", "same clause",
}

const (
	aSeenHead = iota
	aSeenWords
	aLong
	aFirst
	aPlural
	aSelf
	aCoord
	aQuoted
	aNoCandidate
	aLead
	nAlone
)

var aloneNames = [nAlone]string{"head seen before", "words seen before", "long", "in the first sentence", "plural", "reflexive", "coordination", "in quotes", "nobody agrees", "leads its sentence"}

var (
	detNames  = [dets]string{"none", "a", "the", "this", "possessor"}
	relNames  = [rels]string{"subject", "object", "indirect object", "oblique", "possessor", "of a noun", "root", "other"}
	sortNames = [sorts]string{"unknown", "person", "group", "place", "time", "animal", "thing"}
	farNames  = [3]string{"here", "one back", "further"}
	agreement = [4]string{"same", "clash", "one unknown", "both unknown"}
)

// featureName names a feature for the table of weights.
func featureName(f int) string {
	switch {
	case f == fBias:
		return "any"
	case f < fGap:
		return "sentences back " + [7]string{"0", "1", "2", "3", "4-5", "6-10", "more"}[f-fSent]
	case f < fRank:
		return "phrases between " + [7]string{"0", "1", "2", "3-4", "5-8", "9-16", "more"}[f-fGap]
	case f < fClass:
		return "agreeing between " + [5]string{"0", "1", "2", "3", "more"}[f-fRank]
	case f < fRel:
		return "is " + candidateClass(f-fClass)
	case f < fSentRel:
		return "as " + relNames[f-fRel]
	case f < fSentCls:
		return "as " + relNames[(f-fSentRel)/3] + ", " + farNames[(f-fSentRel)%3]
	case f < fGender:
		return "is " + candidateClass((f-fSentCls)/3) + ", " + farNames[(f-fSentCls)%3]
	case f < fNumber:
		return "gender " + agreement[f-fGender]
	case f < fSort:
		return "number " + agreement[f-fNumber]
	case f < fSortOf:
		return "sort " + agreement[f-fSort]
	case f < fDet:
		return "is a " + sortNames[f-fSortOf]
	case f < fFlags:
		return "determiner " + detNames[f-fDet]
	case f < nNew:
		return flagNames[f-fFlags]
	case f == nNew:
		return "alone"
	case f < nRel:
		return "alone: determiner " + detNames[f-nDet]
	case f < nSort:
		return "alone: as " + relNames[f-nRel]
	case f < nFlagAt:
		return "alone: " + sortNames[f-nSort]
	}
	return "alone: " + aloneNames[f-nFlagAt]
}

// candidateClass names the class of a candidate; coordinations are one of their own.
func candidateClass(c int) string {
	if c == int(classes) {
		return "coordination"
	}
	return classNames[c]
}

// Weights weigh the features, class by class.
type Weights [classes][features]float32

// Rows calls row with every weight that is not zero.
func (w *Weights) Rows(row func(class, feature string, x float32)) {
	for c := range w {
		for f, x := range w[c] {
			if x != 0 {
				row(classNames[c], featureName(f), x)
			}
		}
	}
}

func bucket(n int, bounds ...int) int {
	for i, b := range bounds {
		if n <= b {
			return i
		}
	}
	return len(bounds)
}

// agree compares two values of which 0 is unknown.
func agree(a, b byte) int {
	switch {
	case a == 0 && b == 0:
		return 3
	case a == 0 || b == 0:
		return 2
	case a == b:
		return 0
	}
	return 1
}

// pairFeatures appends the features of linking phrase a to the earlier phrase c;
// agreeing counts the candidates between that agree.
func (r *Resolver) pairFeatures(f []uint16, a, c, agreeing int) []uint16 {
	x, y := &r.phrases[a], &r.phrases[c]
	s := &r.d.Sentences[x.sent]
	ch := r.chainOf(c)
	back := x.sent - y.sent
	far := min(back, 2)
	cls := int(y.class)
	if y.coord {
		cls = int(classes)
	}
	between := a - c - 1
	f = append(f, fBias, uint16(fSent+bucket(back, 0, 1, 2, 3, 5, 10)), uint16(fGap+bucket(between, 0, 1, 2, 4, 8, 16)),
		uint16(fClass+cls), uint16(fRel+int(y.rel)), uint16(fSentRel+3*int(y.rel)+far), uint16(fSentCls+3*cls+far),
		uint16(fGender+agree(x.gender, ch.gender)), uint16(fNumber+agree(x.number, ch.number)), uint16(fSort+r.sortAgree(x, &ch)),
		uint16(fSortOf+int(ch.sort)), uint16(fDet+int(y.det)))
	if x.class.pronominal() {
		f = append(f, uint16(fRank+min(agreeing, 4)))
	}
	flag := func(on bool, g int) {
		if on {
			f = append(f, uint16(fFlags+g))
		}
	}
	subj := x.rel == relSubj && y.rel == relSubj
	flag(subj, gBothSubj)
	flag(subj && back == 1, gSubjNext)
	flag(x.rel == relObj && y.rel == relObj, gBothObj)
	flag(x.rel == relPoss && y.rel == relPoss, gBothPoss)
	flag(y.coord, gCoord)
	flag(y.lead, gLead)
	flag(y.lead && y.rel == relSubj, gLeadSubj)
	flag(c == 0, gSentFirst)
	flag(x.quoted && y.quoted, gQuoteBoth)
	flag(x.quoted && !y.quoted, gQuoteIn)
	flag(!x.quoted && y.quoted, gQuoteOut)
	flag(x.quoted && y.quoted && back <= 1, gQuotedClose)
	flag(ch.size == 1, gSize1)
	flag(ch.size == 2, gSize2)
	flag(ch.size >= 3 && ch.size <= 5, gSize3)
	flag(ch.size >= 6, gSize6)
	flag(r.topic >= 0 && r.topic == y.chain, gTopic)
	if !x.class.pronominal() {
		r.wordFlags(x, y, &ch, flag)
	}
	if back == 0 {
		r.grammarFlags(s, x, y, flag)
	}
	return f
}

// sortAgree compares the sorts: 0 same, 1 clash, 2 unknown.
func (r *Resolver) sortAgree(x *phrase, ch *chainInfo) int {
	switch {
	case x.class == classHe || x.class == classShe || x.class == classI || x.class == classWe || x.class == classYou:
		return bool2(ch.sort == sortPerson, ch.sort == sortUnknown || ch.sort == sortAnimal || ch.sort == sortGroup && x.class == classWe)
	case x.class == classIt:
		return bool2(ch.sort != sortPerson && ch.sort != sortUnknown, ch.sort == sortUnknown)
	case x.class == classThey:
		return bool2(ch.sort == sortPerson || ch.sort == sortGroup || ch.sort == sortAnimal, ch.sort != sortTime)
	case x.sort == sortUnknown || ch.sort == sortUnknown:
		return 2
	case x.sort == ch.sort:
		return 0
	}
	return 1
}

func bool2(yes, open bool) int {
	if yes {
		return 0
	}
	if open {
		return 2
	}
	return 1
}

// wordFlags compares the words of two phrases that are no pronouns.
func (r *Resolver) wordFlags(x, y *phrase, ch *chainInfo, flag func(bool, int)) {
	if y.class.pronominal() {
		return
	}
	s, o := &r.d.Sentences[x.sent], &r.d.Sentences[y.sent]
	head := x.lemmaHash == y.lemmaHash && !x.coord && !y.coord
	flag(head, gHead)
	same := sameWords(s, x, o, y)
	flag(same, gWords)
	if head && !same {
		in := modifiersIn(s, x, o, y)
		flag(in, gSubset)
		flag(!in, gModClash)
	}
	if x.entity >= 0 && ch.entity >= 0 {
		flag(x.entity == ch.entity, gEntity)
		flag(x.entity != ch.entity, gEntityClash)
	}
	if x.class != className || y.class != className {
		flag(x.class == className && y.end-y.first >= 2 && acronymOf(s, x, o, y), gAcronym)
		return
	}
	xl, yl := s.Tokens[x.nameEnd-1].Form, o.Tokens[y.nameEnd-1].Form
	xf, yf := s.Tokens[x.name].Form, o.Tokens[y.name].Form
	flag(namesEqual(s, x, o, y), gNameSame)
	flag(x.bag&y.bag == x.bag || x.bag&y.bag == y.bag, gNameIn)
	flag(xl == yl, gNameLast)
	flag(xf == yf, gNameFirst)
	flag(acronymOf(s, x, o, y) || acronymOf(o, y, s, x), gAcronym)
}

func namesEqual(s *doc.Sentence, x *phrase, o *doc.Sentence, y *phrase) bool {
	if x.nameEnd-x.name != y.nameEnd-y.name {
		return false
	}
	for k := 0; k < x.nameEnd-x.name; k++ {
		if s.Tokens[x.name+k].Form != o.Tokens[y.name+k].Form {
			return false
		}
	}
	return true
}

// content is the phrase without determiner in front and 's behind.
func content(s *doc.Sentence, x *phrase) (first, end int) {
	first, end = x.first, x.end
	for first < x.head && s.Tokens[first].Deprel == "det" {
		first++
	}
	for end > x.head+1 && s.Tokens[end-1].UPOS == "PART" {
		end--
	}
	return first, end
}

func sameWords(s *doc.Sentence, x *phrase, o *doc.Sentence, y *phrase) bool {
	a, ae := content(s, x)
	b, be := content(o, y)
	if ae-a != be-b {
		return false
	}
	for k := 0; k < ae-a; k++ {
		if hashLower(s.Tokens[a+k].Form) != hashLower(o.Tokens[b+k].Form) {
			return false
		}
	}
	return true
}

// modifiersIn reports whether each modifier before the head of x stands in y too.
func modifiersIn(s *doc.Sentence, x *phrase, o *doc.Sentence, y *phrase) bool {
	for k := x.first; k < x.head; k++ {
		switch s.Tokens[k].UPOS {
		case "ADJ", "NOUN", "PROPN", "NUM":
		default:
			continue
		}
		h, found := hashLower(s.Tokens[k].Form), false
		for m := y.first; m < y.end && !found; m++ {
			found = hashLower(o.Tokens[m].Form) == h
		}
		if !found {
			return false
		}
	}
	return true
}

// acronymOf reports whether the one-word name x is made of the initials of y.
func acronymOf(s *doc.Sentence, x *phrase, o *doc.Sentence, y *phrase) bool {
	if x.nameEnd-x.name != 1 {
		return false
	}
	w, n := s.Tokens[x.head].Form, 0
	if len(w) < 2 || len(w) > 6 {
		return false
	}
	for k := y.first; k < y.end && n < len(w); k++ {
		c := o.Tokens[k].Form[0]
		if 'A' <= c && c <= 'Z' {
			if c != w[n] {
				return false
			}
			n++
		}
	}
	return n == len(w)
}

// grammarFlags compares the places of two phrases of one sentence.
func (r *Resolver) grammarFlags(s *doc.Sentence, x, y *phrase, flag func(bool, int)) {
	inside := y.first <= x.first && x.end <= y.end
	flag(inside, gInside)
	flag(x.first <= y.first && y.end <= x.end, gAround)
	xh, yh := s.Tokens[x.head].Head, s.Tokens[y.head].Head
	flag(xh >= 0 && xh == yh && x.rel != relPoss && x.rel != relNmod, gCoarg)
	flag(s.Tokens[x.head].Deprel == "appos" && xh == y.head, gApposed)
	if y.rel != relSubj || yh < 0 {
		return
	}
	// Climb from x to the clause of which y is the subject.
	clauses := 0
	for v, n := x.head, 0; v >= 0 && n < len(s.Tokens); n++ {
		if v == yh {
			flag(clauses > 0, gGoverns)
			flag(clauses == 0, gSameClause)
			flag(clauses == 0 && x.rel == relPoss, gPossSubj)
			return
		}
		switch rel := s.Tokens[v].Deprel; {
		case rel == "ccomp", rel == "xcomp", rel == "parataxis", doc.IsRel(rel, "advcl"), doc.IsRel(rel, "acl"), rel == "conj" && s.Tokens[v].UPOS == "VERB":
			clauses++
		}
		v = s.Tokens[v].Head
	}
}

// aloneFeatures appends the features of phrase a linked to nothing.
func (r *Resolver) aloneFeatures(f []uint16, a int, none bool) []uint16 {
	x := &r.phrases[a]
	f = append(f, nNew, uint16(nDet+int(x.det)), uint16(nRel+int(x.rel)), uint16(nSort+int(x.sort)))
	flag := func(on bool, g int) {
		if on {
			f = append(f, uint16(nFlagAt+g))
		}
	}
	flag(x.end-x.first > 5, aLong)
	flag(x.sent == 0, aFirst)
	flag(x.number == 'p', aPlural)
	flag(x.self, aSelf)
	flag(x.coord, aCoord)
	flag(x.quoted, aQuoted)
	flag(none, aNoCandidate)
	flag(x.lead, aLead)
	return f
}
