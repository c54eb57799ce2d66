package codebook

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"nuncio/doc"
)

const worthIdiom = 8

// irregulars reads the forms that no rule of spelling gives.
func (b *Codebook) irregulars() {
	b.forms = make(map[string]int32, len(b.words["irregular"]))
	for _, f := range b.words["irregular"] {
		if form, lemma, ok := strings.Cut(f, " "); ok {
			if id, ok := b.ids[lemma]; ok {
				b.forms[form] = id
			}
		}
	}
}

// byForm is the word of the rules that a form is an inflection of, for words
// whose lemma was guessed wrong. It allocates nothing.
func (b *Codebook) byForm(form []byte) (int32, bool) {
	if id, ok := b.forms[string(form)]; ok {
		return id, true
	}
	n := len(form)
	if n < 4 || n > 30 {
		return 0, false
	}
	switch {
	case bytes.HasSuffix(form, []byte("ied")), bytes.HasSuffix(form, []byte("ies")):
		return b.spelt(form[:n-3], 'y')
	case bytes.HasSuffix(form, []byte("ing")):
		return b.stem(form[:n-3])
	case bytes.HasSuffix(form, []byte("ed")):
		return b.stem(form[:n-2])
	case bytes.HasSuffix(form, []byte("es")):
		if id, ok := b.ids[string(form[:n-2])]; ok {
			return id, true
		}
		id, ok := b.ids[string(form[:n-1])]
		return id, ok
	case bytes.HasSuffix(form, []byte("s")):
		id, ok := b.ids[string(form[:n-1])]
		return id, ok
	}
	return 0, false
}

// stem finds "deploy", "seize" for "seiz" and "ban" for "bann".
func (b *Codebook) stem(s []byte) (int32, bool) {
	if len(s) < 2 {
		return 0, false
	}
	if id, ok := b.spelt(s, 'e'); ok {
		return id, true
	}
	if id, ok := b.ids[string(s)]; ok {
		return id, true
	}
	if n := len(s); s[n-1] == s[n-2] {
		id, ok := b.ids[string(s[:n-1])]
		return id, ok
	}
	return 0, false
}

// spelt is the word that a stem makes with one more letter.
func (b *Codebook) spelt(stem []byte, last byte) (int32, bool) {
	var buf [32]byte
	n := copy(buf[:], stem)
	if n >= len(buf) {
		return 0, false
	}
	buf[n] = last
	id, ok := b.ids[string(buf[:n+1])]
	return id, ok
}

// title is the number of a common noun that is written as a name, -1 for none.
func (b *Codebook) title(t *doc.Token) int32 {
	if t.UPOS == "PROPN" && capital(t.Form) {
		var buf [wordBytes]byte
		if id, ok := b.ids[string(small(buf[:0], t.Lemma))]; ok {
			return id
		}
	}
	return -1
}

// wordBytes is room for a word in small letters; a longer one allocates.
const wordBytes = 48

// small appends a word in small letters.
func small(out []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return append(out[:0], strings.ToLower(s)...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		out = append(out, c)
	}
	return out
}

// lemma is the number of a token's lemma, -1 when no rule knows it.
func (b *Codebook) lemma(t *doc.Token) int32 {
	if id, ok := b.ids[t.Lemma]; ok {
		return id
	}
	var buf [wordBytes]byte
	switch t.UPOS {
	case "PROPN":
		// "the Pacific Council" is a council, "the Friendship Bridge" a bridge.
		if capital(t.Form) {
			if id, ok := b.ids[string(small(buf[:0], t.Lemma))]; ok && (b.kindIDs[id]&(Org|Court|Armed|Police) != 0 || b.sets.landmarks[id]) {
				return id
			}
			if id, ok := b.byForm(small(buf[:0], t.Form)); ok && b.sets.landmarks[id] { // "the Abraham Accords"
				return id
			}
		}
	case "VERB", "NOUN", "ADJ":
		if id, ok := b.byForm(append(buf[:0], t.Form...)); ok {
			return id
		}
		if capital(t.Form) { // headlines
			low := small(buf[:0], t.Form)
			if id, ok := b.ids[string(low)]; ok {
				return id
			}
			if id, ok := b.byForm(low); ok {
				return id
			}
		}
	}
	return -1
}

// joined is the word of the rules that a noun makes with the word before its hyphen,
// where the tokens part them: "build-up", "cease-fire". It allocates nothing.
func (b *Codebook) joined(s *doc.Sentence, i int) (int32, bool) {
	t, first := &s.Tokens[i], &s.Tokens[i-2]
	if s.Tokens[i-1].XPOS != "HYPH" || t.UPOS != "NOUN" || first.Head != i {
		return 0, false
	}
	var buf [40]byte
	word := buf[:0]
	if len(first.Form)+1+len(t.Lemma) > len(buf) {
		return 0, false
	}
	word = append(append(append(word, first.Form...), '-'), t.Lemma...)
	if id, ok := b.ids[string(word)]; ok {
		return id, true
	}
	word = append(append(word[:0], first.Form...), t.Lemma...)
	id, ok := b.ids[string(word)]
	return id, ok
}
