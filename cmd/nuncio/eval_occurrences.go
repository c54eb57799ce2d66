package main

import (
	"fmt"

	"nuncio/clause"
	"nuncio/eval"
)

// evalOccurrencesCmd measures whether events of many texts are told to be one.
type evalOccurrencesCmd struct {
	coding
	Dir  string `arg:"" help:"Folder of ECB+: its archive and the list of checked sentences." type:"existingdir"`
	Last int    `default:"17" help:"Weights and threshold are fitted on the topics up to this; the rest is reported." placeholder:"TOPIC"`
}

// Help is shown by nuncio eval occurrences --help.
func (evalOccurrencesCmd) Help() string {
	return `Event words are given, as is usual for ECB+; what is told is which of a topic's are one event, by the same kinds of
evidence that occurrences are merged by (the act, the parties, how much the reports have in common), without the
codebook, whose classes hardly any of these events have. Beside it stands the baseline that joins equal lemmas.

Example:
  nuncio eval occurrences ../shared/data/events/ecbplus`
}

func (c *evalOccurrencesCmd) Run(std streams) error {
	docs, err := eval.ReadECBPlus(c.Dir)
	if err != nil {
		return err
	}
	engine, err := c.engine()
	if err != nil {
		return err
	}
	words, err := clauseWords()
	if err != nil {
		return err
	}
	texts, err := eval.PrepareEvents(docs, engine.NewWorkspace().AnalyzeTokens, clause.New(words))
	if err != nil {
		return err
	}
	var fit, held []eval.EventText
	mentions := 0
	for _, t := range texts {
		if t.Topic <= c.Last {
			fit = append(fit, t)
		} else {
			held = append(held, t)
			mentions += len(t.Mentions)
		}
	}
	model := eval.FitEvents(fit)
	ours, lemma := eval.ScoreEvents(model, held)
	fmt.Fprintf(std.out, "fitted on %d documents (topics to %d); %d documents, %d mentions of the rest:\n", len(fit), c.Last, len(held), mentions)
	for _, row := range []struct {
		name string
		s    eval.CorefScore
	}{{"nuncio", ours}, {"same lemma", lemma}} {
		fmt.Fprintf(std.out, "%-12s MUC F1 %5.2f  B³ P %5.2f R %5.2f F1 %5.2f  CEAFe F1 %5.2f  CoNLL F1 %5.2f\n", row.name, 100*row.s.MUC.F1(),
			100*row.s.BCubed.Precision(), 100*row.s.BCubed.Recall(), 100*row.s.BCubed.F1(), 100*row.s.CEAF.F1(), 100*row.s.CoNLL())
	}
	return nil
}
