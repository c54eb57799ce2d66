package where

import "nuncio"

// Kind says what sort of thing a place of the gazetteer is.
type Kind uint8

// The kinds of place.
const (
	Country  Kind = iota
	Admin1        // province, state of a federation, governorate
	Admin2        // county, district
	Capital       // of a country
	Seat          // of an Admin1
	Town          // any other settlement
	Quarter       // part of a town
	Area          // sea, region, mountains: of regions.tsv
	Spot          // strait, dam, crossing, island: of regions.tsv
	District      // of regions.tsv
	Province      // of regions.tsv
	kindCount
)

// Precision is how fine a place of this kind is known.
func (k Kind) Precision() nuncio.Precision {
	switch k {
	case Country, Area:
		return nuncio.PrecisionCountry
	case Admin1, Province:
		return nuncio.PrecisionProvince
	case Admin2, Quarter, District:
		return nuncio.PrecisionDistrict
	case Spot:
		return nuncio.PrecisionPoint
	}
	return nuncio.PrecisionCity
}

// settlement reports whether people live there side by side.
func (k Kind) settlement() bool { return k == Capital || k == Seat || k == Town || k == Quarter }

// NameRank says how a place bears a name.
type NameRank uint8

// The ways to bear a name, the surest first.
const (
	MainName NameRank = iota
	OtherName
	ShortName // the name less its class: "Helmand" for "Helmand Province"
	GivenName // by the tables that people edit
)
