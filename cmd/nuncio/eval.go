package main

// evalCmd groups the measurements; each lives in a file of its own name
// (eval_records.go, …) and prints precision, recall and F from package eval.
type evalCmd struct {
	Attribution evalAttributionCmd `cmd:"" help:"Whose words, on a folder of brat files: source, cue and content, exact and overlapping."`
	Coref       evalCorefCmd       `cmd:"" help:"Who is who: chains on OntoGUM, pronouns on GAP."`
	UD          evalUDCmd          `cmd:"" name:"ud" help:"The language engine on a treebank: tags, lemmas, trees, with the measures of CoNLL 2018."`
	Names       evalNamesCmd       `cmd:"" help:"Names on a file with BIO tags: span F1 by type."`
	Plover      evalPloverCmd      `cmd:"" help:"Event classes on sentences with two marked parties."`
	Time        evalTimeCmd        `cmd:"" help:"Time expressions: extents and values on TimeML, values of bare expressions."`
	Places      evalPlacesCmd      `cmd:"" help:"Toponyms with their places: LGL, GeoVirus."`
	Quad        evalQuadCmd        `cmd:"" help:"The scorer on sentences with five classes, beside a bag of words."`
	Reliability evalReliabilityCmd `cmd:"" help:"Whether confidence keeps its word: events against hand-written facts."`
	Records     evalRecordsCmd     `cmd:"" help:"Records against hand-written facts: what must and what must not come out."`
	Sample      evalSampleCmd      `cmd:"" help:"Events of reports, drawn by a digest, for a reader to judge."`
	Occurrences evalOccurrencesCmd `cmd:"" help:"Which events of many texts are one, on ECB+: MUC, B³, CEAFe and CoNLL F1 beside the lemma baseline."`
}
