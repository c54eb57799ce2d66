package nuncio

// Status says how the first link of an event's chain holds it; it never says
// that the event is true.
type Status string

// The statuses of an event.
const (
	Asserted Status = "asserted"
	Negated  Status = "negated"
	Planned  Status = "planned"
	Possible Status = "possible"
	Demanded Status = "demanded"
)

// Precision says how fine a place is known.
type Precision string

// The classes of precision, finest first.
const (
	PrecisionPoint    Precision = "point"
	PrecisionCity     Precision = "city"
	PrecisionDistrict Precision = "district"
	PrecisionProvince Precision = "province"
	PrecisionCountry  Precision = "country"
)

// Where is the place of an event. Lat and Lon are nil where only a country or
// province is known: a centroid is never sold as a point.
type Where struct {
	Name      string    `json:"name"`
	Country   string    `json:"country,omitempty"`
	Lat       *float64  `json:"lat,omitempty"`
	Lon       *float64  `json:"lon,omitempty"`
	Precision Precision `json:"precision,omitempty"`
	GeoNames  int       `json:"geonames,omitempty"`
	Text      string    `json:"text,omitempty"`
	Span      Span      `json:"span,omitzero"`
}

// Evidence points at the words behind a row.
type Evidence struct {
	Sentence int    `json:"sentence"` // number of the sentence within text or title, from 0
	Span     Span   `json:"span"`
	Trigger  Phrase `json:"trigger"`
}

// Event is one act of one party towards another.
type Event struct {
	ID         string   `json:"id"`
	Event      string   `json:"event"` // PLOVER class, or STATEMENT
	Mode       string   `json:"mode,omitempty"`
	Context    []string `json:"context,omitempty"`
	CAMEO      string   `json:"cameo,omitempty"`
	Quad       int      `json:"quad"`
	Goldstein  float64  `json:"goldstein"`
	Actor      []Party  `json:"actor,omitempty"` // empty where the words name nobody: "ten men were arrested"
	Recipient  []Party  `json:"recipient,omitempty"`
	Via        []Party  `json:"via,omitempty"`
	Reciprocal bool     `json:"reciprocal,omitempty"`
	When       When     `json:"when"`
	Where      *Where   `json:"where,omitempty"`
	Status     Status   `json:"status"`
	StatusText *Phrase  `json:"status_text,omitempty"` // the words that make it other than asserted
	Condition  *Phrase  `json:"condition,omitempty"`
	Chain      []Link   `json:"chain"`
	Chains     [][]Link `json:"chains,omitempty"` // further paths, side by side
	Claim      string   `json:"claim,omitempty"`  // the attribution that the event stands in
	Evidence   Evidence `json:"evidence"`
	Rule       string   `json:"rule"`
	Confidence float64  `json:"confidence"`
	In         string   `json:"in,omitempty"` // "title" when it was read there
}

// Relation is a standing fact without a day.
type Relation struct {
	ID       string   `json:"id"`
	Relation string   `json:"relation"` // alliance, sanctions, diplomatic relations, trade, membership, office, kinship, alias, dispute, supply
	Between  []string `json:"between"`  // entity ids; directed relations run from the first to the second
	Value    string   `json:"value,omitempty"`
	Status   Status   `json:"status"`
	Chain    []Link   `json:"chain"`
	Evidence Evidence `json:"evidence"`
	Rule     string   `json:"rule"`
	In       string   `json:"in,omitempty"`
}

// Uncoded says why a sentence with a political verb gave no event.
type Uncoded struct {
	Sentence int    `json:"sentence"`
	In       string `json:"in,omitempty"`
	Word     string `json:"word,omitempty"` // the verb it was about
	Reason   string `json:"reason"`
}
