package who

import "nuncio/catalogue"

// unsupported reports whether a reading is a person of a common name ("John
// Allen", "Mark Green") of whom nothing else in the report speaks: neither the
// words beside the name nor any other name give a state that he serves or
// comes from, and no post beside the name is one that he ever held.
func (r *Resolver) unsupported(x catalogue.Match, i int) bool {
	if !x.Weak {
		return false
	}
	serves := r.cat.CountryOn(x.Entity, r.on)
	if beside := r.besideTitle(i); beside != "" {
		return beside != x.Entity.Country && beside != serves
	}
	for _, c := range [...]string{x.Entity.Country, serves} {
		if _, spoken := r.byID[c]; c != "" && (spoken || r.willSpeak(c)) {
			return false
		}
	}
	post := r.spots[i].post
	return post == nil || post.Office == "" || !r.holds(x.Entity.ID, post.Office)
}
