package coder

import (
	"nuncio"
	"nuncio/catalogue"
	"nuncio/clause"
	"nuncio/codebook"
	"nuncio/doc"
	"nuncio/nlp"
	"nuncio/score"
	"nuncio/voice"
	"nuncio/when"
	"nuncio/where"
	"nuncio/who"
)

// Parts is the knowledge that a coder codes with. All of it is shared by the
// workers and never written to.
type Parts struct {
	Version   string // of the program
	Engine    *nlp.Engine
	Catalogue *catalogue.Catalogue
	Clause    *clause.Words
	When      *when.Tagger
	Voice     *voice.Reader
	Codebook  *codebook.Codebook
	Who       *who.Words
	Where     *where.Gazetteer   // nil: events get no places
	Score     *score.Scorer      // nil: confidence is only a rank
	Proposer  *codebook.Proposer // nil: no class is proposed where no rule fits
}

// Coder makes workers.
type Coder struct {
	parts Parts
	stamp nuncio.Coder
	sport map[string]bool // what only reports of sport speak of
}

// New puts a coder together.
func New(p Parts) *Coder {
	return &Coder{parts: p, sport: p.Codebook.Set("sport"), stamp: nuncio.Coder{
		Version: p.Version, Model: p.Engine.ID(), Codebook: p.Codebook.Version(),
		Weights: p.Codebook.Weights(), Catalogue: p.Catalogue.Version(),
	}}
}

// Stamp names everything that has a hand in the records.
func (c *Coder) Stamp() nuncio.Coder { return c.stamp }

// Worker codes one report after another in memory of its own. A Worker serves
// one goroutine; workers of one Coder may run side by side.
type Worker struct {
	Parts
	stamp   nuncio.Coder
	sport   map[string]bool
	nlp     *nlp.Workspace
	clauses *clause.Reader
	who     *who.Resolver
	where   *where.Resolver // nil without a gazetteer
	book    *codebook.Matcher
	doc     doc.Document
	cover   who.Cover
	trace   *Trace

	events    []nuncio.Event
	relations []nuncio.Relation
	uncoded   []nuncio.Uncoded
	deeds     []deed
	placed    []when.Placed
	scored    []score.Act
	features  score.Extractor
	about     [score.Classes]float64 // what the scorer takes the sentence for
	claims    []int                  // by attribution: its number in the record, 0 for none
	inSport   []bool                 // by sentence: it speaks of sport
	sporting  bool                   // so does the report
}

// NewWorker makes a worker.
func (c *Coder) NewWorker() *Worker {
	w := &Worker{
		Parts: c.parts, stamp: c.stamp, sport: c.sport, nlp: c.parts.Engine.NewWorkspace(), who: who.New(c.parts.Who, c.parts.Catalogue),
		clauses: clause.New(c.parts.Clause), book: c.parts.Codebook.NewMatcher(),
	}
	w.book.Propose(c.parts.Proposer)
	if c.parts.Where != nil {
		w.where = where.New(c.parts.Where)
	}
	return w
}

// Code reads a report and writes its record, with spans in code points.
func (w *Worker) Code(rep *nuncio.Report) nuncio.Record {
	return w.CodeStaged(rep, func(string) {})
}

// CodeStaged is Code; done is called with the name of each stage when it ends.
func (w *Worker) CodeStaged(rep *nuncio.Report, done func(stage string)) nuncio.Record {
	w.read(rep, done)
	rec := w.assemble()
	rec.InCodePoints()
	done("codebook, coder")
	return rec
}

// Sentences is the number of sentences of the last report.
func (w *Worker) Sentences() int { return len(w.doc.Sentences) }

// Words is the number of words of the last report, punctuation left out.
func (w *Worker) Words() int {
	n := 0
	for i := range w.doc.Sentences {
		for k := range w.doc.Sentences[i].Tokens {
			if w.doc.Sentences[i].Tokens[k].UPOS != "PUNCT" {
				n++
			}
		}
	}
	return n
}

// Read runs every reader over a report and gives the document, which stays true
// until the worker's next report.
func (w *Worker) Read(rep *nuncio.Report) *doc.Document { return w.read(rep, func(string) {}) }

func (w *Worker) read(rep *nuncio.Report, done func(stage string)) *doc.Document {
	d := &w.doc
	d.Reset(rep)
	if err := w.nlp.Analyze(d); err != nil {
		// Only an engine without segmentation rules fails; New's caller gives one with them.
		d.Sentences = d.Sentences[:0]
	}
	done("language")
	w.clauses.Read(d)
	done("clauses")
	w.When.Tag(d)
	done("when")
	w.who.Resolve(d)
	done("who")
	if w.where != nil {
		w.where.Resolve(d)
		done("where")
	}
	w.who.Settle()
	w.Voice.Attribute(d)
	done("voice")
	w.who.Quoted(d)
	w.cover.Index(d)
	w.numberClaims()
	w.readSport()
	done("who")
	return d
}

// assemble joins what the readers found into a record with byte spans.
func (w *Worker) assemble() nuncio.Record {
	d := &w.doc
	w.events, w.relations, w.uncoded, w.placed = nil, nil, nil, w.placed[:0]
	for i := range d.Sentences {
		w.sentence(i)
	}
	events := w.finish()
	return nuncio.Record{
		Schema: nuncio.SchemaVersion, Coder: w.stamp, Report: *d.Report, Entities: w.entities(),
		Attributions: w.attributions(), Events: events, Relations: w.relations, Uncoded: w.uncoded,
	}
}
