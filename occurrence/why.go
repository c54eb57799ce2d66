package occurrence

import (
	"fmt"

	"nuncio"
)

// Why says why two events are one happening, or why they are not. Events are those
// of the block of both; when their blocks differ it need hold only these two.
func (m *Merger) Why(events []Event, a, b nuncio.EventRef) (string, error) {
	find := func(ref nuncio.EventRef) *Event {
		for i := range events {
			if events[i].Ref() == ref {
				return &events[i]
			}
		}
		return nil
	}
	x, y := find(a), find(b)
	switch {
	case x == nil:
		return "", fmt.Errorf("event %s is not among those given", a)
	case y == nil:
		return "", fmt.Errorf("event %s is not among those given", b)
	case a == b:
		return "merged: it is one event", nil
	case x.Event.Event != y.Event.Event:
		return fmt.Sprintf("kept apart: one is %s, the other %s", x.Event.Event, y.Event.Event), nil
	}
	ix, iy := m.item(x), m.item(y)
	if m.Block(x) != m.Block(y) {
		v := m.parties(&ix, &iy, true)
		if v.same {
			v.why = "the parties stand for different principals"
		}
		return "kept apart: " + v.why, nil
	}
	v := m.compare(&ix, &iy, true)
	if !v.same {
		return "kept apart: " + v.why, nil
	}
	var cx, cy *cluster
	for _, c := range m.group(events) {
		for _, it := range c.items {
			if it.Ref() == a {
				cx = c
			}
			if it.Ref() == b {
				cy = c
			}
		}
	}
	if cx == cy {
		return "merged: " + v.why, nil
	}
	return "kept apart: " + m.between(&ix, &iy, cx, cy), nil
}

// between says what keeps apart two events that would fit each other.
func (m *Merger) between(x, y *item, cx, cy *cluster) string {
	for _, pair := range []struct {
		it *item
		c  *cluster
	}{{x, cy}, {y, cx}} {
		for _, other := range pair.c.items {
			if v := m.compare(pair.it, other, true); !v.same {
				return fmt.Sprintf("%s does not agree with %s of the other: %s", pair.it.Ref(), other.Ref(), v.why)
			}
		}
	}
	return "it fits several happenings alike, or another better"
}
