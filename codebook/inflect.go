package codebook

import (
	"strings"

	"nuncio/doc"
)

const worthIdiom = 6

// inflect lists the regular forms of every word of the rules, and the irregular
// ones of common verbs, so that a word whose lemma was guessed wrong is known by
// its form.
func (b *Codebook) inflect() {
	b.forms = make(map[string]int32, 6*len(b.ids))
	put := func(form string, id int32) {
		if _, ok := b.forms[form]; !ok {
			b.forms[form] = id
		}
	}
	list := make([]string, len(b.ids))
	for w, id := range b.ids {
		list[id] = w
	}
	for n, w := range list { // in the order of the files
		if len(w) < 3 || strings.ContainsAny(w, " -'") || prepositions[w] {
			continue
		}
		id := int32(n)
		last, before := w[len(w)-1], w[len(w)-2]
		switch {
		case last == 'e':
			put(w+"s", id)
			put(w+"d", id)
			put(w[:len(w)-1]+"ing", id)
		case last == 'y' && !strings.ContainsRune("aeiou", rune(before)):
			put(w[:len(w)-1]+"ies", id)
			put(w[:len(w)-1]+"ied", id)
			put(w+"ing", id)
		default:
			if last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh") {
				put(w+"es", id)
			} else {
				put(w+"s", id)
			}
			put(w+"ed", id)
			put(w+"ing", id)
			if strings.ContainsRune("aeiou", rune(before)) && strings.ContainsRune("bdglmnprt", rune(last)) {
				put(w+string(last)+"ed", id)
				put(w+string(last)+"ing", id)
			}
		}
	}
	for _, f := range b.words["irregular"] {
		if form, lemma, ok := strings.Cut(f, " "); ok {
			if id, ok := b.ids[lemma]; ok {
				put(form, id)
			}
		}
	}
}

// lemma is the number of a token's lemma, -1 when no rule knows it.
func (b *Codebook) lemma(t *doc.Token) int32 {
	if id, ok := b.ids[t.Lemma]; ok {
		return id
	}
	switch t.UPOS {
	case "VERB", "NOUN", "ADJ":
		if id, ok := b.forms[t.Form]; ok {
			return id
		}
		if capital(t.Form) {
			low := strings.ToLower(t.Form)
			if id, ok := b.ids[low]; ok {
				return id
			}
			if id, ok := b.forms[low]; ok {
				return id
			}
		}
	}
	return -1
}
