// Package store is the contract of what keeps records: reports and what was coded
// from them go in, rows, counts and occurrences come out.
//
// Every store promises:
//
//   - a report is stored whole, with its record and the occurrences it touches, or
//     not at all, whenever the program is stopped;
//   - the same report twice is one report; a corrected report takes the place of the
//     earlier version, which is kept;
//   - coding again replaces a report's events in one transaction and says what moved;
//   - the content depends on which reports are in it, not on the order they came in;
//   - lists are in a fixed order and paged by key, so that a page is as quick at the
//     end as at the beginning and nothing is shown twice when reports come in between.
//
// Package storetest holds the suite that every store passes; store/sqlite is the
// embedded one.
package store

import (
	"context"
	"errors"
	"iter"

	"nuncio"
)

// ErrNotFound says that the store holds nothing of that name.
var ErrNotFound = errors.New("not in the store")

// ErrCursor says that a page's cursor was not made by this store for this list.
var ErrCursor = errors.New("the cursor does not belong to this list")

// Store keeps records. Its methods may be called by any number of goroutines; one
// writes at a time.
type Store interface {
	Writer
	Reader
	Close() error
}

// Writer changes a store.
type Writer interface {
	// Put stores records, all in one transaction, and says what became of each.
	Put(ctx context.Context, recs ...*nuncio.Record) ([]Put, error)
	// Recode replaces what was coded from a report that the store has. ErrNotFound
	// when it has not.
	Recode(ctx context.Context, rec *nuncio.Record) (Diff, error)
}

// Reader answers from a store.
type Reader interface {
	// Record is the record of a report: of its latest version, or of the one named.
	Record(ctx context.Context, report string) (*nuncio.Record, error)
	// Versions lists a report's versions, the earliest first.
	Versions(ctx context.Context, report string) ([]Version, error)
	// Has tells for each id whether that report is in the store.
	Has(ctx context.Context, reports ...string) (map[string]bool, error)
	// Records runs through all latest records in the order of their ids.
	Records(ctx context.Context) iter.Seq2[*nuncio.Record, error]

	// Reports lists reports, the latest first.
	Reports(ctx context.Context, f Filter, p Page) (List[ReportRow], error)
	// Events lists events, the latest first.
	Events(ctx context.Context, f Filter, p Page) (List[EventRow], error)
	// Occurrences lists occurrences, the latest first or by p.Order.
	Occurrences(ctx context.Context, f Filter, p Page) (List[OccurrenceRow], error)
	// Occurrence is one occurrence with its members, origins and links.
	Occurrence(ctx context.Context, id string) (*Occurrence, error)
	// Told reads what tells of each of several occurrences and what denies it, all
	// at once: Occurrence without Links and Apart, in the order asked.
	Told(ctx context.Context, rows []OccurrenceRow) ([]Occurrence, error)
	// Why says why two events were merged or kept apart.
	Why(ctx context.Context, a, b nuncio.EventRef) (string, error)

	// Count counts the rows of a list, as far as most: what is most or more is most.
	Count(ctx context.Context, of Kind, f Filter, most int) (int, error)
	// Months counts events by month and quad class.
	Months(ctx context.Context, f Filter) ([]MonthCount, error)
	// Dyads counts the events of pairs of parties, the busiest first.
	Dyads(ctx context.Context, f Filter, limit int) ([]DyadCount, error)
	// Actors finds parties by words of their name or by id, the busiest first; all
	// when find is empty.
	Actors(ctx context.Context, find string, limit int) ([]ActorCount, error)
	// Named is the party of an id.
	Named(ctx context.Context, id string) (ActorCount, error)
	// Actor is one party: its roles through time and its partners.
	Actor(ctx context.Context, id string, f Filter) (*Actor, error)
	// Places counts events by place, the busiest first.
	Places(ctx context.Context, f Filter, limit int) ([]PlaceCount, error)
	// Stats says what the store holds.
	Stats(ctx context.Context) (Stats, error)
}

// Put is what became of a record that was to be stored.
type Put struct {
	Report   string
	Outcome  Outcome
	Replaces string // the version that it corrects
	CopyOf   string // the earliest report with nearly the same text
}

// Outcome of storing a record.
type Outcome string

// The outcomes of storing a record.
const (
	New       Outcome = "new"
	Known     Outcome = "known"     // the store has that report already; its record was left as it is
	Corrected Outcome = "corrected" // takes the place of an earlier version
	Earlier   Outcome = "earlier"   // kept as an earlier version of a report that the store has
)

// Filter narrows a list or count. Its zero value lets everything through; what is
// set must hold together; the values of one list are alternatives.
type Filter struct {
	// Party are ids of states, persons, organizations …: the event has one of them as
	// actor, recipient or go-between. A state stands for everybody of that country.
	Party []string `json:"party,omitempty"`
	// Between are two parties: each on a side of the event, whichever.
	Between [2]string `json:"between,omitempty"`
	// Directed makes Between[0] the actor and Between[1] the recipient.
	Directed bool            `json:"directed,omitempty"`
	Class    []string        `json:"class,omitempty"` // PLOVER classes
	Quad     []int           `json:"quad,omitempty"`
	Status   []nuncio.Status `json:"status,omitempty"`
	Chain    string          `json:"chain,omitempty"`   // entity id or name of any link of the chain
	Origin   string          `json:"origin,omitempty"`  // id of an Origin: "PRK", "outlet/reuters"
	Since    nuncio.Date     `json:"since,omitzero"`    // the event's day (EventRow.Day) lies on or after
	Until    nuncio.Date     `json:"until,omitzero"`    // … on or before
	Country  string          `json:"country,omitempty"` // where it happened
	Place    string          `json:"place,omitempty"`   // name of the place where it happened
	// Corroboration is the least number of independent origins of its occurrence.
	Corroboration int    `json:"corroboration,omitempty"`
	Text          string `json:"text,omitempty"` // words that the report has; "…" for phrases, - for words that it must not have
	Report        string `json:"report,omitempty"`
	Outlet        string `json:"outlet,omitempty"`
	Occurrence    string `json:"occurrence,omitempty"`
}

// Order of a list of occurrences.
type Order string

// The orders.
const (
	Latest    Order = ""          // by day, the latest first
	Earliest  Order = "earliest"  // by day, the earliest first
	Strongest Order = "strongest" // by corroboration, then by number of reports, then the latest first
)

// Kind is what a list is of.
type Kind string

// The kinds of list.
const (
	OfReports     Kind = "reports"
	OfEvents      Kind = "events"
	OfOccurrences Kind = "occurrences"
)

// Page asks for a piece of a list.
type Page struct {
	Limit  int    // at most so many; 0 is 50, and no more than MaxPage are given
	Cursor string // List.Next of the page before; "" for the first
	Order  Order  // Occurrences and Events only
}

// MaxPage is the most that one page holds.
const MaxPage = 1000

// List is a page of rows. Next is empty on the last page.
type List[T any] struct {
	Rows []T    `json:"rows"`
	Next string `json:"next,omitempty"`
}
