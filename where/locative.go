package where

import (
	"strings"

	"nuncio/doc"
)

// located reports whether a state's name stands for its land here: where
// something is, goes to or comes from, or what an army enters.
func located(s *doc.Sentence, head int) bool {
	t := &s.Tokens[head]
	if t.Deprel == "conj" && t.Head >= 0 && t.Head < head {
		if prepositionOf(s, head) == "" {
			return s.Tokens[t.Head].UPOS == "PROPN" && located(s, t.Head)
		}
	}
	governor := ""
	if t.Head >= 0 {
		governor = strings.ToLower(s.Tokens[t.Head].Lemma)
	}
	switch prepositionOf(s, head) {
	case "in", "inside", "near", "outside", "around", "across", "throughout", "within":
		return true
	case "to", "into", "from", "toward", "towards", "through", "via":
		return moves[governor]
	case "of":
		return localNoun[governor] && governor != "capital" && governor != "state"
	case "":
		return t.Deprel == "obj" && enters[governor]
	}
	return false
}

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

var (
	// moves are words whose "to" and "from" lead to lands.
	moves = words(`go come travel fly arrive return head leave depart drive sail walk move march flee visit trip tour journey flight arrival
		departure voyage evacuate deport extradite rush hurry mission migrate escape withdraw withdrawal retreat route road cross infiltrate
		smuggle deploy ferry airlift pull repatriate exile expel bring`)
	// enters are verbs whose object is a land one goes to or into.
	enters = words(`visit enter leave reach tour invade bomb shell bombard storm capture seize occupy flee quit exit cross overrun liberate strike hit rock shake`)
)
