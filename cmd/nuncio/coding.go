package main

import (
	"fmt"
	"io/fs"
	"os"

	"nuncio/catalogue"
	"nuncio/clause"
	"nuncio/codebook"
	"nuncio/coder"
	"nuncio/data"
	"nuncio/nlp"
	"nuncio/score"
	"nuncio/text"
	"nuncio/voice"
	"nuncio/when"
	"nuncio/where"
	"nuncio/who"
)

// coding are the flags that choose the knowledge a verb codes with.
type coding struct {
	Codebook  string `help:"Folder of codebook files laid over the built-in ones: a rule with a known id replaces that rule." type:"existingdir" placeholder:"DIR"`
	Catalogue string `help:"Folder of catalogue tables laid over the built-in ones." type:"existingdir" placeholder:"DIR"`
	Model     string `help:"Model file to use instead of the built-in one." type:"existingfile" placeholder:"FILE"`
	Propose   bool   `help:"Where two parties face each other and no rule fits, propose the class of the nearest rule: marked proposed/… and of little confidence."`
}

// coder puts the built-in knowledge and what the flags lay over it together.
func (c *coding) coder() (*coder.Coder, error) {
	parts, err := c.parts()
	if err != nil {
		return nil, err
	}
	return coder.New(parts), nil
}

func (c *coding) parts() (coder.Parts, error) {
	engine, err := c.engine()
	if err != nil {
		return coder.Parts{}, err
	}
	cat, err := catalogue.Load(sub("catalogue"), overlays(c.Catalogue)...)
	if err != nil {
		return coder.Parts{}, fmt.Errorf("catalogue: %w", err)
	}
	clauses, err := clauseWords()
	if err != nil {
		return coder.Parts{}, err
	}
	tagger, err := when.New(sub("when"))
	if err != nil {
		return coder.Parts{}, fmt.Errorf("time words: %w", err)
	}
	reader, err := voice.New(data.FS, voice.WithCatalogue(cat))
	if err != nil {
		return coder.Parts{}, fmt.Errorf("reporting words: %w", err)
	}
	book, err := codebook.Load(sub("codebook"), overlays(c.Codebook)...)
	if err != nil {
		return coder.Parts{}, fmt.Errorf("codebook: %w", err)
	}
	words, err := who.Load(sub("who"))
	if err != nil {
		return coder.Parts{}, fmt.Errorf("words of parties: %w", err)
	}
	gaz, err := where.Load(data.Gazetteer, sub("where"))
	if err != nil {
		return coder.Parts{}, fmt.Errorf("gazetteer: %w", err)
	}
	scorer, err := score.Open(sub("score"))
	if err != nil {
		return coder.Parts{}, fmt.Errorf("scorer: %w", err)
	}
	var proposer *codebook.Proposer
	if c.Propose {
		if _, vec := engine.Parts(); vec != nil {
			proposer = book.NewProposer(vec, vec.Dim)
		}
	}
	return coder.Parts{
		Version: version, Engine: engine, Catalogue: cat, Clause: clauses, When: tagger, Voice: reader, Codebook: book, Who: words, Where: gaz,
		Score: scorer, Proposer: proposer,
	}, nil
}

func (c *coding) engine() (*nlp.Engine, error) {
	rules, err := text.LoadRules(data.FS)
	if err != nil {
		return nil, fmt.Errorf("segmentation rules: %w", err)
	}
	if c.Model == "" {
		return nlp.Load(data.Model, rules)
	}
	b, err := os.ReadFile(c.Model)
	if err != nil {
		return nil, fmt.Errorf("--model: %w", err)
	}
	return nlp.Load(b, rules)
}

// clauseWords are the built-in words by which clauses are read.
func clauseWords() (*clause.Words, error) {
	w, err := clause.Load(sub("clause"))
	if err != nil {
		return nil, fmt.Errorf("words of clauses: %w", err)
	}
	return w, nil
}

// sub is a folder of the built-in data.
func sub(dir string) fs.FS {
	f, err := fs.Sub(data.FS, dir)
	if err != nil {
		panic(err) // only for a name that is no path; all are constants above
	}
	return f
}

func overlays(dir string) []fs.FS {
	if dir == "" {
		return nil
	}
	return []fs.FS{os.DirFS(dir)}
}
