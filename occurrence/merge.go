package occurrence

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"nuncio"
)

// Result is what a block came to.
type Result struct {
	Occurrences []nuncio.Occurrence // by id
	Links       []nuncio.OccurrenceLink
}

// cluster is an occurrence in the making. Its members agree with each other, each
// with each.
type cluster struct {
	items []*item // the founder, which is dated finest, first
	whys  []string
	win   window // the days that all members have in common
	id    string
}

// Merge makes the occurrences of the events of one block. The order of the events
// does not matter.
func (m *Merger) Merge(events []Event) Result {
	clusters := m.group(events)
	denials := m.denials(clusters)
	var res Result
	for _, c := range clusters {
		res.Occurrences = append(res.Occurrences, m.occurrence(c, denials[c]))
	}
	slices.SortFunc(res.Occurrences, func(a, b nuncio.Occurrence) int { return cmp.Compare(a.ID, b.ID) })
	for _, c := range clusters {
		for _, d := range denials[c] {
			res.Links = append(res.Links, nuncio.OccurrenceLink{Kind: nuncio.LinkDenies, From: d.cluster.id, To: c.id, Why: d.why})
		}
	}
	slices.SortFunc(res.Links, func(a, b nuncio.OccurrenceLink) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return res
}

// group puts the events into clusters: the finest dated first, so that what is
// vague finds what is precise in place.
func (m *Merger) group(events []Event) []*cluster {
	items := make([]item, len(events))
	for i := range events {
		items[i] = m.item(&events[i])
	}
	slices.SortFunc(items, func(a, b item) int {
		return cmp.Or(
			compareBool(b.dated, a.dated),
			compareBool(a.win.assumed, b.win.assumed),
			cmp.Compare(a.win.days(), b.win.days()),
			cmp.Compare(b.named, a.named),
			compareFirst(&a, &b),
		)
	})
	var all []*cluster
	near := weeks{}
	for i := range items {
		it := &items[i]
		c, why := m.choose(it, near.around(it.win), m.compare)
		if c == nil {
			c = &cluster{win: it.win}
			all = append(all, c)
			near.add(c, it.win)
		}
		c.items, c.whys = append(c.items, it), append(c.whys, why)
		c.win = c.win.meet(it.win)
	}
	for _, c := range all {
		c.id = c.name()
	}
	return all
}

// compareFirst orders by report day and id: the order in which the news broke.
func compareFirst(a, b *item) int {
	return cmp.Or(
		cmp.Compare(dayNumber(a.Published), dayNumber(b.Published)),
		cmp.Compare(a.Report, b.Report),
		cmp.Compare(len(a.ID), len(b.ID)), // e2 before e10
		cmp.Compare(a.ID, b.ID),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// tie is by how much the best must lead before a coarse event may join it.
const tie = 0.25

// choose finds the cluster that an event belongs to; nil when none fits or, for a
// coarse event, when several fit alike. An event without a date takes the latest of those.
func (m *Merger) choose(it *item, clusters []*cluster, compare func(a, b *item, explain bool) verdict) (*cluster, string) {
	var best *cluster
	bestScore, tied := 0.0, false
	for _, c := range clusters {
		if !it.dated || !it.win.overlaps(c.win) {
			continue
		}
		total := 0.0
		for _, member := range c.items {
			v := compare(it, member, false)
			if !v.same {
				total = -1
				break
			}
			total += v.score
		}
		if total < 0 {
			continue
		}
		score := total / float64(len(c.items))
		switch {
		case best == nil, score > bestScore+tie:
			best, bestScore, tied = c, score, false
		case score > bestScore-tie:
			tied = true
			if it.win.assumed && c.win.start > best.win.start || !it.win.assumed && score > bestScore {
				best = c
			}
			bestScore = max(bestScore, score)
		}
	}
	if tied && it.win.coarse() && !it.win.assumed {
		return nil, ""
	}
	if best == nil {
		return nil, ""
	}
	return best, compare(it, best.items[0], true).why
}

// denial is a cluster of negated events that says of another that it was not so.
type denial struct {
	*cluster
	why string
}

// denials finds for each asserted cluster the negated ones that deny it: the same
// parties, class and time. A denial goes to one cluster.
func (m *Merger) denials(clusters []*cluster) map[*cluster][]denial {
	var told []*cluster
	for _, c := range clusters {
		if c.items[0].Status == nuncio.Asserted {
			told = append(told, c)
		}
	}
	out := map[*cluster][]denial{}
	for _, d := range clusters {
		if d.items[0].Status != nuncio.Negated {
			continue
		}
		if c, why := m.choose(d.items[0], told, m.similar); c != nil {
			out[c] = append(out[c], denial{d, why})
		}
	}
	return out
}

// name is the id of an occurrence: a hash of the event by which it first became
// known, so that later reports do not change it.
func (c *cluster) name() string {
	first := slices.MinFunc(c.items, compareFirst)
	h := sha256.Sum256([]byte(first.Report + "\x00" + first.ID))
	return "o" + hex.EncodeToString(h[:8])
}
