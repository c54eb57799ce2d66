package main

import (
	"bytes"
	"fmt"
	"os"

	"nuncio/nlp"
	"nuncio/train"
)

// trainAverageCmd writes the model in the middle of several.
type trainAverageCmd struct {
	Models []string `arg:"" type:"existingfile" help:"Model files of one training, the last of which lends words and lemmas."`
	Out    string   `required:"" placeholder:"FILE" help:"Model file to write."`
}

func (c *trainAverageCmd) Run() error {
	var nets []*nlp.Net
	var last *nlp.Engine
	for _, p := range c.Models {
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		e, err := nlp.Load(b, nil)
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		net, _ := e.Parts()
		nets, last = append(nets, net), e
	}
	net, err := train.Average(nets)
	if err != nil {
		return err
	}
	_, vec := last.Parts()
	card := last.Card()
	card.Scores = nil // of another model
	var b bytes.Buffer
	if err := nlp.Write(&b, net, vec, last.Lemmas(), card); err != nil {
		return err
	}
	return os.WriteFile(c.Out, b.Bytes(), 0o644)
}
