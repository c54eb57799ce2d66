package nuncio

// Phrase is a piece of the text with its span; Entity is set where the piece
// names one.
type Phrase struct {
	Text   string `json:"text,omitempty"`
	Span   Span   `json:"span"`
	Entity string `json:"entity,omitempty"`
}

// Style is the way in which words are given as somebody's.
type Style string

// The styles of attribution.
const (
	StyleDirect   Style = "direct"
	StyleIndirect Style = "indirect"
	StyleMixed    Style = "mixed"
)

// Attribution is one act of reporting: whose word, by which cue, what was said.
type Attribution struct {
	ID      string  `json:"id"`
	Source  *Phrase `json:"source,omitempty"` // nil where the text hides it ("reportedly")
	Cue     *Phrase `json:"cue,omitempty"`    // nil where a quote goes on without one
	Content Content `json:"content"`
	Style   Style   `json:"style"`
	When    *When   `json:"when,omitempty"`
	Within  string  `json:"within,omitempty"` // the attribution inside whose content this one stands
	In      string  `json:"in,omitempty"`     // "title" when the spans count in the title
}

// Content is what was said. Span covers its first stretch; a statement that its
// cue breaks in two, or that goes on in later sentences, has More.
type Content struct {
	Span Span   `json:"span"`
	More []Span `json:"more,omitempty"`
}

// Link is one hop of an event's chain of attribution.
type Link struct {
	Name      string   `json:"name"`
	Entity    string   `json:"entity,omitempty"`
	Kind      LinkKind `json:"kind"`
	Country   string   `json:"country,omitempty"`
	Authority string   `json:"authority,omitempty"` // "government statement", "spokesperson", "commentary", …
}

// LinkKind says what kind of source a hop is.
type LinkKind string

// The kinds of source.
const (
	LinkStateMedia    LinkKind = "state media"
	LinkAgency        LinkKind = "news agency"
	LinkNewspaper     LinkKind = "newspaper"
	LinkBroadcaster   LinkKind = "broadcaster"
	LinkGovernment    LinkKind = "government"
	LinkOfficial      LinkKind = "official"
	LinkParty         LinkKind = "party"
	LinkInternational LinkKind = "international organization"
	LinkGroup         LinkKind = "group"
	LinkPerson        LinkKind = "person"
	LinkDocument      LinkKind = "document"
	LinkUnnamed       LinkKind = "unnamed"
)
