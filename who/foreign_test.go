package who_test

import "testing"

func TestManyStates(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		name, text string
		want       map[string]string
	}{
		{"ministers from many countries are of none", "Libya was calm. Foreign ministers from 40 countries met in Tripoli.", map[string]string{"Foreign ministers": "group/foreign-ministers"}},
		{"countries told by what they did", "Chad and Niger met in Bern. Libya sued the countries that had bombed it.", map[string]string{"the countries": "group/country"}},
		{"a people speaks for its state", "Reporters met in Quito. The British handed over a note in which they warned Ecuador.", map[string]string{"they": "GBR"}},
		{"the second stop is a place too", "The French president flew to Moscow in the morning and to Tbilisi in the evening.", map[string]string{"Tbilisi": "place GEO"}},
		{"both of whom one asks", "The envoy met Hillary Clinton and William Hague. He asked both for weapons.", map[string]string{"both": "person/clinton-hillary+person/hague-william"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, w := k.read(t, "2011-05-02", c.text)
			w.Settle()
			expect(t, d, c.want)
		})
	}
}
