package occurrence

import "nuncio/text"

// Signature stands for a text when copies of it are looked for: texts that are
// nearly the same share one of its Keys.
type Signature = text.Signature

// Sign makes the signature of a text.
func Sign(s string) Signature { return text.Sign(s) }

// copyShare is the share of runs of four words that two texts must have in common
// to be copies of one: a wire story with another head and without its last lines.
const copyShare = 0.55

// Copies reports whether two signatures are of nearly the same text.
func Copies(a, b *Signature) bool { return a.Similarity(b) >= copyShare }

// VoiceOf is whose word the common text of copies is: the first agency that any of
// them names, else the outlet that had it first. The copies come in any order.
func VoiceOf(copies []Voice) Voice {
	var first, agency *Voice
	for i := range copies {
		v := &copies[i]
		if first == nil || earlier(v, first) {
			first = v
		}
		if v.Agency != "" && (agency == nil || earlier(v, agency)) {
			agency = v
		}
	}
	if first == nil {
		return Voice{}
	}
	out := *first
	if agency != nil {
		out.Agency = agency.Agency
	}
	return out
}

func earlier(a, b *Voice) bool {
	if a.Published != b.Published {
		switch {
		case a.Published.IsZero():
			return false
		case b.Published.IsZero():
			return true
		}
		return a.Published.Before(b.Published)
	}
	return a.Report < b.Report
}
