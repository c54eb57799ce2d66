package where

import "strings"

// classWords are the words that say what a name is the name of, with the kinds
// of place that they fit.
var classWords = map[string][]Kind{
	"province": {Admin1, Admin2, Province}, "region": {Admin1, Admin2, Province, Area, District}, "governorate": {Admin1}, "oblast": {Admin1},
	"prefecture": {Admin1, Admin2}, "district": {Admin2, Admin1, District, Quarter}, "county": {Admin2, Admin1}, "parish": {Admin2, Admin1},
	"department": {Admin1, Admin2}, "republic": {Admin1, Country}, "state": {Admin1}, "territory": {Admin1, Province}, "krai": {Admin1},
	"kray": {Admin1}, "municipality": {Admin2, Admin1, Town, Seat, Capital}, "canton": {Admin1, Admin2}, "division": {Admin1, Admin2},
	"raion": {Admin2}, "rayon": {Admin2}, "wilaya": {Admin1}, "muhafazat": {Admin1}, "sheng": {Admin1}, "borough": {Admin2, Quarter},
	"township": {Town, Admin2}, "city": {Town, Seat, Capital, Quarter}, "town": {Town, Seat}, "village": {Town},
	"emirate": {Admin1}, "voivodeship": {Admin1}, "subdistrict": {Admin2}, "regency": {Admin2}, "zone": {Admin2, Province}, "woreda": {Admin2},
	"tehsil": {Admin2}, "tambon": {Admin2}, "changwat": {Admin1}, "tinh": {Admin1}, "provincia": {Admin1, Admin2}, "departamento": {Admin1, Admin2},
	"estado": {Admin1}, "distrito": {Admin1, Admin2}, "shi": {Admin2},
}

var classBefore = []string{
	"Province of ", "Provincia de ", "Provincia di ", "Département de ", "Departement de ", "Département du ", "Departamento de ", "State of ",
	"Region of ", "Republic of ", "Governorate of ", "County of ", "City of ", "District of ", "Muhafazat ", "Muḩāfaz̧at ", "Wilaya de ",
	"Wilaya d'", "Wilāyat ", "Wilayat ", "Estado de ", "Departement du ", "Département d'", "Politischer Bezirk ", "Landkreis ", "Kreis ", "Okres ",
	"Town of ", "Municipality of ", "Region ", "Kabupaten ", "Kota ", "Huyện ", "Huyen ", "Tỉnh ", "Tinh ", "Raionul ", "Judetul ", "Județul ", "Powiat ",
	"Região de ", "Municipio de ", "Municipio ", "Arrondissement de ", "Amphoe ", "Changwat ",
}

// WithoutClass is a name less the word that says what it names ("Helmand" of
// "Helmand Province"), "" when there is none.
func WithoutClass(name string) string {
	if i := strings.LastIndexByte(name, ' '); i > 0 {
		if _, ok := classWords[fold(name[i+1:])]; ok && fold(name[i+1:]) != "city" {
			return name[:i]
		}
	}
	for _, p := range classBefore {
		if rest, ok := strings.CutPrefix(name, p); ok && rest != "" {
			return rest
		}
	}
	return ""
}
