package nuncio

// EventRef names one event of one report.
type EventRef struct {
	Report string `json:"report"`
	Event  string `json:"event"`
}

// String is "report/event".
func (r EventRef) String() string { return r.Report + "/" + r.Event }

// Origin is one independent source of an occurrence: the first link of a chain,
// or the agency, outlet or report whose own word it is.
type Origin struct {
	ID         string     `json:"id"`   // entity id, "outlet/…", "report/…", "name/…" or "unnamed/…"
	Name       string     `json:"name"` // as the first of its reports has it
	Kind       LinkKind   `json:"kind,omitempty"`
	Country    string     `json:"country,omitempty"`
	Interested bool       `json:"interested,omitempty"` // itself a party to the event
	Denies     bool       `json:"denies,omitempty"`     // it says that this did not happen
	Events     []EventRef `json:"events"`
}

// Member is one event of an occurrence.
type Member struct {
	EventRef
	Origins []string `json:"origins"`           // ids of Origin: one, or more where several say it side by side
	CopyOf  string   `json:"copy_of,omitempty"` // the report whose text its report repeats
	Why     string   `json:"why,omitempty"`     // why it was merged
}

// Occurrence is one happening, with every event that tells of it.
type Occurrence struct {
	ID            string   `json:"id"`
	Event         string   `json:"event"`
	Mode          string   `json:"mode,omitempty"`
	Quad          int      `json:"quad"`
	Actor         []Party  `json:"actor"`
	Recipient     []Party  `json:"recipient,omitempty"`
	Reciprocal    bool     `json:"reciprocal,omitempty"`
	When          Interval `json:"when"`
	Where         *Where   `json:"where,omitempty"`
	Status        Status   `json:"status"`
	Events        []Member `json:"events"`
	Origins       []Origin `json:"origins"`
	Corroboration int      `json:"corroboration"` // number of independent origins
	AssertedBy    []string `json:"asserted_by,omitempty"`
	DeniedBy      []string `json:"denied_by,omitempty"`
	FirstReport   Date     `json:"first_report"`
	LastReport    Date     `json:"last_report"`
}

// OccurrenceLinkKind says how two occurrences hang together; it never makes them one.
type OccurrenceLinkKind string

// The links between occurrences.
const (
	LinkDenies        OccurrenceLinkKind = "denies"
	LinkReactsTo      OccurrenceLinkKind = "reacts-to"
	LinkAnniversaryOf OccurrenceLinkKind = "anniversary-of"
)

// OccurrenceLink runs from one occurrence to another.
type OccurrenceLink struct {
	Kind OccurrenceLinkKind `json:"kind"`
	From string             `json:"from"`
	To   string             `json:"to"`
	Why  string             `json:"why,omitempty"`
}
