package coder

import (
	"slices"
	"strings"
	"unicode"

	"nuncio"
	"nuncio/doc"
)

// sportShare is in how many sentences one must speak of sport, by several words in all, that the
// report does.
const sportShare = 4

// readSport marks the sentences that speak of sport and tells whether the report does.
func (w *Worker) readSport() {
	w.inSport, w.sporting = w.inSport[:0], false
	n, first, several := 0, "", false
	for i := range w.doc.Sentences {
		s := &w.doc.Sentences[i]
		word, score := w.sportIn(s)
		w.inSport = append(w.inSport, word != "" || score)
		if word != "" {
			n++
			several = several || first != "" && word != first
			first = word
		}
	}
	w.sporting = several && n*sportShare >= len(w.doc.Sentences)
}

// sportIn is a word of sport in a sentence, or "", and whether the score of a match stands in it.
func (w *Worker) sportIn(s *doc.Sentence) (word string, score bool) {
	for i := range s.Tokens {
		if word == "" && w.sport[s.Tokens[i].Lemma] {
			word = s.Tokens[i].Lemma
		}
		score = score || tally(s.Tokens[i].Form)
	}
	return word, score
}

// tally reports whether a word is the score of a match: "2-0", "7-6".
func tally(word string) bool {
	a, b, ok := strings.Cut(word, "-")
	return ok && digits(a) && digits(b)
}

func digits(s string) bool {
	return len(s) > 0 && len(s) <= 2 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// game reports whether an act is one of players, teams and clubs: in a report of sport somebody of
// whom no office is known, or a state whose team meets, beats or leaves another. What states
// say of sport, and whom they shut out from it, is politics.
func (w *Worker) game(sent int, e *nuncio.Event) bool {
	if !w.sporting {
		return false
	}
	team := !(e.Event == "SANCTION" || e.Event == "AGREE" || e.Mode == "restrict" || spoken(e.Event)) && w.inSport[sent]
	return len(e.Actor)+len(e.Recipient) > 0 && !slices.ContainsFunc(slices.Concat(e.Actor, e.Recipient), func(p nuncio.Party) bool {
		i := w.entity(p.Entity)
		if i >= 0 && w.doc.Entities[i].Kind == nuncio.KindState {
			return !team
		}
		return !plain(p.Sector) || w.Catalogue.Entity(p.Entity) != nil
	})
}
