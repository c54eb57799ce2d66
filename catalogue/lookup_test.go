package catalogue_test

import (
	"slices"
	"testing"

	"nuncio"
	"nuncio/catalogue"
)

func ids(ms []catalogue.Match) []string {
	var out []string
	for _, m := range ms {
		if !slices.Contains(out, m.Entity.ID) {
			out = append(out, m.Entity.ID)
		}
	}
	return out
}

// TestSpellings asks for one entity in the ways in which papers write it.
func TestSpellings(t *testing.T) {
	c := load(t)
	for id, spellings := range map[string][]string{
		"PRK": {"North Korea", "north korea", "North Korea's", "DPRK", "D.P.R.K.", "Democratic People's Republic of Korea",
			"Democratic People’s Republic of Korea", "the hermit kingdom", "N. Korea", "DPR Korea", "Pyongyang", "North Korean"},
		"CIV":                  {"Ivory Coast", "Côte d'Ivoire", "Cote d’Ivoire", "COTE D'IVOIRE", "the Ivory Coast", "Ivorian"},
		"RUS":                  {"Russia", "Russian Federation", "the Russian Federation", "Russians"},
		"USA":                  {"the United States", "U.S.", "USA", "United States of America", "Washington, D.C."},
		"GBR":                  {"Britain", "U.K.", "UK", "Great Britain", "British", "Whitehall"},
		"SUN":                  {"Soviet Union", "USSR", "U.S.S.R."},
		"ARE":                  {"UAE", "U.A.E.", "United Arab Emirates", "Emirati"},
		"MMR":                  {"Burma", "Myanmar", "Burmese"},
		"CZE":                  {"Czechia", "the Czech Republic"},
		"SWZ":                  {"Swaziland", "Eswatini"},
		"outlet/kcna":          {"KCNA", "Korean Central News Agency", "the Korean Central News Agency"},
		"outlet/rodong-sinmun": {"Rodong Sinmun", "Rodong Shinmun", "Nodong Sinmun"},
		"outlet/granma":        {"Granma"},
		"outlet/prensa-latina": {"Prensa Latina"},
		"outlet/yonhap":        {"Yonhap", "Yonhap News Agency"},
		"org/nato":             {"NATO", "North Atlantic Treaty Organization", "Nato"},
		"org/wpk":              {"Workers' Party of Korea", "Workers’ Party of Korea", "WPK"},
		"org/tur-foreign-ministry": {"Turkish Foreign Ministry", "the Turkish foreign ministry", "Turkey's Foreign Ministry",
			"Foreign Ministry of Turkey", "Ministry of Foreign Affairs of Turkey"},
		"org/isr-parliament":           {"Knesset", "the Knesset", "Israel's parliament", "Israeli parliament"},
		"org/usa-foreign-ministry":     {"State Department", "U.S. State Department", "Foggy Bottom"},
		"person/kim-jong-un":           {"Kim Jong Un", "Kim Jong-un", "KIM JONG-UN", "Kim Jong Eun", "Kim Jong-Eun", "Jong Un Kim", "Gim Jeong-eun"},
		"person/gaddafi-muammar":       {"Muammar Gaddafi", "Moammar Gadhafi", "Muammar al-Qaddafi", "Mu'ammar Qadhafi", "Moamer Kadhafi", "Col. Muammar Gaddafi", "Gaddafi, Muammar"},
		"person/putin-vladimir":        {"Vladimir Putin", "Putin, Vladimir", "V. Putin", "V.Putin"},
		"person/lavrov-sergei":         {"Sergei Lavrov", "Sergey Lavrov", "Serguei Lavrov"},
		"person/zelensky-volodymyr":    {"Volodymyr Zelensky", "Volodymyr Zelenskiy", "Volodymyr Zelenskyy", "Volodymyr Zelenskyj"},
		"person/trump-donald":          {"Donald Trump", "Donald J. Trump", "Donald John Trump"},
		"person/castro-raul":           {"Raul Castro", "Raúl Castro", "Raul Castro Ruz", "Raúl Modesto Castro Ruz"},
		"person/hussein-saddam":        {"Saddam Hussein", "Saddam Husayn", "Saddam Hussain", "Saddam Hossein"},
		"person/ahmadinejad-mahmoud":   {"Mahmoud Ahmadinejad", "Mahmud Ahmadinejad", "Mahmoud Ahmadi-Nejad"},
		"person/erdogan-recep-tayyip":  {"Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "Tayyip Erdogan"},
		"person/rasmussen-anders-fogh": {"Anders Fogh Rasmussen", "Fogh Rasmussen"},
		"person/ahtisaari-martti":      {"Martti Ahtisaari"},
		"person/mubarak-hosni":         {"Hosni Mubarak", "Husni Mubarak", "Mohamed Hosni Mubarak"},
	} {
		for _, s := range spellings {
			if got := ids(c.Lookup(s)); !slices.Contains(got, id) {
				t.Errorf("%q gives %v; want %s", s, got, id)
			}
		}
	}
}

func TestLookupKnowsNothing(t *testing.T) {
	c := load(t)
	for _, s := range []string{"", " ", "the", "us", "is", "who", "it", "'s", "-", "the Paris Agreement", "South China Sea", "qwertz uiop"} {
		if got := ids(c.Lookup(s)); len(got) > 0 {
			t.Errorf("%q gives %v; want nothing", s, got)
		}
	}
}

// TestRomanization: two spellings that are one name, and two names that are not.
func TestRomanization(t *testing.T) {
	c, err := small(t, map[string]string{
		"states.tsv": "id\tname\tsource\nKOR\tSouth Korea\tx\nLBY\tLibya\tx\nCHN\tChina\tx\n",
		"persons/all.tsv": "id\tname\tfamily\tcountry\tsource\n" +
			"ri\tRi Su Yong\tRi\tKOR\tx\nkim\tKim Jong Un\tKim\tKOR\tx\ngad\tMuammar Gaddafi\t\tLBY\tx\nmoh\tMohammed Jibril\t\tLBY\tx\n" +
			"li\tLi Peng\tLi\tCHN\tx\npak\tPak Pong Ju\tPak\tKOR\tx\nlee\tLee Myung-bak\tLee\tKOR\tx\nchoe\tChoe Ryong Hae\tChoe\tKOR\tx\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ ask, want string }{
		{"Lee Soo-yong", "ri"}, {"Yi Su-yong", "ri"}, {"Rhee Su Yong", "ri"}, {"Su-yong Ri", "ri"},
		{"Kim Chong-un", "kim"}, {"Kim Jong Eun", "kim"}, {"Gim Jeong Eun", "kim"},
		{"Muamar Kadafi", "gad"}, {"Moammar Qadhafi", "gad"}, {"Mu'ammar al-Qaddafi", "gad"},
		{"Muhammad Jibril", "moh"}, {"Mohamed Gibril", ""}, {"Mohamad Jebril", ""},
		{"Li Peng", "li"}, {"Park Bong-ju", "pak"}, {"Ri Myong Pak", "lee"}, {"Yi Myeong-bak", "lee"},
		{"Choi Ryong-hae", "choe"}, {"Kim Jong Il", ""},
	} {
		got := ids(c.Person(tt.ask))
		if tt.want == "" && len(got) > 0 || tt.want != "" && !slices.Equal(got, []string{"person/" + tt.want}) {
			t.Errorf("%q gives %v; want %q", tt.ask, got, tt.want)
		}
	}
}

func TestWhoOnADay(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		name  string
		on    nuncio.Date
		first string
	}{
		{"Castro", nuncio.NewDate(1999, 5, 1), "person/castro-fidel"},
		{"Castro", nuncio.NewDate(2014, 5, 1), "person/castro-raul"},
		{"Bush", nuncio.NewDate(1991, 1, 20), "person/bush-george-h-w"},
		{"Bush", nuncio.NewDate(2003, 3, 20), "person/bush-george-w"},
		{"Assad", nuncio.NewDate(1995, 1, 1), "person/al-assad-hafez"},
		{"Assad", nuncio.NewDate(2013, 8, 21), "person/al-assad-bashar"},
		{"Kim", nuncio.NewDate(1990, 6, 1), "person/kim-il-sung"},
		{"Gorbachov", nuncio.NewDate(1990, 6, 1), "person/gorbachev-mikhail"},
		{"Campaore", nuncio.NewDate(2001, 4, 15), "person/compaore-blaise"},
	} {
		got := c.Who(tt.name, tt.on)
		if len(got) == 0 || got[0].Entity.ID != tt.first {
			first := "nobody"
			if len(got) > 0 {
				first = got[0].Entity.ID
			}
			t.Errorf("%s on %s is %s first; want %s", tt.name, tt.on, first, tt.first)
		}
	}
}
