package who_test

import "testing"

func TestThoseWhoMeet(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		name, text string
		want       map[string]string
	}{
		{"those in whom a body meets", "The Heads of State of the East African Community met in Arusha. The Heads of State praised Kenya. They condemned the raid.",
			map[string]string{"Heads of State": "org/eac", "They": "org/eac"}},
		{"a summit that acts", "The African Union met in Accra. The summit condemned the coup.", map[string]string{"The summit": "org/african-union"}},
		{"a summit of a few", "Chad and Niger met in Accra. The meeting ended on Friday.", map[string]string{"Chad": "TCD"}},
		{"who noted goes on", "Arab ministers gathered in Tunis. They noted that Israeli planes had bombed rebels in Syria. They denounced the raids.",
			map[string]string{"They": "group/ministers"}},
		{"who may not enter a state is not of it", "Canada said on Friday that three generals would be barred from Canada. Myanmar was angry. Myanmar blamed Canada.",
			map[string]string{"three generals": "group/mmr-generals"}},
		{"the league is the one that is called so", "The Arab League met in Cairo. Chad left the European Union. The league condemned the raid.",
			map[string]string{"The league": "org/arab-league"}},
		{"who was seized is freed", "Police in Chad detained nine students. The police chief said little. They were freed on Friday.", map[string]string{"They": "group/tcd-students"}},
		{"one named in passing", "Russian foreign minister Sergei Lavrov said a note handed over by the Chadian foreign minister, Jan Lund, was polite. The minister was pleased.",
			map[string]string{"The minister": "person/lavrov-sergei"}},
		{"one calls on people", "Anna Lund leads Chad. The envoy called on Lund.", map[string]string{"Lund": "person/anna-lund"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, w := k.read(t, "2018-05-02", c.text)
			w.Settle()
			expect(t, d, c.want)
		})
	}
}
