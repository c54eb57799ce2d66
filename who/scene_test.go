package who_test

import (
	"fmt"
	"strings"
	"testing"

	"nuncio"
	"nuncio/doc"
)

// expect checks whom words stand for: "words" or "words#2" → party.
func expect(t *testing.T, d *doc.Document, want map[string]string) {
	t.Helper()
	for words, id := range want {
		w, nth := words, 1
		if before, n, ok := strings.Cut(words, "#"); ok {
			w = before
			if _, err := fmt.Sscan(n, &nth); err != nil {
				t.Fatal(err)
			}
		}
		if got := party(d, w, nth); got != id {
			t.Errorf("%q is %s, want %s\n%s", words, got, id, dump(d))
		}
	}
	for i := range d.Mentions {
		if d.Mentions[i].Reason == "" {
			t.Errorf("%q has no reason", d.Words(d.Mentions[i].Range))
		}
	}
}

func TestPartiesByNoun(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		name, text string
		want       map[string]string
	}{
		{"the dead are not meant by the family name", "President Bashar al-Assad met the envoy in 2010. The late Hafez al-Assad visited Pyongyang in 1974. Assad plans to go there.",
			map[string]string{"Assad": "person/al-assad-bashar"}},
		{"the army of the state that the report is about", "Mali accused France of spying. Mali asked the council for help. Mali also expelled an envoy.\n\nGermany said German troops would stay.\n\nGunmen attacked a convoy, according to the army.",
			map[string]string{"the army": "group/mli-army"}},
		{"two leaders lead", "President Salva Kiir ruled out talks with rebel leader Riek Machar. Foreign minister Barnaba Benjamin summoned the envoy. The two leaders signed a deal in 2014.",
			map[string]string{"The two leaders": "person/kiir-salva+person/machar-riek"}},
		{"who explains what a state did is of that state", "Ethiopia accused Eritrea of shelling a town. Eritrea denied the charge. Presidential adviser Yemane Gebremeskel said that Ethiopia had begun, and that his country's forces were ready.",
			map[string]string{"his country": "ERI"}},
		{"the place of the clause", "Kenya said on Monday that it was ready. In Kampala, gunmen shot two road builders.",
			map[string]string{"gunmen": "group/uga-gunmen", "two road builders": "group/uga-builder"}},
		{"the state of the sentence, for forces", "Chad and Niger quarrelled. Niger said the army had opened fire.",
			map[string]string{"the army": "group/ner-army"}},
		{"a citizen lends no country", "Peru held an election on Sunday. A Belgian writer criticised the government.",
			map[string]string{"A Belgian writer": "group/bel-writer", "the government": "group/per-government"}},
		{"foreign troops are nobody's", "Chad will not accept foreign troops.", map[string]string{"foreign troops": "group/troops"}},
		{"African leaders", "Kenya thanked African leaders.", map[string]string{"African leaders": "group/leaders"}},
		{"four governments", "Four governments condemned Chad.", map[string]string{"Four governments": "group/governments"}},
		{"the country", "Norway expelled a diplomat. The country gave no reason.", map[string]string{"The country": "NOR"}},
		{"his country", "Russian Foreign Minister Sergei Lavrov spoke on Monday. His country wants talks.", map[string]string{"His country": "RUS"}},
		{"their countries", "Chad and Niger signed the pact. Their countries share a border.", map[string]string{"Their countries": "TCD+NER"}},
		{"its soldiers", "Chad said its soldiers had left.", map[string]string{"its soldiers": "group/tcd-soldiers"}},
		{"its neighbours are not its own", "Chad warned its neighbours.", map[string]string{"its neighbours": "group/neighbours"}},
		{"their patrols", "Chad and Niger met on Friday. They withdrew their patrols.", map[string]string{"their patrols": "group/tcd-patrols+group/ner-patrols"}},
		{"members of a body", "Members of the African Union boycotted the summit.", map[string]string{"Members of the African Union": "group/member"}},
		{"two indefinite phrases", "Chad buried a soldier on Monday. A soldier was hurt on Tuesday.",
			map[string]string{"a soldier": "group/tcd-soldier", "A soldier#2": "group/tcd-soldier-2"}},
		{"the definite one is the one before", "Gunmen shot a farmer in Kampala. The gunmen fled.", map[string]string{"The gunmen": "group/uga-gunmen"}},
		{"the movement", "UNITA handed over its weapons. The movement kept its promise.", map[string]string{"The movement": "org/unita"}},
		{"things of organs", "Rebels burned two police stations in Kampala.", map[string]string{"police": "group/uga-police"}},
		{"a region's leader", "Peter Lund, leader of the region of Kisumu, thanked Kenya.", map[string]string{"Peter Lund": "person/peter-lund"}},
		{"the envoy", "Norway sent the offer to Chad through its minister, Anna Berg. Chad thanked the envoy.", map[string]string{"the envoy": "person/anna-berg"}},
		{"one force goes on", "Kenyan troops entered the town. In Kampala, soldiers fired at a crowd on Monday.", map[string]string{"soldiers": "group/ken-soldiers"}},
		{"an address is no name", "Haiti's former president, Jean Lund, left. Mr Lund flew to Jamaica.", map[string]string{"Lund": "person/jean-lund"}},
		{"the guest", "Norway's minister Anna Berg met Chadian Foreign Minister Jan Lund in Oslo. Norway thanked Chad. The guest praised Norway.", map[string]string{"The guest": "person/jan-lund"}},
		{"the three", "Chad, Niger and Mali signed the pact. The three met again on Monday.", map[string]string{"The three": "TCD+NER+MLI"}},
		{"the four governments", "Kenya, Chad, Niger and Mali cut ties with Norway. The four governments want an apology.", map[string]string{"The four governments": "KEN+TCD+NER+MLI"}},
		{"the trio", "Anna Berg, Jan Lund and Peter Hansen met in Bern. The trio signed a paper.", map[string]string{"The trio": "person/anna-berg+person/jan-lund+person/hansen-peter"}},
		{"the two navies", "Chad and Niger quarrelled. The two navies held an exercise.", map[string]string{"The two navies": "TCD+NER"}},
		{"each side", "Chad and Niger met in Bern. Each side accused the other of firing.", map[string]string{"Each side": "TCD+NER", "the other": "TCD+NER"}},
		{"the father's name belongs to the name", "Tamim bin Hamad al-Thani, the emir of Qatar, left.", map[string]string{"Tamim bin Hamad al-Thani": "person/al-thani-tamim-bin-hamad"}},
		{"south Korea", "The south Korean military denied it.", map[string]string{"south Korean military": "org/kor-armed-forces"}},
		{"heads of state", "Kenya thanked the heads of state.", map[string]string{"the heads of state": "group/heads-of-state"}},
		{"not a leader by half a name", "The mayor of Mombasa, Ali Hassan, left.", map[string]string{"Ali Hassan": "person/ali-hassan"}},
		{"the name goes no further than its words", "Anna Berg and Jan Hansen left. Berg and Hansen met again.", map[string]string{"Berg": "person/anna-berg", "Hansen": "person/jan-hansen"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := k.read(t, "2018-05-02", c.text)
			expect(t, d, c.want)
		})
	}
}

func TestPersonsGetTheirCountry(t *testing.T) {
	k := load(t)
	for _, c := range []struct{ text, name, want string }{
		{"Georgia voted on Sunday. Peter Lund, leader of the region of Adjara, thanked Georgia.", "Peter Lund", "GEO"},
		{"Norway invited Chad through its special envoy, Jan Hansen.", "Jan Hansen", "NOR"},
		{"Opposition leader Anna Berg said Chad was ready for talks. Chad did not answer.", "Anna Berg", "TCD"},
		{"Chad held a vote. In Guyana, the opposition leader, Robert Corbin, left.", "Robert Corbin", "GUY"},
		{"Anna Berg met reporters. Chad did not answer.", "Anna Berg", ""},
	} {
		d, w := k.read(t, "2018-05-02", c.text)
		w.Settle()
		for i := range d.Entities {
			if e := &d.Entities[i]; e.Name == c.name && e.Country != c.want {
				t.Errorf("%s: country %q, want %q", c.text, e.Country, c.want)
			}
		}
	}
}

// TestDatedFrom: a report that speaks of another state by a demonym alone is about the one that it
// is dated from, unless bodies of many states sit there.
func TestDatedFrom(t *testing.T) {
	k := load(t)
	for _, c := range []struct{ place, text, words, want string }{
		{"Bamako", "Soldiers ousted the president. France suspended its aid.", "the president", "person/goita-assimi"},
		{"Niamey", "The junta expelled the French ambassador.", "The junta", "group/ner-junta"},
		{"Khartoum", "The government rejected an American offer.", "The government", "group/sdn-government"},
		{"Niamey", "Rebels in Sudan freed a soldier.", "Rebels in Sudan", "org/sdn-rebels"},
		{"Brussels", "The police met an American envoy.", "The police", "group/police"},
	} {
		d, _ := k.readReport(t, "2023-09-03", nuncio.Report{DatelinePlace: c.place, Text: c.text})
		if got := party(d, c.words, 1); got != c.want {
			t.Errorf("%s: %s: %q is %s, want %s\n%s", c.place, c.text, c.words, got, c.want, dump(d))
		}
	}
}
