package codebook

import "nuncio/doc"

// Bearers are the tokens that may stand for a party behind a filler which is
// none itself, the likeliest first: "Trump" in "Trump's decision", "army" in
// "a camp of the army", "Libya" in "the port in Libya".
func Bearers(s *doc.Sentence, tok int) []int {
	var out []int
	rank := func(c int) int {
		t := &s.Tokens[c]
		switch {
		case t.Deprel == "nmod:poss":
			return 0
		case doc.IsRel(t.Deprel, "nmod"):
			switch prepOf(s, c) {
			case "by", "of", "from":
				return 1
			case "against", "with", "between", "on", "to", "among", "for":
				return 3
			case "in", "at", "near", "inside":
				return 4
			}
		case t.Deprel == "amod", t.Deprel == "compound", t.Deprel == "appos", t.Deprel == "flat":
			return 2
		}
		return -1
	}
	for r := 0; r <= 4; r++ {
		for c := range s.Children(tok) {
			if rank(c) == r {
				out = append(out, c)
			}
		}
	}
	// One step further down: "the decision of the president of Chile".
	for _, c := range out {
		for k := range s.Children(c) {
			if rank(k) >= 0 && len(out) < 12 {
				out = append(out, k)
			}
		}
	}
	return out
}

func prepOf(s *doc.Sentence, tok int) string {
	for c := range s.Children(tok) {
		if s.Tokens[c].Deprel == "case" {
			return s.Tokens[c].Lemma
		}
	}
	return ""
}
