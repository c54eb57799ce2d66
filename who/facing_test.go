package who_test

import "testing"

func TestWhoIsMeant(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		name, text string
		want       map[string]string
	}{
		{"a king is no president", "King Abdullah II of Jordan met President Vladimir Putin of Russia. The king praised Russia.",
			map[string]string{"The king": "person/abdullah-ii"}},
		{"a vice president is no president", "Chilean President Sebastian Pinera met the press. Chile said the vice president was ill.",
			map[string]string{"the vice president": "group/chl-vice-president"}},
		{"the other army", "Chad and Niger quarrelled. The two sides met in Bern. Chad said the other army had fired first.",
			map[string]string{"the other army": "group/ner-army"}},
		{"the smaller country", "Brazil and Uruguay quarrelled. Both countries met in Bern. Brazil sued the smaller country.",
			map[string]string{"the smaller country": "URY"}},
		{"an opposite number", "Chad and Niger met in Bern. The two sides quarrelled. A Chadian officer struck his opposite number.",
			map[string]string{"his opposite number": "group/ner-counterpart"}},
		{"who ruled a colony", "Mali expelled an envoy. The former colonial power protested.", map[string]string{"The former colonial power": "FRA"}},
		{"the northern neighbour", "Chad and Nigeria quarrelled with Niger. Niger thanked its southern neighbour.",
			map[string]string{"its southern neighbour": "NGA"}},
		{"villagers have villagers for neighbours", "Niger held a vote. The villagers sued their neighbour.", map[string]string{"their neighbour": "group/neighbour"}},
		{"a small ally", "Bhutan is at peace. India said Delhi had never bullied its small ally.", map[string]string{"its small ally": "BTN"}},
		{"the kingdom", "Morocco and Algeria quarrelled. Algeria blamed the kingdom.", map[string]string{"the kingdom": "MAR"}},
		{"no regime blames itself", "Chad and Niger quarrelled. Niger blamed the regime.", map[string]string{"the regime": "group/tcd-regime"}},
		{"whose troops are landed", "Egypt landed 3,000 soldiers in Chad.", map[string]string{"3,000 soldiers": "group/egy-soldiers"}},
		{"its embassy is not where it stands", "Chad protested through its embassy in Oslo.", map[string]string{"its embassy": "group/tcd-embassy"}},
		{"a ministry of another name", "The Chadian foreign ministry protested. The defence ministry was silent.",
			map[string]string{"The defence ministry": "group/tcd-ministry"}},
		{"nobody's spokesman is another's", "Chadian spokesman Jan Lund spoke. Hansen's spokesman left.", map[string]string{"Hansen's spokesman": "group/spokesman"}},
		{"both sides of a civil war", "Sudan attacked the rebels. The rebels fled. Both sides asked for talks.",
			map[string]string{"Both sides": "SDN+group/sdn-rebels"}},
		{"the other side of a civil war", "Sudan attacked the rebels. The government offered a truce. The other side refused.",
			map[string]string{"The other side": "group/sdn-rebels"}},
		{"by whom something was set", "Kenyan officials met rebels. The terms were set by six African states when they imposed an embargo.",
			map[string]string{"they": "group/country"}},
		{"the mediator", "Chad held talks. Former Mozambican president Joaquim Chissano brokered a deal. Chad thanked the mediator.",
			map[string]string{"the mediator": "person/chissano-joaquim"}},
		{"the one that acts and the two whom it turns to", "Estonian Prime Minister Juri Ratas proposed to his Latvian and Lithuanian colleagues that the three governments protest.",
			map[string]string{"the three governments": "EST+LVA+LTU"}},
		{"whose gift one is grateful for", "Estonia is grateful to Canada for its gift.", map[string]string{"its": "CAN"}},
		{"the head of the body spoken of", "The IAEA praised Iran. The director general flew to Tehran.", map[string]string{"The director general": "person/amano-yukiya"}},
		{"which Congo", "Congo held a vote. Brazzaville was calm.", map[string]string{"Congo": "COG"}},
		{"Congo alone", "Congo accused Rwanda.", map[string]string{"Congo": "COD"}},
		{"whose army is urged", "Paraguay said Nicolas Maduro, the Venezuelan foreign minister, had urged the commanders of the army to disobey.",
			map[string]string{"the commanders of the army": "group/pry-commanders"}},
		{"the neighbours lie side by side", "Peru and Chile quarrelled. Peru met the United States. The neighbours claim the bay.",
			map[string]string{"The neighbours": "PER+CHL"}},
		{"nobody is its own ally", "Gabon hailed Chad. Niger was one of its first allies.", map[string]string{"its": "GAB"}},
		{"the two sides, somewhere", "Peru met Chile. The pact was reached by the two sides in Lima in May.", map[string]string{"the two sides": "PER+CHL"}},
		{"an ally is no friend of itself", "Niger held a vote. Chad, the junta's ally, praised it.", map[string]string{"the junta": "group/ner-junta"}},
		{"whose dispute with its neighbour", "The union praised Estonia over the doubts of Latvia, whose quarrel with its envoy goes on.",
			map[string]string{"its": "LVA"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, w := k.read(t, "2018-05-02", c.text)
			w.Settle()
			expect(t, d, c.want)
		})
	}
}
