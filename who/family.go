package who

import "nuncio/doc"

// spotFamilies adds the family names of persons whom the report names in full,
// where the model saw no name.
func (r *Resolver) spotFamilies(i, first int) {
	d := r.d
	s := &d.Sentences[i]
	for k := range s.Tokens {
		t := &s.Tokens[k]
		if t.UPOS != "PROPN" || !r.families[t.Form] {
			continue
		}
		free := true
		for c := first; c < len(d.Mentions); c++ {
			free = free && (k < d.Mentions[c].First || d.Mentions[c].End <= k)
		}
		if free {
			r.addName(i, k, k+1, doc.PER, nil, r.posts.ScanTitles(r.forms))
		}
	}
}

// collectFamilies notes by which single words the persons named in full may be
// called again.
func (r *Resolver) collectFamilies() {
	clear(r.families)
	for i := range r.d.Names {
		n := &r.d.Names[i]
		if n.Type != doc.PER || n.End-n.First < 2 {
			continue
		}
		t := r.d.Sentences[n.Sent].Tokens
		r.families[t[n.End-1].Form] = true
		if n.End-n.First == 3 && !r.rankWord(t[n.First].Form) {
			r.families[t[n.First].Form] = true
		}
	}
}
