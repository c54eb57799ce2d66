package voice

import (
	"io/fs"
	"iter"
	"sync"

	"nuncio/catalogue"
	"nuncio/doc"
)

// Reader finds attributions and statuses. It is read-only once made.
type Reader struct {
	t    *tables
	cat  *catalogue.Catalogue
	pool sync.Pool
}

// Option sets up a Reader.
type Option func(*Reader)

// WithCatalogue lets the reader know outlets and organizations: which are news
// agencies, and of which state.
func WithCatalogue(c *catalogue.Catalogue) Option { return func(r *Reader) { r.cat = c } }

// New reads the tables under "voice" in fsys.
func New(fsys fs.FS, options ...Option) (*Reader, error) {
	t, err := loadTables(fsys)
	if err != nil {
		return nil, err
	}
	r := &Reader{t: t}
	for _, o := range options {
		o(r)
	}
	r.pool.New = func() any { return new(work) }
	return r, nil
}

// Attribute fills d.Attributions, outer before inner.
func (r *Reader) Attribute(d *doc.Document) {
	d.Attributions = d.Attributions[:0]
	if len(d.Sentences) == 0 {
		return
	}
	w := r.pool.Get().(*work)
	defer r.pool.Put(w)
	w.reset(r.t, d)
	w.cat = r.cat
	w.paragraphs()
	w.singleMarks()
	w.findQuotes()
	w.transcript()
	for si := range d.Sentences {
		w.sentence(si)
	}
	w.attachQuotes()
	w.continueQuotes()
	w.verbatim()
	w.finish()
	w.turnBack()
	w.d = nil
}

// candidate is an attribution under construction.
type candidate struct {
	at       doc.Ref // head of the cue
	class    string
	cue      doc.Range
	source   doc.Range
	head     int // head token of the source, in source.Sent; -1 when none
	content  []doc.Range
	speech   bool // its cue can take quoted words
	weak     bool // content by a frame that a quotation beside it would overrule
	also     int  // candidate with the same content, side by side; -1
	inside   int  // candidate that passed this one on; -1
	quotes   int  // number of quotes claimed
	dead     bool
	verbatim bool // its content stands in full below a colon, without quotation marks
	reason   string
}

// work is the memory of one document's reading.
type work struct {
	t       *tables
	cat     *catalogue.Catalogue
	d       *doc.Document
	base    []int   // index of each sentence's first token in the flat order
	para    []int   // paragraph of each sentence
	quoteOf []int32 // quote of each token in the flat order, -1
	quotes  []quote
	cands   []candidate
	turns   []turn
	mask    []bool // of one sentence's tokens
	order   []int
	forms   []string // lower-case words at hand
	forms2  []string
	lows    map[string]string
	parent  []int
	turned  []turned // tokens whose forms are changed for a while
}

func (w *work) reset(t *tables, d *doc.Document) {
	w.t, w.d = t, d
	w.base = w.base[:0]
	n := 0
	for i := range d.Sentences {
		w.base = append(w.base, n)
		n += len(d.Sentences[i].Tokens)
	}
	w.cands = w.cands[:0]
}

// tokens yields the addresses from first to last, across sentences.
func (w *work) tokens(first, last doc.Ref) iter.Seq[doc.Ref] {
	return func(yield func(doc.Ref) bool) {
		for si := first.Sent; si <= last.Sent && si < len(w.d.Sentences); si++ {
			from, to := 0, len(w.d.Sentences[si].Tokens)
			if si == first.Sent {
				from = first.Tok
			}
			if si == last.Sent {
				to = min(to, last.Tok+1)
			}
			for ti := from; ti < to; ti++ {
				if !yield(doc.Ref{Sent: si, Tok: ti}) {
					return
				}
			}
		}
	}
}

// sentence finds the cues of one sentence.
func (w *work) sentence(si int) {
	s := &w.d.Sentences[si]
	first := len(w.cands)
	w.speakerLine(si)
	for i := range s.Tokens {
		switch s.Tokens[i].UPOS {
		case "VERB", "AUX":
			w.verb(si, i)
			w.equative(si, i)
			w.thrownIn(si, i)
			if s.Child(i, "aux:pass") >= 0 {
				w.adjective(si, i)
			}
		case "NOUN":
			w.noun(si, i)
		case "ADJ":
			w.adjective(si, i)
		}
		w.phrase(si, i)
	}
	w.cited(si)
	w.trailer(si)
	w.relays(si)
	w.sameAgain(si)
	w.takenUp(si, first)
}

// add keeps a candidate. What a quoted cue reports cannot reach beyond its
// quotation.
func (w *work) add(c candidate) int {
	if q := w.inQuote(c.at); q >= 0 {
		c.content = w.clip(c.content, &w.quotes[q])
	}
	w.cands = append(w.cands, c)
	return len(w.cands) - 1
}

// clip keeps what lies between the marks of a quotation.
func (w *work) clip(content []doc.Range, q *quote) []doc.Range {
	out := content[:0]
	for _, r := range content {
		if r.Sent < q.first.Sent || r.Sent > q.last.Sent {
			continue
		}
		if r.Sent == q.first.Sent {
			r.First = max(r.First, q.first.Tok+1)
		}
		if r.Sent == q.last.Sent && q.closed {
			r.End = min(r.End, q.last.Tok)
		}
		if r = w.trim(r); !r.IsZero() {
			out = append(out, r)
		}
	}
	return out
}
