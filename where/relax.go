package where

import (
	"bytes"
)

// sides are words before a name that mark a part of the place.
var sides = []string{
	"north ", "south ", "east ", "west ", "northern ", "southern ", "eastern ", "western ", "central ", "downtown ", "greater ", "upper ",
	"lower ", "northeast ", "northwest ", "southeast ", "southwest ", "mid ", "suburban ", "rural ", "metro ", "inner ", "old ",
}

// sites are words after a name that mark a spot in or at the place.
var sites = []string{" international airport", " airport", " air base", " airfield", " port", " harbor", " harbour", " metropolitan area", " area", " metro", " suburbs"}

var sitesBefore = []string{"port of ", "harbor of "}

// relaxed looks a name up less the words around it: its class ("Helmand" for
// "Helmand province"), a side, or the site named after a town.
func (r *scratch) relaxed(key []byte, class []Kind) ([]posting, []Kind) {
	try := func(short []byte, kinds []Kind) bool {
		r.posts = r.g.lookup(short, r.posts[:0])
		if len(r.posts) > 0 && kinds != nil {
			class = kinds
		}
		return len(r.posts) > 0
	}
	if i := bytes.LastIndexByte(key, ' '); i > 0 {
		if kinds, ok := classWords[string(key[i+1:])]; ok && try(key[:i], kinds) {
			return r.posts, class
		}
	}
	for _, before := range classPrefixes {
		if rest, ok := cutPrefix(key, before); ok && try(rest, nil) {
			return r.posts, class
		}
	}
	for _, s := range sides {
		if rest, ok := cutPrefix(key, s); ok && string(rest) != "side" && try(rest, nil) {
			return r.posts, class
		}
	}
	for _, s := range sitesBefore {
		if rest, ok := cutPrefix(key, s); ok && try(rest, nil) {
			return r.posts, class
		}
	}
	for _, s := range sites {
		if n := len(key) - len(s); n > 0 && string(key[n:]) == s && try(key[:n], nil) {
			return r.posts, class
		}
	}
	return r.posts[:0], class
}

func cutPrefix(key []byte, prefix string) ([]byte, bool) {
	if len(key) > len(prefix) && string(key[:len(prefix)]) == prefix {
		return key[len(prefix):], true
	}
	return key, false
}

// classPrefixes are classBefore, folded.
var classPrefixes = func() []string {
	var out []string
	for _, p := range classBefore {
		out = append(out, fold(p)+" ")
	}
	return append(out, "commune of ", "village of ", "the city of ", "kingdom of ")
}()
