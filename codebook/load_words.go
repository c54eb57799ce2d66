package codebook

import (
	"fmt"
	"strings"
)

// wordSets are the word classes that the matcher itself speaks of.
type wordSets struct {
	light, transparent, quantity, document, issuing, times, joining, common, selves, motion, aspect, plan, happen, mishap, channel, stative, company, landmarks, witness, tidings, reaching, bygone, request, gunnery, wishing, declining, hesitating, claim idSet
}

type idSet map[int32]bool

func (b *Codebook) readWords(file, src string) error {
	n, err := readYAML(file, src)
	if err != nil {
		return err
	}
	for _, p := range n.keys {
		for _, w := range p.value.keys {
			words := w.value.strings()
			if len(words) == 0 {
				return &Error{file, w.line, fmt.Sprintf("%s: a list of words is missing", w.key)}
			}
			var flat []string
			for _, x := range words {
				if len(x) < 2 || x[0] != '$' {
					flat = append(flat, x)
					continue
				}
				set, ok := b.words[x[1:]]
				if !ok {
					return &Error{file, w.line, fmt.Sprintf("no word class %s above", x)}
				}
				flat = append(flat, set...)
			}
			switch p.key {
			case "program":
				b.words[w.key] = flat
			case "modes":
				for _, x := range flat {
					b.modes[x] = w.key
				}
			case "words":
				b.words[w.key] = flat
				b.wordLines[w.key] = Error{File: file, Line: w.line}
			case "kinds":
				k, ok := kindNames()[w.key]
				if !ok {
					return &Error{file, w.line, fmt.Sprintf("no kind %q", w.key)}
				}
				if k&actingKinds != 0 {
					k |= Party
				}
				for _, x := range flat {
					b.kindIDs[b.intern(x)] |= k
				}
			default:
				return &Error{file, p.line, fmt.Sprintf("%q: kinds, words, program or modes is expected", p.key)}
			}
		}
	}
	return nil
}

func (b *Codebook) intern(w string) int32 {
	if id, ok := b.ids[w]; ok {
		return id
	}
	id := int32(len(b.ids))
	b.ids[strings.Clone(w)] = id
	return id
}

// gatherSets takes the word classes that the matcher goes by out of words.yaml.
func (b *Codebook) gatherSets() {
	set := func(name string) idSet {
		out := idSet{}
		for _, w := range b.words[name] {
			out[b.intern(w)] = true
		}
		return out
	}
	b.sets = wordSets{
		light:       set("light"),
		transparent: set("transparent"),
		quantity:    set("quantity"),
		document:    set("document"),
		issuing:     set("issuing"),
		times:       set("times"),
		joining:     set("joining"),
		common:      set("common"),
		selves:      set("selves"),
		motion:      set("motion"),
		aspect:      set("aspect"),
		plan:        set("plan"),
		happen:      set("happen"),
		mishap:      set("mishap"),
		channel:     set("channel"),
		stative:     set("stative"),
		company:     set("company"),
		landmarks:   set("landmarks"),
		witness:     set("witness"),
		tidings:     set("tidings"),
		reaching:    set("reaching"),
		bygone:      set("bygone"),
		request:     set("request"),
		gunnery:     set("gunnery"),
		wishing:     set("wishing"),
		declining:   set("declining"),
		hesitating:  set("hesitating"),
		claim:       set("claim"),
	}
}

// Among reports whether a lemma is in a word class of words.yaml.
func (b *Codebook) Among(class, lemma string) bool { return has(b.words[class], lemma) }

// Set is a word class of words.yaml to look many words up in.
func (b *Codebook) Set(class string) map[string]bool {
	set := make(map[string]bool, len(b.words[class]))
	for _, w := range b.words[class] {
		set[w] = true
	}
	return set
}

// Within reports whether some word of a class of words.yaml stands in a text.
func (b *Codebook) Within(class, text string) bool {
	for _, w := range b.words[class] {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// ModeOf is the mode of the one sort of deed that a noun tells of; "" for none.
func (b *Codebook) ModeOf(noun string) string { return b.modes[noun] }
