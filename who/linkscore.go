package who

import (
	"sort"

	"nuncio/doc"
)

// phraseHeaded is the phrase that a token heads, -1 for none.
func (r *Resolver) phraseHeaded(at doc.Ref) int {
	k := sort.Search(len(r.phrases), func(k int) bool { return r.phrases[k].sent >= at.Sent })
	for ; k < len(r.phrases) && r.phrases[k].sent == at.Sent; k++ {
		if r.phrases[k].head == at.Tok && !r.phrases[k].coord {
			return k
		}
	}
	return -1
}

// linkScore is what the weights say of linking phrase a to the phrase of mention
// c; 0 where one of them is no phrase.
func (r *Resolver) linkScore(a int, c *doc.Mention) float64 {
	if a < 0 {
		return 0
	}
	k := r.phraseHeaded(doc.Ref{Sent: c.Sent, Tok: c.Head})
	if k < 0 || k >= a {
		return 0
	}
	r.feats = r.pairFeatures(r.feats[:0], a, k, 0)
	return float64(sum(&r.words.weights[r.phrases[a].class], r.feats))
}
