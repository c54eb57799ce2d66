package who_test

import "testing"

// Whom a definite noun speaks of in other words than before.
func TestAgain(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		name, text string
		want       map[string]string
	}{
		{"attackers were gunmen", "Gunmen ambushed a bus near Goma in Congo. The attackers fled.", map[string]string{"The attackers": "group/cod-gunmen"}},
		{"fighters of a movement", "The Khmer Rouge captured six observers in Cambodia. The guerrillas demanded fuel.", map[string]string{"The guerrillas": "org/khmer-rouge"}},
		{"protesters were demonstrators, officers the police", "Police in Kampala fired on demonstrators. The protesters threw stones at the officers.",
			map[string]string{"The protesters": "group/uga-demonstrators", "the officers": "org/uga-police"}},
		{"captors are those who seized", "Pirates seized nine sailors off Somalia. The captors want money. The seamen were freed.",
			map[string]string{"The captors": "group/som-pirates", "The seamen": "group/som-sailors"}},
		{"captives are those who were seized", "Rebels abducted four Turkish engineers in Libya. The captives were freed.", map[string]string{"The captives": "group/tur-engineers"}},
		{"a state can be the captor", "Chad arrested two French journalists. Their captors gave no reason.", map[string]string{"Their captors": "TCD"}},
		{"the men", "Haiti freed six Norwegian observers. The men had been held for a week.", map[string]string{"The men": "group/nor-observers"}},
		{"the six", "Haiti freed six Norwegian observers. The six flew to Miami.", map[string]string{"The six": "group/nor-observers"}},
		{"the pair", "Haiti expelled two Canadian diplomats. The pair left on Friday.", map[string]string{"The pair": "group/can-diplomats"}},
		{"both men, of two who are named", "Chad freed two Libyan pilots. Anna Berg met Jan Lund in Oslo. The two men agreed.", map[string]string{"The two men": "person/anna-berg+person/jan-lund"}},
		{"the two reporters", "Chad arrested two French journalists. The two reporters were flown out.", map[string]string{"The two reporters": "group/fra-journalists"}},
		{"nine are not seven", "Chad arrested two French journalists. The nine reporters were flown out.", map[string]string{"The nine reporters": "group/tcd-reporters"}},
		{"new ones are no old ones", "Gunmen ambushed a bus near Goma in Congo. Attackers burned a truck.", map[string]string{"Attackers": "group/cod-attackers"}},
		{"one does not do it to oneself", "Rebels attacked Faya in Chad. The soldiers fought the rebels.", map[string]string{"The soldiers": "group/tcd-soldiers"}},
		{"a general by the rank before the name", "Gen. Raoul Cedras met the envoy in Haiti. The general gave way.", map[string]string{"The general": "person/cedras-raoul"}},
		{"a priest by the Rev.", "The Rev. Jean Lund blamed the junta in Chad. The priest was arrested.", map[string]string{"The priest": "person/jean-lund"}},
		{"an officer is rather an officer than a general", "Gen. Raoul Cedras left Haiti. An officer wept. The officer gave no name.", map[string]string{"The officer": "group/hti-officer"}},
		{"a state's leader", "Vladimir Putin called. Kenya thanked the Russian leader.", map[string]string{"the Russian leader": "person/putin-vladimir"}},
		{"a prime minister is no president", "Russian President Vladimir Putin left. The prime minister stayed.", map[string]string{"The prime minister": "person/medvedev-dmitry"}},
		{"her guest", "Norway's minister Anna Berg met Chadian envoy Jan Lund in Oslo. She thanked her guest.", map[string]string{"her guest": "person/jan-lund"}},
		{"two titles of one", "Norway's Deputy Prime Minister and Foreign Minister Anna Berg left.", map[string]string{"Norway's Deputy Prime Minister": "person/anna-berg"}},
		{"the counterpart has the office", "Russian Foreign Minister Sergei Lavrov met his Chadian counterpart, Jan Lund. The minister promised help.", map[string]string{"The minister": "person/jan-lund"}},
		{"two counterparts", "Russian Foreign Minister Sergei Lavrov called his German and French counterparts.",
			map[string]string{"his German and French counterparts": "person/maas-heiko+person/le-drian-jean-yves"}},
		{"an office is no ministry", "The Russian Foreign Ministry denied it. The office was closed.", map[string]string{"The office": "group/rus-office"}},
		{"an agency is the agency that told", "Chad has left, the Libyan agency LANA said. The agency gave no day.", map[string]string{"The agency": "outlet/lana"}},
		{"whose the troops are that one sends", "Haitian soldiers wait. Dominican President Danilo Medina sent 300 soldiers to the border.", map[string]string{"300 soldiers": "group/dom-soldiers"}},
		{"the latter is of the same two", "Sergei Lavrov met Wang Yi in Moscow. The former praised China; the latter thanked Russia.",
			map[string]string{"The former": "person/lavrov-sergei", "the latter": "person/wang-yi"}},
		{"the two who met", "Russian Foreign Minister Sergei Lavrov received his German counterpart. They agreed.", map[string]string{"They": "person/lavrov-sergei+person/maas-heiko"}},
		{"based elsewhere", "Minsk-based activists marched in Vilnius.", map[string]string{"Minsk-based activists": "group/blr-activists"}},
		{"a movement by its name", "Rebels of the M23 movement left. Fighters from the M23 movement came back.", map[string]string{"the M23 movement": "org/m23"}},
		{"a council by its last word", "The UN Security Council met. The Council blamed Chad.", map[string]string{"The Council": "org/un-security-council"}},
		{"a ministry in capitals is none by name", "Chad closed the border. The Ministry gave no reason.", map[string]string{"The Ministry": "group/tcd-ministry"}},
		{"the North", "South Korea met North Korea. The South thanked the North.", map[string]string{"the North": "PRK"}},
		{"the North, where only the South speaks", "South Korea's army spoke. The North fired shells.", map[string]string{"The North": "PRK"}},
		{"not the state that one protests to", "Chad and Peru quarrel over Chad's border. Peru's envoy left. The government protested to Peru.", map[string]string{"The government": "group/tcd-government"}},
		{"taken hostage", "Gunmen took nine nuns hostage in Chad.", map[string]string{"nine nuns": "group/tcd-nuns"}},
		{"the name behind a town", "The mayor of Kampala, Jean Lund, fled.", map[string]string{"The mayor of Kampala": "person/jean-lund"}},
		{"a clause that only adds", "Gunmen shot a nun in Chad. The attackers, who wore uniforms, fled.", map[string]string{"The attackers": "group/tcd-gunmen"}},
		{"al-", "Libya's minister Salem al-Lundi left. Lundi gave no reason.", map[string]string{"Lundi": "person/salem-al-lundi"}},
		{"a junta is the rulers", "Chad's military rulers closed the border. The junta, which seized power in May, blamed Libya.", map[string]string{"The junta": "group/tcd-military-rulers"}},
		{"a headline's junta", "Chadian junta quits talks\n\nThe junta closed the border.", map[string]string{"The junta": "group/tcd-junta"}},
		{"an opposition leader is no leader", "Chadian President Idriss Deby left. Police searched the house of Jean Lund. The opposition leader fled.", map[string]string{"The opposition leader": "person/jean-lund"}},
		{"he and his colleagues", "Jan Lund and his colleagues met Anna Berg in Chad. The ministry thanked them.", map[string]string{"them": "person/jan-lund+group/colleague"}},
		{"of whom one calls another", "Chad seized two Libyan guards. Jan Lund telephoned Anna Berg to demand that they be freed.", map[string]string{"they": "group/lby-guard"}},
		{"opposition parties are no two sides", "Chad fought Libya. The king urged the opposition parties to talk.", map[string]string{"the opposition parties": "group/tcd-opposition-parties"}},
		{"sides known by nouns", "Rebels attacked Faya in Chad. The government promised an inquiry, and the rebels a truce. Both sides agreed to talk.",
			map[string]string{"Both sides": "TCD+group/tcd-rebels"}},
		{"a demonym read as a name", "The Burkinabè minister left for Mali.", map[string]string{"Burkinabè": "BFA"}},
		{"of two ministers the one who acted", "Chad's Foreign Minister Jan Lund closed the border after talks with Libyan Foreign Minister Omar Bergi. The minister gave no reason.",
			map[string]string{"The minister": "person/jan-lund"}},
		{"whom the minister told", "Chad's Foreign Minister Jan Lund urged Libyan Foreign Minister Omar Bergi to open the border. The minister promised an answer.",
			map[string]string{"The minister": "person/omar-bergi"}},
		{"the guest does not give to himself", "Chadian President Idriss Deby flew to Libya. Libyan minister Jan Lund thanked the visitor.", map[string]string{"the visitor": "person/deby-idriss"}},
		{"a body by the noun behind it", "Chad seized a reporter. A spokesman for the Movement for Justice, the main rebel group, was angry.",
			map[string]string{"the main rebel group": "org/movement-for-justice", "A spokesman": "group/tcd-spokesman"}},
		{"a region behind a demonym", "Kenya sent food to the Peruvian Amazon.", map[string]string{"Amazon": "place PER"}},
		{"rebels of a people that lives in several states", "Burundi closed the border. Hutu rebels left.", map[string]string{"Hutu rebels": "group/rebels"}},
		{"a parliament is no man", "The parliament in Tunis, which distrusts Jan Lund, voted.", map[string]string{"Jan Lund": "person/jan-lund", "The parliament in Tunis": "no such mention"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := k.read(t, "2018-05-02", c.text)
			expect(t, d, c.want)
		})
	}
}
