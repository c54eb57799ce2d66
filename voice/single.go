package voice

import (
	"unicode"
	"unicode/utf8"

	"nuncio/doc"
)

// turned is a token whose form was changed while statements are read.
type turned struct {
	at   doc.Ref
	form string
}

// singleMarks lets pairs of single quotation marks stand as double ones, as British
// papers print them, and double ones inside such a pair as nothing. [work.turnBack]
// undoes it when all is read.
func (w *work) singleMarks() {
	w.turned = w.turned[:0]
	var double bool // inside double marks single ones are quotations within
	end := doc.Ref{Sent: -1}
	for si := range w.d.Sentences {
		if si == 0 || w.para[si] != w.para[si-1] {
			double = false
		}
		for ti := range w.d.Sentences[si].Tokens {
			at := doc.Ref{Sent: si, Tok: ti}
			t := w.d.Token(at)
			if end.Sent >= 0 {
				switch {
				case at == end:
					w.turn(at, "”")
					end.Sent = -1
				case mark(t.Form) != 0:
					w.turn(at, "'")
				}
				continue
			}
			if m := mark(t.Form); m != 0 {
				double = m == '“' || m == '"' && w.direction(at, double) == '“'
				continue
			}
			if double || !w.opensSingle(at) {
				continue
			}
			if close, ok := w.singleClose(at); ok {
				end = close
				w.turn(at, "“")
			} else if ti == 0 && w.goesOnSingle(si) {
				w.turn(at, "“")
			}
		}
	}
}

func (w *work) turn(at doc.Ref, form string) {
	t := w.d.Token(at)
	w.turned = append(w.turned, turned{at, t.Form})
	t.Form = form
}

// turnBack gives the tokens their forms again.
func (w *work) turnBack() {
	for _, x := range w.turned {
		w.d.Token(x.at).Form = x.form
	}
}

// opensSingle reports whether a token is a single mark that stands before a word.
func (w *work) opensSingle(at doc.Ref) bool {
	t := w.d.Token(at)
	switch t.Form {
	case "'", "‘", "`":
	default:
		return false
	}
	if t.UPOS != "PUNCT" || t.XPOS == "''" || t.XPOS == "POS" {
		return false
	}
	before, after := w.beside(at)
	return !unicode.IsSpace(after) && (unicode.IsSpace(before) || unicode.IsPunct(before))
}

// closesSingle reports whether a token is a single mark that stands behind a word.
func (w *work) closesSingle(at doc.Ref) bool {
	t := w.d.Token(at)
	if t.Form != "'" && t.Form != "’" || t.UPOS != "PUNCT" && t.XPOS != "POS" {
		return false
	}
	before, after := w.beside(at)
	return !unicode.IsSpace(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}

// singleClose is the mark that closes a single one, in the same paragraph. One that
// the tagger takes for a genitive ("the ministers'") closes where no other does.
func (w *work) singleClose(open doc.Ref) (doc.Ref, bool) {
	genitive := doc.Ref{Sent: -1}
	for si := open.Sent; si < len(w.d.Sentences) && w.para[si] == w.para[open.Sent]; si++ {
		for ti := range w.d.Sentences[si].Tokens {
			at := doc.Ref{Sent: si, Tok: ti}
			if !before(open, at) {
				continue
			}
			if w.opensSingle(at) && genitive.Sent >= 0 {
				return genitive, true
			}
			if !w.closesSingle(at) {
				continue
			}
			if w.d.Token(at).XPOS != "POS" {
				return at, true
			}
			genitive = at
		}
	}
	return genitive, genitive.Sent >= 0
}

// goesOnSingle reports whether the next paragraph opens with a single mark too: a
// quotation over several paragraphs.
func (w *work) goesOnSingle(si int) bool {
	for k := si + 1; k < len(w.d.Sentences) && w.para[k] <= w.para[si]+1; k++ {
		if w.para[k] == w.para[si]+1 {
			return len(w.d.Sentences[k].Tokens) > 0 && w.opensSingle(doc.Ref{Sent: k})
		}
	}
	return false
}

// beside is the character before and the one behind a token, blanks at the text's ends.
func (w *work) beside(at doc.Ref) (before, after rune) {
	s := &w.d.Sentences[at.Sent]
	t := &s.Tokens[at.Tok]
	text := w.d.Text(s.Part)
	before, after = ' ', ' '
	if t.Start > 0 && t.Start <= len(text) {
		before, _ = utf8.DecodeLastRuneInString(text[:t.Start])
	}
	if t.End >= 0 && t.End < len(text) {
		after, _ = utf8.DecodeRuneInString(text[t.End:])
	}
	return before, after
}
