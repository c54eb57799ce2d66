package store

import (
	"bytes"
	"encoding/json"

	"nuncio"
)

// Diff is what coding a report again changed.
type Diff struct {
	Report  string         `json:"report"`
	Old     nuncio.Coder   `json:"old"`
	New     nuncio.Coder   `json:"new"`
	Removed []nuncio.Event `json:"removed,omitempty"`
	Added   []nuncio.Event `json:"added,omitempty"`
	Changed []Change       `json:"changed,omitempty"`
}

// Change is an event that came out otherwise than before.
type Change struct {
	Old    nuncio.Event `json:"old"`
	New    nuncio.Event `json:"new"`
	Fields []string     `json:"fields"` // which differ
}

// Empty reports whether no event moved.
func (d Diff) Empty() bool { return len(d.Removed)+len(d.Added)+len(d.Changed) == 0 }

// Compare tells what moved between two records of one report. Events are matched
// by the words they were read from: the same trigger with the same class first,
// then the same trigger. Ids count for nothing, since they are numbered anew.
func Compare(old, new *nuncio.Record) Diff {
	d := Diff{Report: new.Report.ID, Old: old.Coder, New: new.Coder}
	taken := make([]int, len(new.Events)) // 1 + index of the old event
	match := make([]int, len(old.Events)) // 1 + index of the new event
	for _, same := range []func(a, b *nuncio.Event) bool{
		func(a, b *nuncio.Event) bool { return sameWords(a, b) && a.Event == b.Event && len(fields(a, b)) == 0 },
		func(a, b *nuncio.Event) bool { return sameWords(a, b) && a.Event == b.Event },
		sameWords,
	} {
		for i := range old.Events {
			for k := range new.Events {
				if match[i] == 0 && taken[k] == 0 && same(&old.Events[i], &new.Events[k]) {
					match[i], taken[k] = k+1, i+1
				}
			}
		}
	}
	for i, k := range match {
		if k == 0 {
			d.Removed = append(d.Removed, old.Events[i])
		} else if f := fields(&old.Events[i], &new.Events[k-1]); len(f) > 0 {
			d.Changed = append(d.Changed, Change{old.Events[i], new.Events[k-1], f})
		}
	}
	for k, i := range taken {
		if i == 0 {
			d.Added = append(d.Added, new.Events[k])
		}
	}
	return d
}

func sameWords(a, b *nuncio.Event) bool {
	return a.In == b.In && a.Evidence.Trigger.Span == b.Evidence.Trigger.Span
}

// fields names the parts in which two events differ, in the order of the record. Id,
// claim, rule and confidence are left out: their change moves nothing that a reader counts.
func fields(a, b *nuncio.Event) []string {
	x, y := flat(a), flat(b)
	var out []string
	for _, name := range []string{"event", "mode", "context", "cameo", "quad", "goldstein", "actor", "recipient", "via",
		"reciprocal", "when", "where", "status", "status_text", "condition", "chain", "chains", "evidence", "in"} {
		if !bytes.Equal(x[name], y[name]) {
			out = append(out, name)
		}
	}
	return out
}

func flat(e *nuncio.Event) map[string]json.RawMessage {
	b, err := json.Marshal(e)
	if err != nil {
		return nil
	}
	var m map[string]json.RawMessage
	if json.Unmarshal(b, &m) != nil {
		return nil
	}
	return m
}
