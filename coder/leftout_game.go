package coder

import (
	"slices"
	"strings"
	"unicode"

	"nuncio"
	"nuncio/doc"
)

// Enough sentences of a report speak of sport: at least so many, and one in so many.
const (
	sportLeast = 2
	sportShare = 4
)

// readSport marks the sentences that speak of sport and tells whether the report does.
func (w *Worker) readSport() {
	w.sport, w.sporting = w.sport[:0], false
	n, words := 0, make(map[string]bool, sportLeast)
	for i := range w.doc.Sentences {
		s := &w.doc.Sentences[i]
		word := w.sportIn(s)
		w.sport = append(w.sport, word != "" || slices.ContainsFunc(s.Tokens, func(t doc.Token) bool { return tally(t.Form) }))
		if word != "" {
			n++
			words[word] = true
		}
	}
	w.sporting = len(words) >= sportLeast && n*sportShare >= len(w.doc.Sentences)
}

// sportIn is a word of sport in a sentence, or "".
func (w *Worker) sportIn(s *doc.Sentence) string {
	for i := range s.Tokens {
		if l := s.Tokens[i].Lemma; w.Codebook.Among("sport", l) {
			return l
		}
	}
	return ""
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
	team := !(e.Event == "SANCTION" || e.Event == "AGREE" || e.Mode == "restrict" || spoken(e.Event)) && w.sport[sent]
	return len(e.Actor)+len(e.Recipient) > 0 && !slices.ContainsFunc(slices.Concat(e.Actor, e.Recipient), func(p nuncio.Party) bool {
		i := w.entity(p.Entity)
		if i >= 0 && w.doc.Entities[i].Kind == nuncio.KindState {
			return !team
		}
		return !plain(p.Sector) || w.Catalogue.Entity(p.Entity) != nil
	})
}
