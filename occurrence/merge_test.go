package occurrence_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nuncio"
	"nuncio/data"
	"nuncio/occurrence"
)

// kin is a small world: two states with their people, and an agency each.
func kin() occurrence.Kin {
	of := map[string]string{
		"person/kent": "KEN", "person/kurt": "KEN", "org/ken-army": "KEN", "outlet/kena": "KEN",
		"person/tara": "TZA", "outlet/tana": "TZA", "KEN": "KEN", "TZA": "TZA",
	}
	principal := func(id string, _ nuncio.Date) string {
		if p, ok := of[id]; ok {
			return p
		}
		return id
	}
	return occurrence.Kin{
		Same: func(a, b string, on nuncio.Date) bool {
			return a == b || principal(a, on) == b || principal(b, on) == a
		},
		Principal: principal,
		Outlet: func(name string, _ nuncio.Date) string {
			return map[string]string{"KENA": "outlet/kena", "TANA": "outlet/tana"}[name]
		},
	}
}

func merger(t testing.TB) *occurrence.Merger {
	t.Helper()
	rules, err := occurrence.LoadRules(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return occurrence.New(rules, kin())
}

func date(s string) nuncio.Date {
	if s == "" {
		return nuncio.Date{}
	}
	d, err := nuncio.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// told is an event in short.
type told struct {
	report, published, outlet, agency string
	class, actor, recipient, when     string
	status                            nuncio.Status
	chain                             []nuncio.Link
	copyOf                            *told
}

func party(id string) nuncio.Party {
	p := nuncio.Party{Entity: id, Name: id, Sector: "GOV"}
	switch {
	case strings.Contains(id, "kent"), strings.Contains(id, "kurt"), strings.HasPrefix(id, "KEN"), strings.Contains(id, "ken-"):
		p.Country = "KEN"
	default:
		p.Country = "TZA"
	}
	if strings.HasPrefix(id, "group/") {
		p.Sector = "CVL"
	}
	return p
}

func (d told) event() occurrence.Event {
	class, mode, _ := strings.Cut(d.class, "/")
	start, end, ok := strings.Cut(d.when, "..")
	if !ok {
		end = start
	}
	e := occurrence.Event{
		Event: nuncio.Event{ID: "e1", Event: class, Mode: mode, Quad: 1, Status: d.status, Chain: d.chain,
			When: nuncio.When{Interval: nuncio.Interval{Start: date(start), End: date(end)}}},
		Report: d.report, Published: date(d.published), Outlet: d.outlet, Agency: d.agency,
	}
	if e.Status == "" {
		e.Status = nuncio.Asserted
	}
	for id := range strings.SplitSeq(d.actor, "+") {
		e.Actor = append(e.Actor, party(id))
	}
	if d.recipient != "" {
		e.Recipient = []nuncio.Party{party(d.recipient)}
	}
	e.Voice = occurrence.Voice{Report: d.report, Published: e.Published, Outlet: d.outlet, Agency: d.agency}
	if d.copyOf != nil {
		e.Voice = occurrence.Voice{Report: d.copyOf.report, Published: date(d.copyOf.published), Outlet: d.copyOf.outlet, Agency: d.copyOf.agency}
	}
	return e
}

func events(ds []told) []occurrence.Event {
	out := make([]occurrence.Event, len(ds))
	for i, d := range ds {
		out[i] = d.event()
	}
	return out
}

// groups are the reports of each occurrence.
func groups(res occurrence.Result) [][]string {
	var out [][]string
	for _, o := range res.Occurrences {
		var g []string
		for _, m := range o.Events {
			g = append(g, m.Report)
		}
		slices.Sort(g)
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b []string) int { return slices.Compare(a, b) })
	return out
}

func TestMergeAndKeepApart(t *testing.T) {
	visit := func(report, actor, when string) told {
		return told{report: report, published: "2015-03-20", class: "CONSULT/visit", actor: actor, recipient: "TZA", when: when}
	}
	with := func(d told, change func(*told)) told { change(&d); return d }
	for _, tc := range []struct {
		name   string
		events []told
		want   [][]string
	}{
		{"the same twice", []told{visit("r1", "KEN", "2015-03-10"), visit("r2", "KEN", "2015-03-10")}, [][]string{{"r1", "r2"}}},
		{"a state and its minister", []told{visit("r1", "KEN", "2015-03-10"), visit("r2", "person/kent", "2015-03-10")}, [][]string{{"r1", "r2"}}},
		{"two ministers of one state", []told{visit("r1", "person/kurt", "2015-03-10"), visit("r2", "person/kent", "2015-03-10")}, [][]string{{"r1"}, {"r2"}}},
		{"a state does not bridge two ministers", []told{visit("r1", "person/kurt", "2015-03-10"), visit("r2", "person/kent", "2015-03-10"), visit("r3", "KEN", "2015-03-10")},
			[][]string{{"r1", "r3"}, {"r2"}}},
		{"two days", []told{visit("r1", "KEN", "2015-03-10"), visit("r2", "KEN", "2015-03-11")}, [][]string{{"r1"}, {"r2"}}},
		{"a week holds the day", []told{visit("r1", "KEN", "2015-03-10"), visit("r2", "KEN", "2015-03-09..2015-03-15")}, [][]string{{"r1", "r2"}}},
		{"a week does not bridge two days", []told{visit("r1", "KEN", "2015-03-10"), visit("r2", "KEN", "2015-03-13"), visit("r3", "KEN", "2015-03-09..2015-03-15")},
			[][]string{{"r1", "r3"}, {"r2"}}},
		{"a year joins the only one", []told{visit("r1", "KEN", "2015-03-10"), visit("r2", "KEN", "2015-01-01..2015-12-31")}, [][]string{{"r1", "r2"}}},
		{"a year that fits two joins none", []told{visit("r1", "KEN", "2015-03-10"), visit("r2", "KEN", "2015-07-13"), visit("r3", "KEN", "2015-01-01..2015-12-31")},
			[][]string{{"r1"}, {"r2"}, {"r3"}}},
		{"undated, reported the same week", []told{visit("r1", "KEN", "2015-03-18"), visit("r2", "KEN", "..2015-03-20")}, [][]string{{"r1", "r2"}}},
		{"undated, reported months later", []told{visit("r1", "KEN", "2015-01-18"), visit("r2", "KEN", "..2015-03-20")}, [][]string{{"r1"}, {"r2"}}},
		{"by telephone and in person", []told{visit("r1", "KEN", "2015-03-10"), with(visit("r2", "KEN", "2015-03-10"), func(d *told) { d.class = "CONSULT/phone" })}, [][]string{{"r1"}, {"r2"}}},
		{"a visit and a meeting", []told{visit("r1", "KEN", "2015-03-10"), with(visit("r2", "KEN", "2015-03-10"), func(d *told) { d.class = "CONSULT/meeting" })}, [][]string{{"r1", "r2"}}},
		{"planned and done", []told{visit("r1", "KEN", "2015-03-10"), with(visit("r2", "KEN", "2015-03-10"), func(d *told) { d.status = nuncio.Planned })}, [][]string{{"r1"}, {"r2"}}},
		{"the other way round", []told{visit("r1", "KEN", "2015-03-10"), with(visit("r2", "TZA", "2015-03-10"), func(d *told) { d.recipient = "KEN" })}, [][]string{{"r1"}, {"r2"}}},
		{"no day anywhere", []told{with(visit("r1", "KEN", ""), func(d *told) { d.published = "" }), with(visit("r2", "KEN", ""), func(d *told) { d.published = "" })}, [][]string{{"r1"}, {"r2"}}},
		{"two ends of the world's calendar", []told{visit("r1", "KEN", "1650-01-01..1650-01-05"), visit("r2", "KEN", "1650-01-03")}, [][]string{{"r1", "r2"}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, groups(merger(t).Merge(events(tc.events)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestEcho is one event in seven reports: five go back to one state agency, by
// chain, at second hand, by dateline, by sign-off and by copied text; one outlet
// has its own witness; one carries a denial.
func TestEcho(t *testing.T) {
	attack := told{published: "2015-06-10", class: "ASSAULT/heavy-weapons", actor: "org/ken-army", recipient: "group/villagers", when: "2015-06-09"}
	with := func(report, outlet string, change func(*told)) told {
		d := attack
		d.report, d.outlet = report, outlet
		change(&d)
		return d
	}
	agency := nuncio.Link{Name: "TANA", Entity: "outlet/tana", Kind: nuncio.LinkStateMedia, Country: "TZA"}
	credit := with("r4", "The Lake Post", func(d *told) { d.agency = "TANA" })
	reports := []told{
		with("r1", "Morning Star of Moshi", func(d *told) { d.chain = []nuncio.Link{agency} }),
		with("r2", "", func(d *told) {
			d.chain = []nuncio.Link{agency, {Name: "Aden Wire", Entity: "outlet/aden-wire", Kind: nuncio.LinkAgency}}
		}),
		with("r3", "Coast Herald", func(d *told) { d.agency = "TANA"; d.recipient = "TZA" }),
		credit,
		with("r5", "Highland Daily", func(d *told) { d.copyOf = &credit; d.published = "2015-06-11" }),
		with("r6", "The Rift Courier", func(*told) {}),
		with("r7", "The Nairobi Sun", func(d *told) {
			d.status, d.actor, d.when = nuncio.Negated, "KEN", "2015-06-09"
			d.chain = []nuncio.Link{{Name: "army spokesman", Entity: "person/kent", Kind: nuncio.LinkOfficial, Country: "KEN"}}
		}),
	}
	res := merger(t).Merge(events(reports))
	var found *nuncio.Occurrence
	for i := range res.Occurrences {
		if res.Occurrences[i].Status == nuncio.Asserted {
			if found != nil {
				t.Fatalf("two occurrences are asserted: %v", groups(res))
			}
			found = &res.Occurrences[i]
		}
	}
	if found == nil {
		t.Fatal("nothing is asserted")
	}
	if len(found.Events) != 6 || found.Corroboration != 2 {
		t.Errorf("%d events from %d origins, want 6 from 2: %+v", len(found.Events), found.Corroboration, found.Origins)
	}
	var origins []string
	for _, o := range found.Origins {
		origins = append(origins, fmt.Sprintf("%s %v", o.ID, o.Interested))
	}
	if diff := cmp.Diff([]string{"TZA true", "outlet/the-rift-courier false"}, origins); diff != "" {
		t.Error("origins and their interest:", diff)
	}
	if diff := cmp.Diff([]string{"KEN"}, found.DeniedBy); diff != "" {
		t.Error("denied by:", diff)
	}
	if len(res.Links) != 1 || res.Links[0].Kind != nuncio.LinkDenies || res.Links[0].To != found.ID {
		t.Errorf("links: %+v", res.Links)
	}
}

// Undated events of one week, and events without a counterpart, are one only when
// they are told in much the same words.
func TestLooseEventsNeedWords(t *testing.T) {
	const speech, harvest = "President Kent thanked the figure skaters of the national team", "The president called on farmers to bring in the maize before the rains"
	for _, tc := range []struct {
		name, recipient, when, other string
		one                          bool
	}{
		{"undated, other words", "TZA", "..2015-06-10", harvest, false},
		{"undated, the same words", "TZA", "..2015-06-10", "The national team's figure skaters were thanked by President Kent", true},
		{"on a day, without counterpart, other words", "", "2015-06-09", harvest, false},
		{"on a day, without counterpart, the same words", "", "2015-06-09", "Kent thanked the skaters of the team", true},
		{"on a day, with a counterpart", "TZA", "2015-06-09", harvest, true},
	} {
		d := told{report: "r1", published: "2015-06-10", class: "STATEMENT", actor: "person/kent", recipient: tc.recipient, when: tc.when}
		a := d.event()
		d.report = "r2"
		b := d.event()
		a.Words, b.Words = speech, tc.other
		if got := len(merger(t).Merge([]occurrence.Event{a, b}).Occurrences) == 1; got != tc.one {
			t.Errorf("%s: one happening %v, want %v", tc.name, got, tc.one)
		}
	}
}

// A denial is told in words of its own.
func TestUndatedDenial(t *testing.T) {
	a := told{report: "r1", published: "2015-06-10", class: "ASSAULT", actor: "KEN", recipient: "TZA", when: "2015-06-09"}.event()
	b := told{report: "r2", published: "2015-06-11", class: "ASSAULT", actor: "KEN", recipient: "TZA", when: "..2015-06-11", status: nuncio.Negated}.event()
	a.Words, b.Words = "Mortar shells fell on the border post on Tuesday", "Nairobi rejects charges of shooting"
	if res := merger(t).Merge([]occurrence.Event{a, b}); len(res.Links) != 1 {
		t.Errorf("links: %+v", res.Links)
	}
}

func TestPlaces(t *testing.T) {
	place := func(name, country string, lat, lon float64, p nuncio.Precision) *nuncio.Where {
		w := &nuncio.Where{Name: name, Country: country, Precision: p}
		if p == nuncio.PrecisionCity {
			w.Lat, w.Lon = &lat, &lon
		}
		return w
	}
	nairobi := place("Nairobi", "KEN", -1.28, 36.82, nuncio.PrecisionCity)
	for _, tc := range []struct {
		other *nuncio.Where
		one   bool
	}{
		{nil, true},
		{place("Kiambu", "KEN", -1.17, 36.83, nuncio.PrecisionCity), true},
		{place("Mombasa", "KEN", -4.05, 39.66, nuncio.PrecisionCity), false},
		{place("Kenya", "KEN", 0, 0, nuncio.PrecisionCountry), true},
		{place("Tanzania", "TZA", 0, 0, nuncio.PrecisionCountry), false},
		{place("Victoria", "AUS", 0, 0, nuncio.PrecisionProvince), true},
	} {
		base := told{report: "r1", published: "2015-06-10", class: "CONSULT", actor: "KEN", recipient: "TZA", when: "2015-06-09"}
		a := base.event()
		base.report = "r2"
		b := base.event()
		a.Where, b.Where = nairobi, tc.other
		if got := len(merger(t).Merge([]occurrence.Event{a, b}).Occurrences) == 1; got != tc.one {
			t.Errorf("Nairobi and %+v: one happening %v, want %v", tc.other, got, tc.one)
		}
	}
}

func FuzzLoadRules(f *testing.F) {
	f.Add("CONSULT\tvisit meeting\n")
	f.Add("#\n\t\t\nX\ta")
	f.Fuzz(func(t *testing.T, table string) {
		_, _ = occurrence.LoadRules(fstest.MapFS{"occurrence/modes.tsv": {Data: []byte(table)}})
	})
}

func TestUnnamedSourcesAreNeverAddedUp(t *testing.T) {
	base := told{published: "2015-06-10", class: "CONSULT", actor: "KEN", recipient: "TZA", when: "2015-06-09"}
	unnamed := []nuncio.Link{{Name: "a diplomat", Kind: nuncio.LinkUnnamed}}
	a, b, c := base, base, base
	a.report, a.outlet, a.chain = "r1", "The Lake Post", unnamed
	b.report, b.outlet, b.chain = "r2", "Coast Herald", unnamed
	c.report, c.outlet, c.chain = "r3", "Coast Herald", unnamed
	res := merger(t).Merge(events([]told{a, b, c}))
	if len(res.Occurrences) != 1 {
		t.Fatal(groups(res))
	}
	o := res.Occurrences[0]
	if len(o.Origins) != 2 || o.Corroboration != 1 {
		t.Errorf("%d origins, corroboration %d; want 2 and 1", len(o.Origins), o.Corroboration)
	}
}

func TestSideBySideSources(t *testing.T) {
	e := told{report: "r1", published: "2015-06-10", class: "CONSULT", actor: "KEN", recipient: "TZA", when: "2015-06-09",
		chain: []nuncio.Link{{Name: "KENA", Entity: "outlet/kena", Kind: nuncio.LinkStateMedia}}}.event()
	e.Chains = [][]nuncio.Link{{{Name: "Aden Wire", Entity: "outlet/aden-wire", Kind: nuncio.LinkAgency}}}
	o := merger(t).Merge([]occurrence.Event{e}).Occurrences[0]
	if o.Corroboration != 2 || !slices.Equal(o.Events[0].Origins, []string{"KEN", "outlet/aden-wire"}) {
		t.Errorf("corroboration %d, origins %v", o.Corroboration, o.Events[0].Origins)
	}
}

func TestWhy(t *testing.T) {
	m := merger(t)
	base := told{published: "2015-06-10", class: "CONSULT/visit", actor: "KEN", recipient: "TZA", when: "2015-06-09"}
	other := func(report string, change func(*told)) told { d := base; d.report = report; change(&d); return d }
	for _, tc := range []struct {
		want string
		with told
	}{
		{"merged: KEN and person/kent both stand for KEN, TZA; 2015-06-09", other("r2", func(d *told) { d.actor = "person/kent" })},
		{"kept apart: one is CONSULT, the other ASSAULT", other("r2", func(d *told) { d.class = "ASSAULT" })},
		{"kept apart: 2015-06-09 and 2015-06-12 do not overlap", other("r2", func(d *told) { d.when = "2015-06-12" })},
		{"kept apart: CONSULT is told as visit and as phone", other("r2", func(d *told) { d.class = "CONSULT/phone" })},
		{"kept apart: one is asserted, the other planned", other("r2", func(d *told) { d.status = nuncio.Planned })},
		{"kept apart: KEN is not TZA", other("r2", func(d *told) { d.actor, d.recipient = "TZA", "KEN" })},
	} {
		got, err := m.Why(events([]told{other("r1", func(*told) {}), tc.with}), nuncio.EventRef{Report: "r1", Event: "e1"}, nuncio.EventRef{Report: "r2", Event: "e1"})
		if err != nil || got != tc.want {
			t.Errorf("got  %s (%v)\nwant %s", got, err, tc.want)
		}
	}
}

// genTold draws events that collide often.
func genTold(t *rapid.T, n int) told {
	days := rapid.SampledFrom([]string{"2015-06-09", "2015-06-10", "2015-06-08..2015-06-14", "2015-06-01..2015-06-30", "..2015-06-12", "", "2015-06-12..", "2015-01-01..2015-12-31"})
	d := told{
		report: fmt.Sprintf("r%02d", n), published: rapid.SampledFrom([]string{"2015-06-10", "2015-06-12", ""}).Draw(t, "published"),
		outlet: rapid.SampledFrom([]string{"", "A", "B", "KENA"}).Draw(t, "outlet"),
		class:  "CONSULT/" + rapid.SampledFrom([]string{"", "visit", "phone", "meeting"}).Draw(t, "mode"),
		actor:  rapid.SampledFrom([]string{"KEN", "person/kent", "person/kurt", "org/ken-army"}).Draw(t, "actor"), recipient: "TZA",
		when:   days.Draw(t, "when"),
		status: rapid.SampledFrom([]nuncio.Status{nuncio.Asserted, nuncio.Negated, nuncio.Planned}).Draw(t, "status"),
	}
	return d
}

func TestOrderOfArrivalDoesNotMatter(t *testing.T) {
	m := merger(t)
	rapid.Check(t, func(t *rapid.T) {
		var ds []told
		for i := range rapid.IntRange(1, 12).Draw(t, "events") {
			ds = append(ds, genTold(t, i))
		}
		want := m.Merge(events(ds))
		got := m.Merge(events(rapid.Permutation(ds).Draw(t, "order")))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestMembersAgree: every event is in one occurrence, and each member of one may
// be the same as each other.
func TestMembersAgree(t *testing.T) {
	m := merger(t)
	rapid.Check(t, func(t *rapid.T) {
		var ds []told
		for i := range rapid.IntRange(1, 12).Draw(t, "events") {
			ds = append(ds, genTold(t, i))
		}
		all := events(ds)
		res := m.Merge(all)
		seen := map[nuncio.EventRef]bool{}
		for _, o := range res.Occurrences {
			for _, a := range o.Events {
				if seen[a.EventRef] {
					t.Fatalf("%s is in two occurrences", a.EventRef)
				}
				seen[a.EventRef] = true
				for _, b := range o.Events {
					why, err := m.Why(all, a.EventRef, b.EventRef)
					if err != nil || !strings.HasPrefix(why, "merged") && a.EventRef != b.EventRef {
						t.Fatalf("%s and %s: %s (%v)", a.EventRef, b.EventRef, why, err)
					}
				}
			}
		}
		if len(seen) != len(all) {
			t.Fatalf("%d of %d events", len(seen), len(all))
		}
	})
}
