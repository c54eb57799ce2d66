package nuncio

// SchemaVersion names the form of the records that this package speaks.
const SchemaVersion = "nuncio/1"

// Coder names everything that had a hand in a record, so that it can be made again.
type Coder struct {
	Version   string `json:"version"`
	Model     string `json:"model"`
	Codebook  string `json:"codebook"`
	Weights   string `json:"weights"`
	Catalogue string `json:"catalogue"`
}

// Record is what one report says: who did what to whom, through whom, when,
// where, and on whose word.
type Record struct {
	Schema       string        `json:"schema"`
	Coder        Coder         `json:"coder"`
	Report       Report        `json:"report"`
	Entities     []Entity      `json:"entities,omitempty"`
	Attributions []Attribution `json:"attributions,omitempty"`
	Events       []Event       `json:"events,omitempty"`
	Relations    []Relation    `json:"relations,omitempty"`
	Uncoded      []Uncoded     `json:"uncoded,omitempty"`
}
