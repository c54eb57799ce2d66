package voice

import (
	"strings"
	"unicode"

	"nuncio/doc"
)

// quote is one stretch between quotation marks, marks included; it may run over
// several sentences of one paragraph.
type quote struct {
	first, last doc.Ref
	closed      bool
	after       int  // the quote of the paragraph before that was left open, -1
	words       int  // tokens other than punctuation
	full        bool // reads like speech, not like a title or a borrowed word
	owner       int  // candidate that claims it, -1
}

// mark tells what quotation mark a form is: 0 none, '“' opening, '”' closing, '"' either.
func mark(form string) rune {
	switch form {
	case "“", "„", "«", "``":
		return '“'
	case "”", "»":
		return '”'
	case `"`, "''":
		return '"'
	}
	return 0
}

// paragraphs numbers the paragraph of every sentence: a line break between two
// sentences starts a new one, and so does the step from title to body.
func (w *work) paragraphs() {
	w.para = w.para[:0]
	n := 0
	for i := range w.d.Sentences {
		if i > 0 {
			a, b := &w.d.Sentences[i-1], &w.d.Sentences[i]
			text := w.d.Text(b.Part)
			if a.Part != b.Part || a.End > b.Start || b.Start > len(text) || strings.ContainsAny(text[a.End:b.Start], "\n\r\u2029") {
				n++
			}
		}
		w.para = append(w.para, n)
	}
}

// findQuotes pairs the quotation marks of every paragraph.
func (w *work) findQuotes() {
	w.quotes = w.quotes[:0]
	w.quoteOf = w.quoteOf[:0]
	open := -1
	for si := range w.d.Sentences {
		if si > 0 && w.para[si] != w.para[si-1] && open >= 0 {
			w.endQuote(open, doc.Ref{Sent: si - 1, Tok: len(w.d.Sentences[si-1].Tokens) - 1}, false)
			open = -1
		}
		for ti := range w.d.Sentences[si].Tokens {
			at := doc.Ref{Sent: si, Tok: ti}
			m := mark(w.d.Sentences[si].Tokens[ti].Form)
			if m == '"' {
				m = w.direction(at, open >= 0)
			}
			switch {
			case m == '“' && open < 0:
				open = len(w.quotes)
				w.quotes = append(w.quotes, quote{first: at, last: at, after: w.leftOpen(si, ti), owner: -1})
				w.quoteOf = append(w.quoteOf, int32(open))
				continue
			case m == '”' && open >= 0:
				w.quoteOf = append(w.quoteOf, int32(open))
				w.endQuote(open, at, true)
				open = -1
				continue
			}
			w.quoteOf = append(w.quoteOf, int32(open))
		}
	}
	if open >= 0 {
		last := len(w.d.Sentences) - 1
		w.endQuote(open, doc.Ref{Sent: last, Tok: len(w.d.Sentences[last].Tokens) - 1}, false)
	}
}

// direction tells whether a straight mark opens or closes, by the blanks beside it.
func (w *work) direction(at doc.Ref, open bool) rune {
	before, after := w.beside(at)
	spaceBefore := unicode.IsSpace(before) || before == '(' || before == '[' || before == '—'
	spaceAfter := unicode.IsSpace(after)
	switch {
	case spaceBefore && !spaceAfter && !open:
		return '“'
	case !spaceBefore && spaceAfter && open:
		return '”'
	case open:
		return '”'
	}
	return '“'
}

// leftOpen is the quote that the paragraph before left without closing mark, if
// this one opens its paragraph.
func (w *work) leftOpen(si, ti int) int {
	n := len(w.quotes) - 1
	if ti != 0 || n < 0 || w.quotes[n].closed || si == 0 || w.para[si] == w.para[si-1] {
		return -1
	}
	if w.para[w.quotes[n].last.Sent] != w.para[si]-1 {
		return -1
	}
	return n
}

func (w *work) endQuote(q int, last doc.Ref, closed bool) {
	x := &w.quotes[q]
	x.last, x.closed = last, closed
	verb := false
	for at := range w.tokens(x.first, x.last) {
		t := w.d.Token(at)
		if t.UPOS != "PUNCT" {
			x.words++
		}
		verb = verb || t.UPOS == "VERB" || t.UPOS == "AUX"
	}
	if closed && w.title(x) {
		return
	}
	x.full = x.words >= 4 && verb || x.words >= 2 && w.stopBefore(x.last)
	if !closed {
		x.full = x.words >= 2
	}
}

// title reports whether a quotation is written like the title of a work or a
// programme, every word of weight with a capital: “Meet the Press.”
func (w *work) title(x *quote) bool {
	if x.first.Sent != x.last.Sent || x.words > 8 || x.words < 2 {
		return false
	}
	capitals := 0
	for i := x.first.Tok + 1; i < x.last.Tok; i++ {
		t := &w.d.Sentences[x.first.Sent].Tokens[i]
		if t.Form == "" {
			return false
		}
		switch c := t.Form[0]; {
		case t.UPOS == "PUNCT":
			if f := t.Form; f == "?" || f == "!" {
				return false
			}
		case c >= 'A' && c <= 'Z' || c >= '0' && c <= '9':
			capitals++
		case i == x.first.Tok+1 || len(t.Form) > 3 && t.UPOS != "ADP":
			return false
		}
	}
	return capitals > 1
}

// stopBefore reports whether the token before a closing mark ends or breaks a sentence.
func (w *work) stopBefore(at doc.Ref) bool {
	if at.Tok == 0 {
		return true
	}
	switch w.d.Sentences[at.Sent].Tokens[at.Tok-1].Form {
	case ".", ",", "?", "!", "…", "...", "—", "--":
		return true
	}
	return false
}

// inQuote is the quote around a token, -1 when none.
func (w *work) inQuote(at doc.Ref) int {
	return int(w.quoteOf[w.base[at.Sent]+at.Tok])
}

// innerText reports whether a quotation fills its sentences: nothing but
// punctuation stands outside it.
func (w *work) fillsSentences(q *quote) bool {
	s := &w.d.Sentences[q.first.Sent]
	for i := 0; i < q.first.Tok; i++ {
		if s.Tokens[i].UPOS != "PUNCT" && s.Tokens[i].UPOS != "CCONJ" {
			return false
		}
	}
	s = &w.d.Sentences[q.last.Sent]
	for i := q.last.Tok + 1; i < len(s.Tokens); i++ {
		if s.Tokens[i].UPOS != "PUNCT" {
			return false
		}
	}
	return true
}
