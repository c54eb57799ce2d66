package when

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// readTelling reads which verbs tell of an act of speech, each with its kind.
func readTelling(fsys fs.FS, name string) (map[string]string, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("verbs of telling: %w", err)
	}
	defer f.Close()
	verbs := map[string]string{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		kind, words, ok := strings.Cut(line, "\t")
		if !ok || kind != "carry" && kind != "speak" {
			return nil, fmt.Errorf("%s:%d: want kind carry or speak, a tab, verbs", name, n)
		}
		for w := range strings.FieldsSeq(words) {
			verbs[w] = kind
		}
	}
	return verbs, lines.Err()
}

// tellReach is how many sentences back the day may lie on which the report stands.
const tellReach = 4

// tellingOn reports whether an expression that counts from what was spoken of before
// ("hours later", "the next day") dates an act of speech that the report tells by itself.
// It then counts from the day on which the report stands, which is no day inside what
// somebody else had said, and no day that only names a thing: "who lost the vote of May 1
// answered hours later".
func (w *work) tellingOn(f *frame, a *anchors, sent int, r doc.Range) bool {
	if !f.prev || f.unit > day || f.hasDir && f.dir < 0 || !a.hasTold || a.told == a.prevDay || sent-a.toldSent > tellReach {
		return false
	}
	v := w.onPlane(r)
	if v < 0 || w.tagger.telling[w.sent.Tokens[v].Lemma] == "" {
		return false
	}
	if f.unit == day && !a.pub.IsZero() && shift(a.told.start, int(f.n)*f.dir, day).After(a.pub) {
		return false // it would not have been yet
	}
	return a.daySent < 0 || a.asideDay
}

// backFrom reports whether "the same evening" of what has been follows a day that is still to
// come, so that it means the one before: "will report on Saturday. … urged him the same evening".
func (w *work) backFrom(f *frame, a *anchors, r doc.Range) bool {
	if f.op != opSame || !a.hasDay || !a.hasTold || a.pub.IsZero() || !a.prevDay.start.After(a.pub) || a.told.start.After(a.pub) {
		return false
	}
	t, _ := w.tagger.uses.tenseOf(w.sent, r)
	return t == Past
}

// onPlane is the main verb whose clause a time stands in, or -1: there it dates what the
// report itself tells, and neither what somebody says nor a thing that is only named.
func (w *work) onPlane(r doc.Range) int {
	s := w.sent
	if !hasTree(s) {
		return -1
	}
	at := -1
	for i := r.First; i < r.End; i++ {
		if h := s.Tokens[i].Head; h < r.First || h >= r.End {
			at = i
		}
	}
	for n := 0; at >= 0 && n <= len(s.Tokens); n++ {
		t := &s.Tokens[at]
		if isClauseHead(s, at) && (t.Head < 0 || doc.IsRel(t.Deprel, "conj") && w.mainVerb(at)) {
			return at
		}
		switch {
		case t.Head < 0 || isClauseHead(s, at):
			return -1
		case doc.IsRel(t.Deprel, "nmod") || doc.IsRel(t.Deprel, "acl") || t.Deprel == "appos" || t.Deprel == "compound":
			return -1
		}
		at = t.Head
	}
	return -1
}

// mainVerb reports whether a verb is the main one of its sentence or one beside it.
func (w *work) mainVerb(v int) bool {
	for n := 0; v >= 0 && n <= len(w.sent.Tokens); n++ {
		t := &w.sent.Tokens[v]
		if t.Head < 0 {
			return true
		}
		if !doc.IsRel(t.Deprel, "conj") {
			return false
		}
		v = t.Head
	}
	return false
}

// named reports whether a time only says which thing is meant: "the vote of May 1".
func (w *work) named(r doc.Range) bool {
	s := w.sent
	if !hasTree(s) {
		return false
	}
	for i := r.First; i < r.End; i++ {
		if h := s.Tokens[i].Head; h >= 0 && (h < r.First || h >= r.End) {
			return isNominal(&s.Tokens[h]) && (doc.IsRel(s.Tokens[i].Deprel, "nmod") || s.Tokens[i].Deprel == "compound")
		}
	}
	return false
}

// stand makes a day that was just read the one on which the report stands, where the
// report tells by itself what was on it.
func (w *work) stand(a *anchors, t *doc.Time, sent int) {
	if t.Interval.Granularity != nuncio.GranularityDay && t.Interval.Granularity != nuncio.GranularityTime || bounded(w.sent, t.First) {
		return
	}
	if t.Interval.Start.After(a.pub) && !a.pub.IsZero() || w.onPlane(t.Range) < 0 {
		return
	}
	a.told, a.hasTold, a.toldSent = a.prevDay, true, sent
}
