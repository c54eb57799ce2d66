package who

import (
	"strings"

	"nuncio/doc"
)

// isPlace decides whether the name of a capital or state stands for a place, by
// what governs it: where something is or goes, it is a place; where it acts, is
// addressed, owns or is bound, it is a government.
func (r *Resolver) isPlace(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	h := m.Head
	t := &s.Tokens[h]
	prep := strings.ToLower(prepositionOf(s, h))
	governor := ""
	verb := false
	if t.Head >= 0 {
		governor = strings.ToLower(s.Tokens[t.Head].Lemma)
		verb = s.Tokens[t.Head].UPOS == "VERB"
	}
	switch prep {
	case "in", "at", "near", "outside", "around", "inside", "across", "throughout", "within", "via":
		return true
	case "to", "for", "from", "into", "toward", "towards", "through":
		return motion[governor]
	case "":
	default:
		return false
	}
	switch {
	case strings.HasPrefix(t.Deprel, "obj"):
		return verb && reaches[governor]
	case t.Deprel == "nmod:poss":
		return localNouns[governor]
	case t.Deprel == "compound", t.Deprel == "nmod":
		return localNouns[governor]
	case t.Deprel == "appos", t.Deprel == "conj":
		if t.Head >= 0 && t.Head < h {
			if k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: t.Head}); k >= 0 && k != i {
				return r.d.Mentions[k].Place || r.spots[k].typ == doc.LOC && len(r.spots[k].readings) == 0
			}
		}
	}
	return false
}

func prepositionOf(s *doc.Sentence, n int) string {
	for c := range s.Children(n) {
		if s.Tokens[c].Deprel == "case" && s.Tokens[c].UPOS == "ADP" {
			return s.Tokens[c].Form
		}
	}
	return ""
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

var (
	// motion are words whose "to", "from" and "for" lead to places.
	motion = set(`go come travel fly arrive return head leave depart drive sail walk move march flee visit trip tour journey
		flight arrival return departure voyage bring take send transport evacuate deport extradite fly-in rush hurry relocate
		pilgrimage mission fly migrate escape withdraw route way road train bus stopover`)
	// reaches are verbs whose object is a place one goes to or harms.
	reaches = set(`visit leave reach enter tour bomb shell bombard storm capture seize besiege quit exit cross flood hit strike rock
		shake encircle surround overrun liberate retake approach evacuate flee`)
	// localNouns are nouns that belong to a town, not to a government.
	localNouns = set(`street suburb airport hotel outskirt district neighbourhood neighborhood square resident area bridge market port
		hospital university museum stadium office centre center summit conference headquarters palace station court
		subway mayor`)
)
