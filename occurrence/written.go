package occurrence

import (
	"slices"

	"nuncio"
)

// occurrence writes a cluster out.
func (m *Merger) occurrence(c *cluster, denials []denial) nuncio.Occurrence {
	founder := c.items[0]
	o := nuncio.Occurrence{
		ID: c.id, Event: founder.class, Mode: founder.Mode, Quad: founder.Quad,
		Actor: named(founder.Actor), Recipient: named(founder.Recipient), Where: founder.Where, Status: founder.Status,
		When: founder.When.Interval, Reciprocal: founder.Reciprocal,
	}
	order := make([]int, len(c.items))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, k int) int { return compareFirst(c.items[i], c.items[k]) })
	o.FirstReport = c.items[order[0]].Published
	o.LastReport = c.items[order[len(order)-1]].Published
	for _, i := range order {
		it := c.items[i]
		if o.Mode == "" {
			o.Mode = it.Mode
		}
		if it.Where != nil && (o.Where == nil || finer(it.Where.Precision, o.Where.Precision)) {
			o.Where = it.Where
		}
		if o.FirstReport.IsZero() {
			o.FirstReport = it.Published
		}
	}
	if o.Where != nil {
		w := *o.Where
		w.Span, w.Text = nuncio.Span{}, ""
		o.Where = &w
	}
	var tally origins
	for _, i := range order {
		it := c.items[i]
		member := nuncio.Member{EventRef: it.Ref(), Why: c.whys[i]}
		if it.Voice.Report != "" && it.Voice.Report != it.Report {
			member.CopyOf = it.Voice.Report
		}
		for _, or := range m.originsOf(it) {
			tally.add(or, it.Ref())
			member.Origins = append(member.Origins, or.ID)
		}
		o.Events = append(o.Events, member)
	}
	o.Origins = tally.list
	o.Corroboration = tally.independent()
	if o.Status == nuncio.Asserted {
		for _, or := range o.Origins {
			o.AssertedBy = append(o.AssertedBy, or.ID)
		}
	}
	for _, d := range denials {
		for _, it := range d.items {
			for _, or := range m.originsOf(it) {
				if !slices.Contains(o.DeniedBy, or.ID) {
					o.DeniedBy = append(o.DeniedBy, or.ID)
				}
			}
		}
	}
	slices.Sort(o.DeniedBy)
	return o
}

// named are parties without their place in one report's text.
func named(ps []nuncio.Party) []nuncio.Party {
	out := slices.Clone(ps)
	for i := range out {
		out[i].Span, out[i].Text = nuncio.Span{}, ""
	}
	return out
}

var precisions = []nuncio.Precision{nuncio.PrecisionPoint, nuncio.PrecisionCity, nuncio.PrecisionDistrict, nuncio.PrecisionProvince, nuncio.PrecisionCountry}

func finer(a, b nuncio.Precision) bool {
	return rank(a) < rank(b)
}

func rank(p nuncio.Precision) int {
	if i := slices.Index(precisions, p); i >= 0 {
		return i
	}
	return len(precisions)
}
