package codebook

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// compile turns every template into patterns under their trigger words.
func (b *Codebook) compile() error {
	c := compiler{words: b.words, intern: b.intern, kinds: kindNames()}
	b.of = b.intern("of")
	var problems []error
	for ri := range b.Rules {
		r := &b.Rules[ri]
		for ti, t := range r.Templates {
			for _, text := range withBe(t.Text) {
				p, err := c.compile(text)
				if err != nil {
					problems = append(problems, &Error{r.File, t.Line, fmt.Sprintf("%q: %v", text, err)})
					continue
				}
				p.rule, p.template = int32(ri), int32(ti)
				if r.Content.Any || r.Future || r.Negated {
					p.score += 4
					p.most += 4
				}
				if r.Event == "" && r.Rel == "" {
					p.score += worthIdiom
					p.most += worthIdiom
				}
				b.enter(p)
				for _, upon := range [...]bool{false, true} {
					if q, ok := b.nounOf(&p, upon); ok {
						b.enter(q)
					}
				}
			}
		}
	}
	for _, index := range []map[int32][]int32{b.events, b.inner, b.rels} {
		for _, l := range index {
			slices.SortStableFunc(l, func(x, y int32) int { return cmp.Compare(b.patterns[y].most, b.patterns[x].most) })
		}
	}
	b.irregulars()
	b.gatherSets()
	for _, w := range b.words["political"] {
		b.politics[b.intern(w)] = true
	}
	return errors.Join(problems...)
}

// withBe reads "(be|come) under attack" as the two templates it is: behind "be" the word that
// tells the act is the noun, behind "come" the verb.
func withBe(text string) []string {
	open, end := strings.IndexByte(text, '('), strings.IndexByte(text, ')')
	if open < 0 || end < open {
		return []string{text}
	}
	words := strings.Split(text[open+1:end], "|")
	i := slices.Index(words, "be")
	if i < 0 || len(words) == 1 {
		return []string{text}
	}
	others := slices.Delete(words, i, i+1)
	return []string{text[:open] + "be" + text[end+1:], text[:open] + "(" + strings.Join(others, "|") + ")" + text[end+1:]}
}

// enter puts a pattern under its trigger words.
func (b *Codebook) enter(p pattern) {
	r := &b.Rules[p.rule]
	n := int32(len(b.patterns))
	b.patterns = append(b.patterns, p)
	index := b.events
	switch {
	case r.Rel != "":
		index = b.rels
	case r.Inside:
		index = b.inner
	}
	for _, a := range p.triggers {
		if l := index[a.head]; len(l) == 0 || l[len(l)-1] != n {
			index[a.head] = append(l, n)
		}
		if p.kind != copularPattern && r.Rel == "" && !r.Inside {
			b.politics[a.head] = true
		}
	}
}

// Senses counts the word senses that the rules tell apart: each trigger under
// each rule, with its particle, once whatever objects it takes. It gives the
// number of templates too.
func (b *Codebook) Senses() (senses, templates int) {
	type sense struct{ rule, verb, particle int32 }
	seen := map[sense]bool{}
	for i := range b.patterns {
		p := &b.patterns[i]
		if p.nominal {
			continue
		}
		for _, t := range p.triggers {
			seen[sense{p.rule, t.head, t.particle}] = true
		}
	}
	for i := range b.Rules {
		templates += len(b.Rules[i].Templates)
	}
	return len(seen), templates
}
