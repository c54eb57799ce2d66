package who_test

import (
	"strings"
	"testing"

	"nuncio"
)

// Of which state persons are whom no word beside the name gives one.
func TestWhoseOfficer(t *testing.T) {
	k := load(t)
	for _, c := range []struct{ text, name, want string }{
		{"Chad and Peru quarrelled. Peru summoned Ambassador Anna Berg on Monday. Peru wants an apology.", "Anna Berg", "TCD"},
		{"Chad and Peru quarrelled. Peru summoned Ambassador Anna Berg home on Monday.", "Anna Berg", "PER"},
		{"Peru shut the border. Chad did not. Information Minister Anna Berg fled to Peru.", "Anna Berg", "TCD"},
		{"Peru shut the border. Peruvian troops left. President Idriss Deby ordered his army chief, General Jan Lund, to wait.", "Jan Lund", "TCD"},
		{"Chad shut the border. Chad denied it. Niger wants peace. Principal Secretary Anna Berg wrote to the Chadian embassy.", "Anna Berg", "NER"},
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

// Who is meant by those who act for two, by pronouns beside speech, and by those whom
// something befalls in the midst of what they do.
func TestTogether(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		name, text string
		want       map[string]string
	}{
		{"warships of two navies", "Warships of the Chilean and Peruvian navies left Callao on Monday.",
			map[string]string{"Warships of the Chilean and Peruvian navies": "group/chl-warships+group/per-warships"}},
		{"envoys of two bodies", "Envoys of Hamas and of Fatah met in Cairo. Each side blamed the other.",
			map[string]string{"Envoys of Hamas and of Fatah": "org/hamas+org/fatah", "Each side": "org/hamas+org/fatah", "the other": "org/hamas+org/fatah"}},
		{"supporters of two bodies are not the bodies", "Supporters of Hamas and Fatah clashed in Gaza.",
			map[string]string{"Supporters of Hamas and Fatah": "group/pse-supporters"}},
		{"people beside a body", "Members of the African Union and soldiers met in Chad.",
			map[string]string{"soldiers": "group/tcd-soldiers"}},
		{"talks between two bodies", "Talks between UNITA and the MPLA failed. The two sides left Lusaka.",
			map[string]string{"The two sides": "org/unita+org/mpla"}},
		{"those who were fired at", "Kenyan police fired at marchers as they crossed a bridge.", map[string]string{"they": "group/ken-marchers"}},
		{"those who seized them", "Kenyan police seized three men after they found a gun.", map[string]string{"they": "org/ken-police"}},
		{"a union of people is none of states", "Chad asked the African Union for help. The students' union called a strike.", map[string]string{"students' union": "group/tcd-students-union"}},
		{"an official's own lawmakers", "Peru met the Chilean envoy. Chilean Foreign Minister Jan Lund told lawmakers that Peru had begun.", map[string]string{"lawmakers": "group/chl-lawmakers"}},
		{"the minister's ministry", "Chile's foreign ministry said it was ready.\n\nPeru wants peace. The Peruvian minister left for Quito. The ministry gave no reason.",
			map[string]string{"The ministry": "group/per-ministry"}},
		{"across the border", "A Chilean patrol crossed the river. A Peruvian captain spoke to his opposite number.", map[string]string{"his opposite number": "group/chl-counterpart"}},
		{"who held talks", "The two Chilean ministers left. Peruvian Foreign Minister Anna Berg held talks with Jan Lund. They signed a paper.", map[string]string{"They": "person/anna-berg+person/jan-lund"}},
		{"the two delegations", "Hamas and Fatah met in Cairo. Each side blamed the other. Norway and Egypt want peace, Norway said. Norway said it would help. The two delegations left.",
			map[string]string{"The two delegations": "org/hamas+org/fatah"}},
		{"a group that somebody runs", "Chad shut the border. A group run by Libya's intelligence service shot a farmer.", map[string]string{"A group": "group/lby-body"}},
		{"both as those who are told", "Chad and Niger quarrelled. Norway urged both to talk.", map[string]string{"both": "TCD+NER"}},
		{"a town of which nobody has heard", "Chad said its soldiers had arrested a farmer in Mbakoro.", map[string]string{"Mbakoro": "place "}},
		{"no outlet in a title", "Chad's letter was written by Foreign Affairs Principal Secretary Anna Berg.", map[string]string{"Anna Berg": "person/anna-berg"}},
		{"whom a third urges", "Chad quarrelled with Niger. Chad and Niger recalled their envoys. Anna Berg of Chad met Jan Lund of Norway.\n\nThe African Union urged both to talk.",
			map[string]string{"both": "TCD+NER"}},
		{"one does not seize one's own", "Chad protested on Monday, a day after Niger arrested two of its officers.", map[string]string{"its": "TCD"}},
		{"where one goes", "Chad held a vote. Three presidents will travel to Niger to thank its people.", map[string]string{"its": "NER"}},
		{"men of a force", "The Shining Path said its men had left Peru.", map[string]string{"its men": "group/per-men"}},
		{"a movement is they", "Peru accused the Shining Path of killing farmers. They denied it.", map[string]string{"They": "org/shining-path"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := k.read(t, "2018-05-02", c.text)
			expect(t, d, c.want)
		})
	}
}

// A report that is dated from a state next door is not about that state.
func TestDatedFromNextDoor(t *testing.T) {
	k := load(t)
	text := "Gambia's president, Yahya Jammeh, held a rally. Gambia shut its border on Monday. Jammeh blamed Senegal. Gambian soldiers left. The police arrested two students."
	for _, c := range []struct{ title, want string }{
		{"Gambia shuts its border", "GMB"},
		{"Senegal looks on", "SEN"},
	} {
		d, _ := k.readReport(t, "2015-05-02", nuncio.Report{Title: c.title, DatelinePlace: "Dakar, Senegal", Text: text})
		expect(t, d, map[string]string{"two students": "group/" + strings.ToLower(c.want) + "-students"})
	}
}
