package catalogue

import (
	"slices"
	"strings"

	"nuncio"
)

// post is an office as a description names it.
type post struct {
	text  string   // folded
	title *Title   // what titles.tsv says of it, nil when it does not know it
	rest  []string // folded words that the title does not cover: the "syria" of "envoy for Syria"
	to    []string // folded words of the name that follows "to" or "for", in full: "united nations" for "UN"
	body  []string // folded words of the body as it was named: "Kremlin"
}

// post reads the words of a post.
func (c *Catalogue) post(text string) post {
	p := post{text: bareTitle(Fold(text))}
	words := strings.Fields(p.text)
	for _, w := range []string{" to ", " for "} {
		if _, name, ok := strings.Cut(text, w); ok {
			if m := c.Lookup(name); len(m) > 0 {
				p.to = strings.Fields(Fold(m[0].Entity.Name))
			}
		}
	}
	var best TitleHit
	for _, h := range c.NewScanner().ScanTitles(words) {
		if h.Title.Kind == "person" && h.Title.Office != "" && h.End-h.First > best.End-best.First {
			best = h
		}
	}
	p.title = best.Title
	if slices.Contains(headWords, p.text) {
		return p
	}
	for i, w := range words {
		if (i < best.First || i >= best.End) && !slices.Contains(joints, w) {
			p.rest = append(p.rest, w)
		}
	}
	return p
}

// joints are the words of a title that tell nothing.
var joints = []string{"the", "of", "for", "to", "on", "in", "and", "at"}

// bareTitle leaves out that somebody stands in; text is folded.
func bareTitle(text string) string {
	for _, w := range []string{"acting ", "interim ", "caretaker ", "then ", "incumbent "} {
		text = strings.TrimPrefix(text, w)
	}
	return text
}

// heading are the offices of those who head a body that is no state.
var heading = []string{"head of organization", "group leader", "party leader", "head of company", "central bank governor", "head of intelligence", "head of police"}

// headWords call somebody the head of a body.
var headWords = []string{"chief", "head", "boss", "leader", "chairman", "chairwoman", "chair", "president", "director", "governor", "commander"}

// How a post names a role, the surest first.
const (
	meansOffice  = iota // by its office
	meansWords          // by the words of its title
	meansHead           // as that of the head of a body that is no state
	meansNothing        // not at all
)

// means says how the post names a role of the body.
func (p *post) means(r *Role, body *Entity) int {
	if p.title != nil && r.Office(p.title.Office) {
		return meansOffice
	}
	words := slices.DeleteFunc(strings.Fields(p.text), func(w string) bool { return slices.Contains(joints, w) })
	if len(words) > 1 && shared(words, strings.Fields(Fold(r.Title))) == len(words) {
		return meansWords
	}
	if body.Kind != nuncio.KindState && p.heads() && slices.ContainsFunc(r.Offices, func(o string) bool { return slices.Contains(heading, o) }) {
		return meansHead
	}
	return meansNothing
}

// heads reports whether the post is that of a head, whatever he is called there.
func (p *post) heads() bool {
	return slices.Contains(headWords, p.text) || p.title != nil && len(p.rest) == 0 && (p.title.Authority == "head" || p.title.Authority == "minister")
}

// closest keeps those whose titles are nearest to the post. Words that the office
// does not cover must be in the title: a "former king" is not the king.
func (c *Catalogue) closest(roles []*Role, p *post, body *Entity) []*Role {
	best, out := -1<<30, []*Role(nil)
	for _, r := range roles {
		n, ok := c.near(r, p, body)
		if !ok || n < best {
			continue
		}
		if n > best {
			best, out = n, out[:0]
		}
		out = append(out, r)
	}
	return out
}

// near says how near the title of a role is to a post. An office of one holder
// leaves nothing to choose. Of many who lead a body, the "leader of" it and the
// shortest title come first; of other posts, the title that shares most words.
func (c *Catalogue) near(r *Role, p *post, body *Entity) (n int, ok bool) {
	text := Fold(r.Name())
	title := strings.Fields(text)
	if len(p.rest) > 0 && shared(title, slices.Concat(p.to, p.rest)) == 0 || len(p.to) > 0 && shared(p.to, title) < len(p.to) {
		return 0, false
	}
	if o, known := c.officeOf[r.Offices[0]]; known && c.offices[o].One {
		return 0, true
	}
	if !slices.Contains(headWords, p.text) {
		return shared(title, slices.Concat(strings.Fields(p.text), p.body, p.to)), true
	}
	n = -len(title)
	if slices.Contains(title, p.text) {
		n += 5
	}
	if slices.Contains(title, "deputy") || slices.Contains(title, "vice") {
		n -= 20
	}
	if _, of, cut := strings.Cut(text, " of "); cut && c.mayMean(of, body) {
		n += 10
	}
	return n, true
}

// mayMean reports whether a name may mean an entity.
func (c *Catalogue) mayMean(name string, e *Entity) bool {
	return slices.ContainsFunc(c.Lookup(name), func(m Match) bool { return m.Entity == e })
}

// shared counts the words that tell something and stand in both.
func shared(a, b []string) int {
	n := 0
	for _, w := range a {
		if !slices.Contains(joints, w) && slices.Contains(b, w) {
			n++
		}
	}
	return n
}
