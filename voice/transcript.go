package voice

import (
	"nuncio"
	"nuncio/doc"
)

// turn is one speaker's part of a script or interview, printed behind a label.
type turn struct {
	sent, colon int
	asks        bool // whoever asks or reads the news: the report's own word
	answers     bool // "A:": whoever is interviewed
}

// transcript finds the turns of a script or an interview: paragraphs that open with who
// speaks. One alone is no script.
func (w *work) transcript() {
	w.turns = w.turns[:0]
	for si := range w.d.Sentences {
		if si > 0 && w.para[si] == w.para[si-1] || w.d.Sentences[si].Part != doc.Body {
			continue
		}
		if t, ok := w.turnAt(si); ok {
			w.turns = append(w.turns, t)
		}
	}
	if len(w.turns) < 2 {
		w.turns = w.turns[:0]
	}
}

// turnReach is how many words the label of a turn may have: "JOHN KERRY, SECRETARY OF STATE:".
const turnReach = 12

func (w *work) turnAt(si int) (turn, bool) {
	s := &w.d.Sentences[si]
	for i := 1; i < len(s.Tokens)-1 && i <= turnReach; i++ {
		switch t := &s.Tokens[i]; {
		case t.Form == ":":
			x := turn{sent: si, colon: i}
			first := w.low(s.Tokens[0].Form)
			switch {
			case w.t.words["asker"][first] || w.journalist(si, i):
				x.asks = true
			case i == 1 && (first == "a" || first == "answer"):
				x.answers = true
			case w.labelled(si, i) < 0:
				return turn{}, false
			}
			return x, true
		case t.UPOS == "VERB", t.UPOS == "AUX", t.UPOS == "PRON", t.UPOS == "SCONJ":
			return turn{}, false
		}
	}
	return turn{}, false
}

// labelled is the mention of the person whose name or office opens a label; -1 for none.
func (w *work) labelled(si, colon int) int {
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Sent == si && m.End <= colon && m.Entity >= 0 && w.d.Entities[m.Entity].Kind == nuncio.KindPerson && w.headed(si, m, colon) {
			return i
		}
	}
	return -1
}

// headed reports whether nothing but titles stands before a name in its label.
func (w *work) headed(si int, m *doc.Mention, colon int) bool {
	t := w.d.Sentences[si].Tokens
	for k := 0; k < m.First; k++ {
		if u := t[k].UPOS; u != "PROPN" && u != "NOUN" && u != "ADJ" {
			return false
		}
	}
	return m.First < 5 && m.Head < colon
}

// journalist reports whether who opens a label is called a reporter somewhere.
func (w *work) journalist(si, colon int) bool {
	m := w.labelled(si, colon)
	if m < 0 {
		return false
	}
	for i := range w.d.Mentions {
		x := &w.d.Mentions[i]
		if x.Entity == w.d.Mentions[m].Entity && x.First > 0 && w.t.words["asker"][w.low(w.d.Sentences[x.Sent].Tokens[x.First-1].Lemma)] {
			return true
		}
		if x.Entity == w.d.Mentions[m].Entity && x.Kind == doc.Nominal && w.t.words["asker"][w.low(w.d.Sentences[x.Sent].Tokens[x.Head].Lemma)] {
			return true
		}
	}
	return false
}

// turnOf is the turn that opens in a sentence; nil for none.
func (w *work) turnOf(si int) *turn {
	for i := range w.turns {
		if w.turns[i].sent == si {
			return &w.turns[i]
		}
	}
	return nil
}

// speak makes a turn its speaker's words, to the next label or the end of the paragraph.
func (w *work) speak(x *turn) {
	if x.asks {
		return
	}
	m := w.interviewed()
	if !x.answers {
		m = w.labelled(x.sent, x.colon)
	}
	if m < 0 {
		return
	}
	by := &w.d.Mentions[m]
	c := candidate{at: doc.Ref{Sent: x.sent, Tok: x.colon}, class: Say, head: by.Head, also: -1, inside: -1, speech: true, verbatim: true, reason: "speaker's line"}
	c.cue = doc.Range{Sent: x.sent, First: x.colon, End: x.colon + 1}
	c.source = by.Range
	first := x.colon + 1
	for si := x.sent; si < w.turnEnd(x); si++ {
		if r := w.trim(doc.Range{Sent: si, First: first, End: len(w.d.Sentences[si].Tokens)}); !r.IsZero() {
			c.content = append(c.content, r)
		}
		first = 0
	}
	w.add(c)
}

// turnEnd is the sentence before which a turn ends. Paragraphs between two labels go on
// with the first; behind the last label only its own does.
func (w *work) turnEnd(x *turn) int {
	si := x.sent + 1
	for si < len(w.d.Sentences) && w.para[si] == w.para[x.sent] {
		si++
	}
	for i := range w.turns {
		if w.turns[i].sent > x.sent {
			return w.turns[i].sent
		}
	}
	return si
}

// interviewed is who answers: the first person whom the title or the lines before the
// first turn name; -1 for none.
func (w *work) interviewed() int {
	best := -1
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Entity < 0 || m.Kind != doc.Named || w.d.Entities[m.Entity].Kind != nuncio.KindPerson {
			continue
		}
		if w.d.Sentences[m.Sent].Part == doc.Body && m.Sent >= w.turns[0].sent {
			break
		}
		if best < 0 {
			best = i
		}
	}
	return best
}
