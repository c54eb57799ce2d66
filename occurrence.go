package nuncio

// EventRef names one event of one report.
type EventRef struct {
	Report string `json:"report"`
	Event  string `json:"event"`
}

// Origin is one independent source of an occurrence: the first link of a chain,
// or the agency, outlet or report whose own word it is.
type Origin struct {
	ID         string     `json:"id"`
	Name       string     `json:"name"`
	Kind       LinkKind   `json:"kind,omitempty"`
	Country    string     `json:"country,omitempty"`
	Interested bool       `json:"interested,omitempty"` // itself a party to the event
	Denies     bool       `json:"denies,omitempty"`
	Events     []EventRef `json:"events"`
}

// Occurrence is one happening, with every event that tells of it.
type Occurrence struct {
	ID            string     `json:"id"`
	Event         string     `json:"event"`
	Mode          string     `json:"mode,omitempty"`
	Quad          int        `json:"quad"`
	Actor         []Party    `json:"actor"`
	Recipient     []Party    `json:"recipient,omitempty"`
	When          Interval   `json:"when"`
	Where         *Where     `json:"where,omitempty"`
	Status        Status     `json:"status"`
	Events        []EventRef `json:"events"`
	Origins       []Origin   `json:"origins"`
	Corroboration int        `json:"corroboration"` // number of origins that assert it
	AssertedBy    []string   `json:"asserted_by,omitempty"`
	DeniedBy      []string   `json:"denied_by,omitempty"`
	FirstReport   Date       `json:"first_report"`
	LastReport    Date       `json:"last_report"`
}
