package codebook

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"nuncio"
)

func (b *Codebook) readRules(file, src string, problems *[]error) error {
	n, err := readYAML(file, src)
	if err != nil {
		return err
	}
	class := ""
	if c := n.get("class"); c != nil {
		class = c.scalar
	}
	for _, p := range n.keys {
		switch p.key {
		case "class", "overlay", "rules", "about":
		default:
			*problems = append(*problems, &Error{file, p.line, fmt.Sprintf("unknown key %q", p.key)})
		}
	}
	rules := n.get("rules")
	if rules == nil || rules.kind != listNode {
		return &Error{file, n.line, "no list of rules"}
	}
	for i := range rules.list {
		r, err := b.readRule(file, class, &rules.list[i])
		if err != nil {
			*problems = append(*problems, err)
			continue
		}
		if k := slices.IndexFunc(b.Rules, func(o Rule) bool { return o.ID == r.ID }); k >= 0 {
			if b.Rules[k].File == file {
				*problems = append(*problems, &Error{file, r.Line, fmt.Sprintf("id %s stands twice", r.ID)})
				continue
			}
			b.Rules[k] = r
			continue
		}
		b.Rules = append(b.Rules, r)
	}
	return nil
}

// folder is what a rule's id begins with.
func folder(class string) string { return strings.ToLower(strings.ReplaceAll(class, " ", "-")) }

func (b *Codebook) readRule(file, class string, n *node) (Rule, error) {
	r := Rule{File: file, Line: n.line, Event: class}
	if n.kind != mapNode {
		return r, &Error{file, n.line, "a rule is a mapping that begins with id"}
	}
	for i := range n.keys {
		p := &n.keys[i]
		if line, err := r.set(p.key, &p.value, p.line); err != nil {
			return r, &Error{file, line, err.Error()}
		}
	}
	if r.ID == "" {
		return r, &Error{file, n.line, "a rule without id"}
	}
	if err := b.checkRule(&r); err != nil {
		return r, &Error{file, n.line, r.ID + ": " + err.Error()}
	}
	head := class
	if head == "" {
		head = strings.TrimSuffix(path.Base(strings.TrimPrefix(file, "overlay ")), ".yaml")
	}
	r.ID = folder(head) + "/" + r.ID
	return r, nil
}

// set takes in one key of a rule; at is the line of what is wrong.
func (r *Rule) set(key string, v *node, line int) (at int, err error) {
	switch key {
	case "id":
		r.ID = v.scalar
	case "event":
		r.Event = v.scalar
	case "relation":
		r.Rel, r.Event = v.scalar, ""
	case "value":
		r.Value = v.scalar
	case "mode":
		r.Mode = v.scalar
	case "context":
		r.Context = v.strings()
	case "cameo":
		r.CAMEO = v.scalar
	case "reciprocal":
		r.Reciprocal = v.scalar == "true"
	case "inside":
		r.Inside = v.scalar == "true"
	case "status":
		r.Status = nuncio.Status(v.scalar)
	case "deed":
		r.Deed = nuncio.Status(v.scalar)
	case "form":
		return line, r.setForm(v.strings())
	case "content":
		return line, r.Content.read(v.strings())
	case "match":
		for _, t := range v.strings() {
			r.Templates = append(r.Templates, Template{Text: t, Line: line})
		}
		for k := range v.list {
			r.Templates[k].Line = v.list[k].line
		}
	case "yes", "no":
		return r.addExamples(key == "yes", v, line)
	case "note", "source":
	default:
		return line, fmt.Errorf("unknown key %q", key)
	}
	return line, nil
}

// setForm takes in how the verb of a rule must stand.
func (r *Rule) setForm(words []string) error {
	for _, w := range words {
		switch w {
		case "future":
			r.Future = true
		case "negated":
			r.Negated = true
		default:
			return fmt.Errorf("form: %q is not known", w)
		}
	}
	return nil
}

// addExamples takes in the sentences that a rule must code, or must not.
func (r *Rule) addExamples(yes bool, v *node, line int) (at int, err error) {
	for k, x := range v.strings() {
		if v.kind == listNode {
			line = v.list[k].line
		}
		e, err := readExample(x, line)
		if err != nil {
			return line, err
		}
		if yes {
			r.Yes = append(r.Yes, e)
		} else {
			r.No = append(r.No, e)
		}
	}
	return line, nil
}

// checkRule holds a rule against the classes and codes, and gives it the code of its
// class where it names none.
func (b *Codebook) checkRule(r *Rule) error {
	if len(r.Templates) == 0 {
		return errors.New("no match list")
	}
	if r.Event == "NONE" {
		r.Event = ""
		return nil
	}
	if r.Rel != "" {
		return nil
	}
	c := b.Class(r.Event)
	if c == nil {
		return fmt.Errorf("no class %q", r.Event)
	}
	if r.Mode != "" && !has(c.Modes, r.Mode) {
		return fmt.Errorf("%s has no mode %q", r.Event, r.Mode)
	}
	if r.CAMEO == "" {
		r.CAMEO = c.Root
	}
	if _, ok := b.codes[r.CAMEO]; !ok {
		return fmt.Errorf("no CAMEO code %q", r.CAMEO)
	}
	switch r.Status {
	case "", nuncio.Asserted, nuncio.Negated, nuncio.Planned, nuncio.Possible, nuncio.Demanded:
	default:
		return fmt.Errorf("no status %q", r.Status)
	}
	return nil
}

// readExample reads "sentence | actor > recipient"; either party may be empty.
func readExample(s string, line int) (Example, error) {
	sentence, parties, ok := strings.Cut(s, " | ")
	e := Example{Sentence: strings.TrimSpace(sentence), Line: line}
	if e.Sentence == "" {
		return e, errors.New("an empty example")
	}
	if ok {
		a, r, _ := strings.Cut(parties, ">")
		e.Actor, e.Recip = strings.TrimSpace(a), strings.TrimSpace(r)
	}
	return e, nil
}
