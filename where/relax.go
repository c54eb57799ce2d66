package where

import "bytes"

// relaxed looks a name up less the words around it: its class ("Helmand" for
// "Helmand province"), a side, or the site named after a town.
func (r *scratch) relaxed(key []byte, class []Kind) ([]posting, []Kind) {
	w := &r.g.words
	try := func(short []byte, kinds []Kind) bool {
		r.posts = r.g.lookup(short, r.posts[:0])
		if len(r.posts) > 0 && kinds != nil {
			class = kinds
		}
		return len(r.posts) > 0
	}
	if i := bytes.LastIndexByte(key, ' '); i > 0 {
		if c, ok := w.classes[string(key[i+1:])]; ok && try(key[:i], c.kinds) {
			return r.posts, class
		}
	}
	for _, before := range w.beforeFolded {
		if rest, ok := cutPrefix(key, before); ok && try(rest, nil) {
			return r.posts, class
		}
	}
	for _, s := range w.sides {
		if rest, ok := cutPrefix(key, s); ok && string(rest) != "side" && try(rest, nil) {
			return r.posts, class
		}
	}
	for _, s := range w.sitesBefore {
		if rest, ok := cutPrefix(key, s); ok && try(rest, nil) {
			return r.posts, class
		}
	}
	for _, s := range w.sites {
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
