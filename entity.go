package nuncio

// EntityKind says what sort of party an entity is.
type EntityKind string

// The kinds of entity.
const (
	KindState        EntityKind = "state"
	KindPerson       EntityKind = "person"
	KindOrganization EntityKind = "organization"
	KindOutlet       EntityKind = "outlet"
	KindGroup        EntityKind = "group" // protesters, gunmen, "two fishermen": no catalogue holds them
	KindPlace        EntityKind = "place" // a place that acts for nobody
)

// Role is an office or membership that an entity holds on the report's day.
type Role struct {
	Title string `json:"title"`
	Of    string `json:"of,omitempty"` // ISO-3, or the id of an organization
	From  Date   `json:"from,omitzero"`
	To    Date   `json:"to,omitzero"`
	Basis string `json:"basis,omitempty"` // "catalogue", or "text" when the report itself says so
}

// Entity is a party, person, organization, outlet or place of a report.
type Entity struct {
	ID       string     `json:"id"`
	Kind     EntityKind `json:"kind"`
	Name     string     `json:"name"`
	Country  string     `json:"country,omitempty"` // ISO 3166-1 alpha-3, or IGO, NGO, … as in PLOVER
	Sector   string     `json:"sector,omitempty"`  // PLOVER sector
	Role     *Role      `json:"role,omitempty"`
	Mentions []Span     `json:"mentions,omitempty"`
	// TitleMentions are spans of the report's title.
	TitleMentions []Span `json:"title_mentions,omitempty"`
}

// Party is an entity in a role of one event, with the words that put it there.
type Party struct {
	Entity  string `json:"entity,omitempty"`
	Name    string `json:"name"`
	Text    string `json:"text,omitempty"`
	Span    Span   `json:"span,omitzero"`
	Country string `json:"country,omitempty"`
	Sector  string `json:"sector,omitempty"`
	Code    string `json:"code,omitempty"` // country and sector joined, as CAMEO users expect
	Title   string `json:"title,omitempty"`
}
