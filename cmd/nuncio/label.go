package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"slices"

	"nuncio/nlp"
	"nuncio/train"
	"nuncio/ud"
)

// trainLabelCmd lets one or more models label sentences for another to learn from.
type trainLabelCmd struct {
	Teacher []string `required:"" placeholder:"FILE" help:"Model files; several vote together."`
	Scores  string   `placeholder:"FILE" help:"What a teacher from outside thinks (train/teachers/trees); sentences it has not seen are left out."`
	Weight  float64  `default:"1" help:"Models that the teacher from outside counts for."`
	Names   string   `required:"" placeholder:"FILE" help:"Sentences, a form a line with a BIO tag behind a tab; the tags are kept."`
	Limit   int      `default:"0" help:"Words to take, evenly from the whole file; 0 for all."`
	Sure    float64  `default:"-0.5" help:"Leave out sentences whose arcs' mean log probability is lower."`
	Out     string   `required:"" placeholder:"FILE" help:"CoNLL-U file to write, with Name=TAG in MISC."`
}

func (c *trainLabelCmd) Run(std streams) (err error) {
	var engines []*nlp.Engine
	for _, p := range c.Teacher {
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		e, err := nlp.Load(b, nil)
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		engines = append(engines, e)
	}
	teacher, err := train.NewTeacher(engines)
	if err != nil {
		return err
	}
	if err := c.join(teacher); err != nil {
		return err
	}
	sents, err := train.LoadNames([]string{c.Names}, c.Limit)
	if err != nil {
		return err
	}
	sents = slices.DeleteFunc(sents, func(s *train.Sentence) bool { return !teacher.Knows(s) })
	f, err := os.Create(c.Out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriter(f)
	kept, words := 0, 0
	for i, sure := range teacher.Label(sents) {
		s := sents[i]
		if sure < c.Sure || len(s.Names) < 3 {
			continue
		}
		for k := range s.Tree.Words {
			if tag := s.Names[k]; tag != "O" || k == 0 {
				s.Tree.Words[k].Misc = "Name=" + tag
			}
		}
		kept++
		words += len(s.Names)
		if err := ud.Write(w, s.Tree); err != nil {
			return err
		}
	}
	fmt.Fprintf(std.err, "%d of %d sentences kept, %d words\n", kept, len(sents), words)
	return w.Flush()
}

func (c *trainLabelCmd) join(t *train.Teacher) error {
	if c.Scores == "" {
		return nil
	}
	f, err := os.Open(c.Scores)
	if err != nil {
		return err
	}
	defer f.Close()
	o, err := train.ReadOutside(f, c.Weight, t.Labels())
	if err != nil {
		return fmt.Errorf("%s: %w", c.Scores, err)
	}
	t.Join(o)
	return nil
}
