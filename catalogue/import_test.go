package catalogue_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"nuncio"
	"nuncio/catalogue"
)

// laidOver loads the built-in tables with an overlay made by an import.
func laidOver(t testing.TB, o *catalogue.Overlay) *catalogue.Catalogue {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, name := range o.Files() {
		var b bytes.Buffer
		if err := o.WriteFile(&b, name); err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: b.Bytes()}
	}
	c, err := catalogue.Load(os.DirFS("../data/catalogue"), fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const petrarchLines = `# an actor dictionary of our own
!PERSON! = MAN, WOMAN

NORWAY_  [NOR]
+NORVEGIA_
+HARDANGER_   # a province
NORDFJORD_COAST_COMMAND_
+NCC_
	[NORMIL]
ODDVAR_SOLHEIM_TEST_  ; CountryInfo
+O._S._TEST
	[NORELI >20091001]
	[NORGOV 051001-20090930]
BROKEN_DATE_MAN_ [NORGOV 2005]
NOWHERE_LEAGUE [QQQGOV]
NO_CODE_AT_ALL
`

func TestImportPETRARCH(t *testing.T) {
	base := load(t)
	o := catalogue.NewOverlay("mine", "Our own lines", "CC0")
	if err := base.ImportPETRARCH(strings.NewReader(petrarchLines), "actors.txt", o); err != nil {
		t.Fatal(err)
	}
	agents := "HARBOUR_PILOT [~LAB]\nCHAMBER_OF_ELDERS {CHAMBERS_OF_ELDERS} [~LEG]\nTURNIP!PERSON! [~AGR]\n"
	if err := base.ImportPETRARCH(strings.NewReader("!PERSON! = MAN, WOMAN\n"+agents), "agents.txt", o); err != nil {
		t.Fatal(err)
	}
	c := laidOver(t, o)
	for name, want := range map[string]string{
		"Norvegia": "NOR", "Hardanger": "NOR", "NCC": "org/imported-nordfjord-coast-command", "Oddvar Solheim Test": "person/imported-oddvar-solheim-test",
	} {
		if m := c.Lookup(name); len(m) == 0 || m[0].Entity.ID != want {
			t.Errorf("%s gives %v; want %s", name, ids(m), want)
		}
	}
	p := c.Entity("person/imported-oddvar-solheim-test")
	if p == nil {
		t.Fatal("the person was not taken in")
	}
	if got := c.SectorOn(p, nuncio.NewDate(2007, 5, 1)); got != "GOV" {
		t.Errorf("sector in 2007 is %q; want GOV", got)
	}
	if got := c.SectorOn(p, nuncio.NewDate(2012, 5, 1)); got != "ELI" {
		t.Errorf("sector in 2012 is %q; want ELI", got)
	}
	for phrase, want := range map[string]string{"harbour pilot": "LAB", "chambers of elders": "LEG", "turnipwoman": "AGR"} {
		if x, ok := c.TitleOf(phrase); !ok || x.Sector != want {
			t.Errorf("title %q: %v", phrase, x)
		}
	}
	skipped := strings.Join(o.Skipped, "\n")
	for _, want := range []string{`actors.txt:14: "2005" is neither`, `actors.txt:15: code "QQQGOV"`, "actors.txt:16: NO_CODE_AT_ALL has no code"} {
		if !strings.Contains(skipped, want) {
			t.Errorf("left out:\n%s\nwant %q among them", skipped, want)
		}
	}
}

// item writes a line of a Wikidata dump in its true form.
func item(id, label, aliases, claims string) string {
	return fmt.Sprintf(`{"type":"item","id":%q,"labels":{"en":{"language":"en","value":%q},"de":{"language":"de","value":"x"}},`+
		`"descriptions":{"en":{"language":"en","value":"of our own"}},"aliases":{"en":[%s]},"claims":{%s},"sitelinks":{},"lastrevid":7}`, id, label, aliases, claims)
}

func claim(property, value, qualifiers string) string {
	return fmt.Sprintf(`{"mainsnak":{"snaktype":"value","property":%q,"hash":"ab","datavalue":{"value":%s,"type":"wikibase-entityid"},"datatype":"wikibase-item"},`+
		`"type":"statement","qualifiers":{%s},"id":"Q1$1","rank":"normal"}`, property, value, qualifiers)
}

func entityValue(q string) string {
	return fmt.Sprintf(`{"entity-type":"item","numeric-id":%s,"id":%q}`, q[1:], q)
}

func timeSnak(property, stamp string, precision int) string {
	return fmt.Sprintf(`%q:[{"snaktype":"value","property":%q,"datavalue":{"value":{"time":%q,"timezone":0,"before":0,"after":0,"precision":%d,`+
		`"calendarmodel":"http://www.wikidata.org/entity/Q1985727"},"type":"time"},"datatype":"time"}]`, property, property, stamp, precision)
}

func TestImportWikidata(t *testing.T) {
	lines := []string{
		"[",
		item("Q900001", "Solveig Testrud", `{"language":"en","value":"Solveig M. Testrud"}`,
			`"P31":[`+claim("P31", entityValue("Q5"), "")+`],"P21":[`+claim("P21", entityValue("Q6581072"), "")+`],"P27":[`+claim("P27", entityValue("Q20"), "")+
				`],"P39":[`+claim("P39", entityValue("Q900010"), timeSnak("P580", "+2001-10-19T00:00:00Z", 11)+","+timeSnak("P582", "+2005-10-00T00:00:00Z", 10))+
				`,`+claim("P39", entityValue("Q900011"), timeSnak("P580", "+2006-00-00T00:00:00Z", 9))+`]`) + ",",
		`{"broken": `,
		item("Q900010", "Minister of Foreign Affairs of Norway", "", `"P31":[`+claim("P31", entityValue("Q4164871"), "")+`]`) + ",",
		item("Q900011", "keeper of the royal turnips", "", `"P17":[`+claim("P17", entityValue("Q20"), "")+`]`) + ",",
		item("Q20", "Norway", "", `"P298":[{"mainsnak":{"snaktype":"value","property":"P298","datavalue":{"value":"NOR","type":"string"}},"rank":"normal"}]`),
		"]",
	}
	base := load(t)
	o := catalogue.NewOverlay("wikidata", "A dump of our own", "CC0")
	if err := base.ImportWikidata(strings.NewReader(strings.Join(lines, "\n")), "dump.json", o); err != nil {
		t.Fatal(err)
	}
	c := laidOver(t, o)
	m := c.Lookup("Solveig M. Testrud")
	if len(m) != 1 {
		t.Fatalf("found %v; want one person", ids(m))
	}
	e := m[0].Entity
	roles := c.RolesOn(e, nuncio.NewDate(2005, 10, 10))
	if len(roles) != 1 || roles[0].Title != "minister of foreign affairs" || roles[0].Of != "NOR" || roles[0].From.String() != "2001-10-19" || roles[0].To.String() != "2005-10" {
		t.Errorf("roles in October 2005: %+v", roles)
	}
	if e.Gender != 'f' || e.Country != "NOR" {
		t.Errorf("gender %q, country %s", e.Gender, e.Country)
	}
	skipped := strings.Join(o.Skipped, "\n")
	for _, want := range []string{"dump.json:3: not an item", "keeper of the royal turnips"} {
		if !strings.Contains(skipped, want) {
			t.Errorf("left out:\n%s\nwant %q among them", skipped, want)
		}
	}
}
