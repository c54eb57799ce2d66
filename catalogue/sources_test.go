package catalogue_test

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"nuncio"
	"nuncio/catalogue"
)

// named are the states whose foreign ministers the tables hold since 1990 and
// whose defence ministers since 2000; of the others the foreign ministers since 2005.
var named = strings.Fields(`USA RUS CHN GBR FRA DEU JPN KOR PRK CUB IRN ISR IND PAK TUR SAU EGY SYR IRQ UKR POL ITA ESP
	BRA MEX VEN ARG ZAF NGA ETH KEN IDN VNM THA PHL AUS CAN MYS JOR QAT ARE BLR GRC`)

// TestMinisters counts the months in which an office has a holder, and lists those
// that have none.
func TestMinisters(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		office string
		since  int
		of     func(*catalogue.State) bool
		least  float64
	}{
		{"minister of foreign affairs", 1990, func(s *catalogue.State) bool { return slices.Contains(named, s.ID) }, .995},
		{"minister of foreign affairs", 2005, func(s *catalogue.State) bool { return !slices.Contains(named, s.ID) }, .99},
		// Jordan's and, until 2016, Qatar's defence was the head of government's or the emir's own.
		{"minister of defence", 2000, func(s *catalogue.State) bool { return slices.Contains(named, s.ID) && s.ID != "JOR" && s.ID != "QAT" }, .98},
	} {
		months, held := 0, 0
		for _, s := range c.States() {
			if s.Type != "state" || !tt.of(&s) {
				continue
			}
			var empty []string
			for y := tt.since; y < 2026; y++ {
				for m := time.January; m <= time.December; m++ {
					day := nuncio.NewDate(y, m, 15)
					if !s.Spell.Holds(day) {
						continue
					}
					months++
					if len(c.OfficeHolder(s.ID, tt.office, day)) > 0 {
						held++
					} else {
						empty = append(empty, day.String()[:7])
					}
				}
			}
			if len(empty) > 0 {
				t.Logf("%s: no %s in %d months: %s", s.ID, tt.office, len(empty), strings.Join(empty[:min(6, len(empty))], " "))
			}
		}
		share := float64(held) / float64(max(months, 1))
		t.Logf("%s since %d: %d of %d months (%.2f %%)", tt.office, tt.since, held, months, 100*share)
		if share < tt.least {
			t.Errorf("%s since %d: %.2f %% of the months have a holder; at least %.1f %% are promised", tt.office, tt.since, 100*share, 100*tt.least)
		}
	}
}

// leads says whether one of the persons that name may mean leads the state.
func leads(c *catalogue.Catalogue, name, state string, on nuncio.Date) bool {
	for _, m := range c.Who(name, on) {
		if c.Leads(m.Entity, state, on) {
			return true
		}
	}
	return false
}

// TestLeadersOfCountryInfo asks, for each dated leader since 1990 of a state whose
// leaders the tables hold, whether that person led the state a fortnight after the start.
func TestLeadersOfCountryInfo(t *testing.T) {
	rows, err := csv.NewReader(sharedFile(t, "actors/countryinfo/people_leaders.csv")).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	c := load(t)
	total, right := 0, 0
	for _, r := range rows[1:] {
		from, err := time.Parse("20060102", r[4])
		if err != nil || from.Year() < 1990 {
			continue
		}
		if to, err := time.Parse("20060102", r[5]); err == nil && to.Sub(from) < 30*24*time.Hour {
			continue // stop-gaps are matched to the day elsewhere
		}
		state := stateNamed(c, strings.ReplaceAll(r[1], "_", " "))
		day := nuncio.DateOf(from.AddDate(0, 0, 14))
		if state == "" || len(c.LeaderOf(state, day)) == 0 || !strings.Contains("president prime minister king emir sultan premier chancellor taoiseach", r[3]) {
			continue
		}
		total++
		if leads(c, strings.TrimSpace(strings.ReplaceAll(r[2], "_", " ")), state, day) {
			right++
		} else {
			t.Logf("disagreement: %s %s, %s since %s", r[1], r[2], r[3], r[4])
		}
	}
	t.Logf("%d of %d leaders agree (%.1f %%)", right, total, 100*float64(right)/float64(total))
	if float64(right) < .9*float64(total) {
		t.Error("fewer than 90 % agree")
	}
}

// stateNamed is the id of the state with that name, "" when there is none.
func stateNamed(c *catalogue.Catalogue, name string) string {
	for _, m := range c.Lookup(name) {
		if s, ok := c.State(m.Entity.ID); ok && s.Type == "state" {
			return s.ID
		}
	}
	return ""
}

// TestLeadersOfFactbook asks for the chiefs of state and heads of government that the
// factbook names, on the last day that its entries were kept up to date.
func TestLeadersOfFactbook(t *testing.T) {
	c := load(t)
	on := nuncio.NewDate(2026, 1, 10)
	holder := regexp.MustCompile(`([^;()]*)\([^()]*since `)
	total, right := 0, 0
	in := bufio.NewScanner(sharedFile(t, "actors/factbook/factbook_government.jsonl"))
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var country struct {
			Name  string `json:"conventional short form"`
			Long  string `json:"conventional long form"`
			Chief string `json:"chief of state"`
			Head  string `json:"head of government"`
		}
		if err := json.Unmarshal(in.Bytes(), &country); err != nil {
			t.Fatal(err)
		}
		state := stateNamed(c, country.Long)
		if state == "" {
			state = stateNamed(c, country.Name)
		}
		if state == "" || len(c.LeaderOf(state, on)) == 0 {
			continue
		}
		for _, text := range []string{country.Chief, country.Head} {
			if strings.Contains(text, "represented by") {
				continue
			}
			m := holder.FindStringSubmatch(text)
			if m == nil {
				continue
			}
			total++
			if leadsByFamily(c, m[1], state, on) || leads(c, strings.TrimSpace(m[1]), state, on) {
				right++
			} else {
				t.Logf("disagreement: %s: %s", state, strings.TrimSpace(m[1]))
			}
		}
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d of %d agree (%.1f %%)", right, total, 100*float64(right)/float64(max(total, 1)))
	if float64(right) < .95*float64(total) {
		t.Error("fewer than 95 % agree")
	}
}

// leadsByFamily finds the family name, which the factbook writes in capitals, among
// the names of those who lead the state.
func leadsByFamily(c *catalogue.Catalogue, text, state string, on nuncio.Date) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == '-' || r == ',' }) {
		if len(word) < 2 || word != strings.ToUpper(word) {
			continue
		}
		for _, l := range c.LeaderOf(state, on) {
			e := c.Entity(l.Person)
			for _, name := range append([]string{e.Name}, e.Aliases()...) {
				if slices.Contains(strings.Fields(catalogue.Fold(name)), catalogue.Fold(word)) {
					return true
				}
			}
		}
	}
	return false
}
