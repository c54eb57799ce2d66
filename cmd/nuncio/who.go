package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"nuncio"
	"nuncio/catalogue"
)

// whoCmd answers from the catalogue who a name is on a day.
type whoCmd struct {
	Name      []string `arg:"" help:"The name, in any spelling, or an office."`
	On        string   `help:"The day on which roles are wanted (YYYY-MM-DD); without it all are shown." placeholder:"DATE"`
	Format    string   `enum:"text,json" default:"text" help:"text for people, json for programs (one object a reading)."`
	All       bool     `help:"Show every reading, not only the likeliest ten."`
	Catalogue string   `help:"Folder of catalogue tables laid over the built-in ones." type:"existingdir" placeholder:"DIR"`
}

// Help is shown by nuncio who --help.
func (whoCmd) Help() string {
	return `Every reading of the name is shown, the likeliest on that day first, with the offices held and what speaks for it.
Words that describe an office ("the emir of Qatar") give who held it on that day.

Examples:
  nuncio who "Kadhafi" --on 2004-03-25
  nuncio who "the Blue House"
  nuncio who "Pakistan's army chief" --on 2010-01-15
  nuncio who "Turkish Foreign Ministry" --on 2016-11-24
  nuncio who Merkel --on 2010-05-01 --format json

Exit status: 0 when the name is known, 1 when it is not, 2 when the command line is wrong.`
}

// errUnknownName says that the catalogue does not hold a name.
var errUnknownName = errors.New("the catalogue knows no such name; your own tables can be laid over it with --catalogue")

func (c *whoCmd) Run(std streams) error {
	var on nuncio.Date
	if c.On != "" {
		var err error
		if on, err = nuncio.ParseDate(c.On); err != nil {
			return fmt.Errorf("--on: %w", err)
		}
	}
	cat, err := catalogue.Load(sub("catalogue"), overlays(c.Catalogue)...)
	if err != nil {
		return fmt.Errorf("catalogue: %w", err)
	}
	name := strings.Join(c.Name, " ")
	found := cat.Who(name, on)
	if len(found) == 0 {
		return fmt.Errorf("%q: %w", name, errUnknownName)
	}
	rest := 0
	if !c.All && len(found) > 10 {
		found, rest = found[:10], len(found)-10
	}
	for i := range found {
		a := answerOf(cat, &found[i], on)
		if c.Format == "json" {
			b, err := json.Marshal(a)
			if err != nil {
				return err
			}
			fmt.Fprintf(std.out, "%s\n", b)
			continue
		}
		a.print(std.out)
	}
	if rest > 0 && c.Format == "text" {
		fmt.Fprintf(std.out, "… and %d less likely readings (--all)\n", rest)
	}
	return nil
}

// answer is one reading of the name as it is shown.
type answer struct {
	ID      string       `json:"id"`
	Kind    string       `json:"kind"`
	Type    string       `json:"type,omitempty"`
	Name    string       `json:"name"`
	Aliases []string     `json:"aliases,omitempty"`
	Country string       `json:"country,omitempty"`
	Sector  string       `json:"sector,omitempty"`
	Code    string       `json:"code,omitempty"`
	Of      string       `json:"of,omitempty"`
	State   string       `json:"state_media_of,omitempty"`
	Leads   string       `json:"leads,omitempty"`
	Roles   []answerRole `json:"roles,omitempty"`
	Leaders []answerRole `json:"led_by,omitempty"`
	Reasons []string     `json:"reasons"`
}

type answerRole struct {
	Person string `json:"person,omitempty"`
	Title  string `json:"title"`
	Of     string `json:"of,omitempty"`
	From   string `json:"from,omitempty"`
	To     string `json:"to,omitempty"`
	Basis  string `json:"basis"`
	Source string `json:"source"`
}

func answerOf(cat *catalogue.Catalogue, m *catalogue.Candidate, on nuncio.Date) answer {
	e := m.Entity
	a := answer{
		ID: e.ID, Kind: string(e.Kind), Type: e.Type, Name: e.Name, Aliases: e.Aliases(), Country: cat.CountryOn(e, on),
		Sector: cat.SectorOn(e, on), Of: e.Of, State: e.State, Reasons: m.Reasons,
	}
	a.Code = cat.Code(a.Country, a.Sector)
	if e.Kind == nuncio.KindState && !on.IsZero() {
		for _, r := range cat.LeaderOf(e.ID, on) {
			a.Leaders = append(a.Leaders, roleOf(r, r.Person))
		}
	}
	for _, r := range m.Roles {
		if !on.IsZero() && cat.Leads(e, r.Of, on) && a.Leads == "" {
			a.Leads = r.Of
		}
		a.Roles = append(a.Roles, roleOf(r, ""))
	}
	return a
}

func roleOf(r *catalogue.Role, person string) answerRole {
	return answerRole{person, r.Name(), r.Of, r.From.String(), r.To.String(), r.Basis, r.Source}
}

func (a *answer) print(w io.Writer) {
	fmt.Fprintf(w, "%s  %s", a.Name, a.ID)
	if a.Code != "" {
		fmt.Fprintf(w, "  %s", a.Code)
	}
	fmt.Fprintln(w)
	kind := a.Kind
	if a.Type != "" && a.Type != kind {
		kind += ", " + a.Type
	}
	if a.State != "" {
		kind += ", state media of " + a.State
	}
	if a.Of != "" {
		kind += ", of " + a.Of
	}
	fmt.Fprintf(w, "  %s\n", kind)
	if len(a.Aliases) > 0 {
		fmt.Fprintf(w, "  also: %s\n", strings.Join(a.Aliases, "; "))
	}
	if a.Leads != "" {
		fmt.Fprintf(w, "  leads %s\n", a.Leads)
	}
	for _, r := range append(a.Roles, a.Leaders...) {
		to := r.To
		if to == "" {
			to = "now"
		}
		who := ""
		if r.Person != "" {
			who = r.Person + ", "
		}
		fmt.Fprintf(w, "  %s%s of %s, %s to %s (%s; %s)\n", who, r.Title, r.Of, r.From, to, r.Basis, r.Source)
	}
	fmt.Fprintf(w, "  because: %s\n", strings.Join(a.Reasons, "; "))
}
