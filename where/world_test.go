package where

import (
	"strings"
	"testing"
)

// Names of world news must not go to their American namesakes: dateline | text |
// names | countries wanted | states that the report speaks of.
func TestWorldNewsNames(t *testing.T) {
	r := New(loaded(t))
	n, bad := 0, 0
	for line := range strings.SplitSeq(strings.TrimSpace(world), "\n") {
		f := strings.Split(line, "|")
		names, want := strings.Split(f[2], ","), strings.Split(f[3], ",")
		var states []string
		if f[4] != "" {
			states = strings.Split(f[4], ",")
		}
		for i, g := range r.Toponyms(f[1], f[0], spansOf(f[1], names...), states) {
			n++
			if g.Country != want[i] {
				bad++
				t.Logf("%s: %s is taken for %s, %s (%s)", f[1], names[i], g.Name, g.Country, g.Reason)
			}
		}
	}
	if n < 80 || bad*10 > n {
		t.Errorf("%d of %d names wrong", bad, n)
	}
}

const world = `
PARIS|Talks were held in Geneva on Monday.|Geneva|CHE|
TEHRAN|The speaker leaves for Geneva on Tuesday. He spoke of Washington, Virginia and Ohio; U.S. officials in Chicago and Boston said no more.|Geneva|CHE|USA,USA,IRN
WASHINGTON|Iran and the United States held talks in Vienna on Monday.|Iran,United States,Vienna|IRN,USA,AUT|IRN,USA
WASHINGTON|Obama arrived in Moscow on Monday. American officials said the United States would send aid to Odessa.|Moscow,United States,Odessa|RUS,USA,UKR|USA,USA
|Iran and the United States held talks in Geneva on Monday.|Iran,United States,Geneva|IRN,USA,CHE|
|The United States bombed Tripoli. American aircraft also hit Benghazi and Cairo. U.S. troops landed in Athens, Rome and Naples.|United States,Tripoli,Benghazi,Cairo,Athens,Rome,Naples|USA,LBY,LBY,EGY,GRC,ITA,ITA|USA,USA
JERUSALEM|Two soldiers were killed in Hebron. Israel closed Bethlehem and Nazareth.|Hebron,Israel,Bethlehem,Nazareth|PSE,ISR,PSE,ISR|
|Two soldiers were killed in Hebron. Israel closed Bethlehem and Nazareth.|Hebron,Israel,Bethlehem,Nazareth|PSE,ISR,PSE,ISR|
WASHINGTON|The secretary of state flew to London, Paris, Berlin and Athens and then to Rome.|London,Paris,Berlin,Athens,Rome|GBR,FRA,DEU,GRC,ITA|USA
NEW YORK|The United States said it would move its embassy from Dublin to Lisbon and close consulates in Naples and Toledo.|United States,Dublin,Lisbon,Naples,Toledo|USA,IRL,PRT,ITA,ESP|USA,USA
WASHINGTON|Two Americans were killed in a bombing in Alexandria, Egyptian police said.|Alexandria|EGY|USA,EGY
BEIRUT|Gunmen fought in Tripoli, near the Syrian border, on Friday.|Tripoli|LBN|SYR,LBN
WASHINGTON|American and North Korean envoys met in Stockholm and in Singapore.|Stockholm,Singapore|SWE,SGP|USA,PRK
WASHINGTON|U.S. envoys met Taliban officials in Doha and Cuban officials in Havana and Lima.|Doha,Havana,Lima|QAT,CUB,PER|USA,CUB
GENEVA|The United States and Russia signed the accord in Vienna.|United States,Russia,Vienna|USA,RUS,AUT|
CAIRO|Protesters marched in Alexandria and Suez, and the US embassy closed.|Alexandria,Suez|EGY,EGY|USA
KIEV|Russian troops entered Odessa and Mariupol.|Odessa,Mariupol|UKR,UKR|RUS
WASHINGTON|The U.S. president will meet NATO leaders in Brussels, then go to Warsaw and to Manchester.|Brussels,Warsaw,Manchester|BEL,POL,GBR|USA
TBILISI|Georgia said Russian planes bombed Gori and Poti. The United States protested.|Georgia,Gori,Poti,United States|GEO,GEO,GEO,USA|RUS
WASHINGTON|The United States accused Russia of bombing Aleppo and Homs from Moscow.|United States,Russia,Aleppo,Homs,Moscow|USA,RUS,SYR,SYR,RUS|
HAVANA|American officials arrived in Havana and Santiago.|Havana,Santiago|CUB,CUB|USA
SANTIAGO|Thousands marched in Santiago and in Valparaiso.|Santiago,Valparaiso|CHL,CHL|
WASHINGTON|A U.S. airman was freed in Hamilton, Georgetown or Kingston, Caribbean officials said; Bermuda thanked Jamaica.|Bermuda,Jamaica|BMU,JAM|USA
LONDON|British police arrested three men in Birmingham and one in Cambridge. Gunmen fled to Manchester.|Birmingham,Cambridge,Manchester|GBR,GBR,GBR|GBR
|Police arrested gunmen in Manchester.|Manchester|GBR|
SYDNEY|Police arrested a man in Perth and two in Newcastle.|Perth,Newcastle|AUS,AUS|
DUBLIN|The Irish and U.S. leaders met in Cork.|Cork|IRL|IRL,USA
MANILA|American troops landed at Santa Cruz and in Manila.|Manila|PHL|USA,PHL
BOGOTA|Rebels killed two in Florencia; a U.S. contractor was seized near Cartagena.|Florencia,Cartagena|COL,COL|USA
MADRID|Gunmen shot a judge in Granada, and in Cordoba a bomb went off.|Granada,Cordoba|ESP,ESP|ESP
WASHINGTON|Delegates met in Dayton, Ohio, and later in Paris.|Dayton,Ohio,Paris|USA,USA,FRA|
WASHINGTON|The United States will host the summit at Camp David, Maryland, and the next one in Chicago.|United States,Maryland,Chicago|USA,USA,USA|USA
`
