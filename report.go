package nuncio

// DateBasis says where a report's date was found.
type DateBasis string

// The places a report's date is taken from.
const (
	DateFromFlag     DateBasis = "flag"
	DateFromHeader   DateBasis = "header"
	DateFromDateline DateBasis = "dateline"
	DateFromField    DateBasis = "field"
	DateFromJSONLD   DateBasis = "json-ld"
	DateFromMeta     DateBasis = "meta"
	DateFromElement  DateBasis = "time element"
	DateFromURL      DateBasis = "url"
	DateFromText     DateBasis = "text"
	DateFromEntry    DateBasis = "entry"
	DateFromWARC     DateBasis = "warc"
	DateFromXML      DateBasis = "attribute"
)

// Report is one dated piece of news, as intake hands it over and as the record
// repeats it. Text is the decoded input as it came, less header lines; nothing
// in it is normalised, so that spans stay true.
type Report struct {
	ID        string    `json:"id"`
	Outlet    string    `json:"outlet,omitempty"`
	Published Date      `json:"published"`
	Written   Date      `json:"written,omitzero"` // the dateline's day, where it lies before that of publication
	Basis     DateBasis `json:"basis,omitempty"`
	Agency    string    `json:"agency,omitempty"` // whose wire it is, by dateline, by-line or sign-off
	Title     string    `json:"title,omitempty"`
	URL       string    `json:"url,omitempty"`
	Language  string    `json:"language,omitempty"` // ISO 639-1
	Text      string    `json:"text"`

	// Dateline is the byte span of a wire dateline in Text; it belongs to no
	// sentence. DatelinePlace is its place as written ("HAVANA").
	Dateline      Span     `json:"dateline,omitzero"`
	DatelinePlace string   `json:"dateline_place,omitempty"`
	Warnings      []string `json:"warnings,omitempty"`
}

// Day is the day that the report's words count from: "today" in a paper printed on
// Thursday under a dateline of Wednesday is Wednesday.
func (r *Report) Day() Date {
	if r.Written.IsZero() {
		return r.Published
	}
	return r.Written
}
