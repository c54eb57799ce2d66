package store

import "nuncio"

// Version is one version of a report.
type Version struct {
	Report    string      `json:"report"`
	Published nuncio.Date `json:"published"`
	Title     string      `json:"title,omitempty"`
	Latest    bool        `json:"latest"`
}

// ReportRow is a report in a list.
type ReportRow struct {
	ID        string      `json:"id"`
	Outlet    string      `json:"outlet,omitempty"`
	Agency    string      `json:"agency,omitempty"`
	Published nuncio.Date `json:"published"`
	Title     string      `json:"title,omitempty"`
	URL       string      `json:"url,omitempty"`
	CopyOf    string      `json:"copy_of,omitempty"` // the earliest report with nearly the same text
	Events    int         `json:"events"`
	Snippet   string      `json:"snippet,omitempty"` // the words that Filter.Text found, or the beginning

	Found []nuncio.Span `json:"found,omitempty"` // where in the snippet those words stand
}

// EventRow is an event with the report it stands in and the occurrence it belongs to.
type EventRow struct {
	nuncio.Event
	Report        string      `json:"report"`
	Outlet        string      `json:"outlet,omitempty"`
	Agency        string      `json:"agency,omitempty"`
	Published     nuncio.Date `json:"published"`
	Title         string      `json:"title,omitempty"`
	CopyOf        string      `json:"copy_of,omitempty"`
	Words         string      `json:"words"` // the sentence piece it was read from
	Day           nuncio.Date `json:"day"`   // the day it is counted on: its first, else its last, else the report's
	Occurrence    string      `json:"occurrence"`
	Origins       []string    `json:"origins"`
	Corroboration int         `json:"corroboration"` // of its occurrence
}

// OccurrenceRow is an occurrence in a list.
type OccurrenceRow struct {
	nuncio.Occurrence
	Day     nuncio.Date `json:"day"`
	Reports int         `json:"reports"` // copies count
}

// Occurrence is an occurrence with everything that tells of it.
type Occurrence struct {
	OccurrenceRow
	Rows    []EventRow              `json:"rows"` // its members, the earliest report first
	Denials []EventRow              `json:"denials,omitempty"`
	Links   []nuncio.OccurrenceLink `json:"links,omitempty"` // from it and to it
	Apart   []Apart                 `json:"apart,omitempty"` // near ones that were kept apart
}

// Apart is an occurrence that is near another but not the same.
type Apart struct {
	Occurrence string          `json:"occurrence"`
	Event      string          `json:"event"`
	Mode       string          `json:"mode,omitempty"`
	Status     nuncio.Status   `json:"status"`
	When       nuncio.Interval `json:"when"`
	Actor      []nuncio.Party  `json:"actor"`
	Recipient  []nuncio.Party  `json:"recipient"`
	Why        string          `json:"why"`
}

// MonthCount is a month of one quad class.
type MonthCount struct {
	Month       string `json:"month"` // "2024-03"; "" for events without any day
	Quad        int    `json:"quad"`
	Events      int    `json:"events"`
	Occurrences int    `json:"occurrences"`
}

// DyadCount is a pair of parties, whichever acts; states, or bodies without one.
type DyadCount struct {
	A           string `json:"a"`
	B           string `json:"b"`
	AName       string `json:"a_name"`
	BName       string `json:"b_name"`
	Events      int    `json:"events"`
	Cooperation int    `json:"cooperation"` // quads 1 and 2
	Conflict    int    `json:"conflict"`    // quads 3 and 4
}

// ActorCount is a party and how often it takes part.
type ActorCount struct {
	ID      string            `json:"id"`
	Name    string            `json:"name"`
	Kind    nuncio.EntityKind `json:"kind"`
	Country string            `json:"country,omitempty"`
	Events  int               `json:"events"`
}

// Actor is one party.
type Actor struct {
	ActorCount
	Names    []string       `json:"names"` // as reports write it
	Roles    []RoleSpell    `json:"roles,omitempty"`
	Partners []PartnerCount `json:"partners,omitempty"`
	Ties     []DyadCount    `json:"ties,omitempty"` // what the first of the partners have with each other
	Months   []MonthCount   `json:"months,omitempty"`
}

// RoleSpell is a role with the days of the reports that give it.
type RoleSpell struct {
	Title string      `json:"title"`
	Of    string      `json:"of,omitempty"`
	First nuncio.Date `json:"first"`
	Last  nuncio.Date `json:"last"`
}

// PartnerCount is who a party deals with.
type PartnerCount struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Country     string `json:"country,omitempty"`
	AsActor     int    `json:"as_actor"`     // the party acts on the partner
	AsRecipient int    `json:"as_recipient"` // the partner acts on the party
	Cooperation int    `json:"cooperation"`
	Conflict    int    `json:"conflict"`
}

// PlaceCount is a place where events happened.
type PlaceCount struct {
	Name      string           `json:"name"`
	Country   string           `json:"country,omitempty"`
	Lat       *float64         `json:"lat,omitempty"`
	Lon       *float64         `json:"lon,omitempty"`
	Precision nuncio.Precision `json:"precision,omitempty"`
	Quads     [5]int           `json:"quads"` // events by quad class
	Events    int              `json:"events"`
}

// Stats says what a store holds.
type Stats struct {
	Reports     int         `json:"reports"`
	Copies      int         `json:"copies"` // reports that repeat the text of another
	Events      int         `json:"events"`
	Occurrences int         `json:"occurrences"`
	First       nuncio.Date `json:"first"` // day of the first and last event
	Last        nuncio.Date `json:"last"`
	Coders      []Coding    `json:"coders"`
	Revision    int64       `json:"revision"` // grows with every change: answers may be kept while it stands
}

// Coding is how many reports one coder coded.
type Coding struct {
	nuncio.Coder
	Reports int `json:"reports"`
}
