package who_test

import "testing"

// By what persons and states are called again that is neither name nor office.
func TestCalledAgain(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		name, text string
		want       map[string]string
	}{
		{"a state by a word that few fit", "Latvia and Poland closed the border. Poland blamed the Baltic republic.", map[string]string{"the Baltic republic": "LVA"}},
		{"a state without a coast", "Argentina and Paraguay quarrel. Argentina blamed the landlocked country.", map[string]string{"the landlocked country": "PRY"}},
		{"its neighbour is the state beside it", "Haiti freed two men. The Dominican Republic had asked for it. Norway paid. Haiti thanked its neighbour.", map[string]string{"its neighbour": "DOM"}},
		{"the only neighbour there is", "Lesotho wants help. Norway and Lesotho blamed Lesotho's neighbour.", map[string]string{"Lesotho's neighbour": "ZAF"}},
		{"the country of the organ that acts", "Chad blamed Peru. The Russian Foreign Ministry recalled the country's consul.", map[string]string{"the country": "RUS"}},
		{"one of a nation", "President Vladimir Putin met Anna Berg of Norway. The Russian thanked the visitor.", map[string]string{"Russian": "person/putin-vladimir"}},
		{"an official of a state", "President Vladimir Putin met Norwegian minister Anna Berg. They talked. The Norwegian official left.", map[string]string{"The Norwegian official": "person/anna-berg"}},
		{"the interim leader", "Chad's interim president, Anna Berg, met President Vladimir Putin. The interim leader asked for help.", map[string]string{"The interim leader": "person/anna-berg"}},
		{"a picture of somebody", "Norwegian minister Anna Berg left Chad. The former teacher had been ill.", map[string]string{"The former teacher": "person/anna-berg"}},
		{"named next", "Norway's security chief has resigned. Jan Lund told reporters that he was tired.", map[string]string{"Norway's security chief": "person/jan-lund"}},
		{"they who meet", "Sergei Lavrov will show it to his German counterpart when they meet on Friday.", map[string]string{"they": "person/lavrov-sergei+person/maas-heiko"}},
		{"a secretary-general is no general", "UN Secretary-General Antonio Guterres met General Jan Lund in Chad. The general gave way.", map[string]string{"The general": "person/jan-lund"}},
		{"several of them", "Farmers in Chad say that police beat several of them.", map[string]string{"them": "group/tcd-farmers"}},
		{"titles of respect are no names", "Father Jean Lund fled Chad. Soldiers hunted Father Lund.", map[string]string{"Lund": "person/jean-lund"}},
		{"the evening before the soldiers", "Chad closed the border. That evening soldiers burned a truck.", map[string]string{"soldiers": "group/tcd-soldiers"}},
		{"a mission is the delegation", "A delegation from the African Union flew to Chad. The mission reported in Paris.", map[string]string{"The mission": "group/igo-delegation"}},
		{"the three European ones of those listed", "France, Germany and Peru blamed Chad, Latvia and Norway. Chad, France and Germany left. Chad blamed the two European countries.",
			map[string]string{"the two European countries": "FRA+DEU"}},
		{"the rivals", "Viktor Yushchenko left. His rival, Viktor Yanukovich, met reporters in Kiev. Anna Berg of Norway urged the rivals to talk.",
			map[string]string{"the rivals": "person/yushchenko-viktor+person/yanukovych-viktor"}},
		{"who came is the visitor", "Norway's minister Anna Berg flew to Oslo. Chad's minister Jan Lund arrived in Lima. The visitor wept. His hosts laughed.",
			map[string]string{"The visitor": "person/jan-lund", "His hosts": "PER"}},
		{"whose the host is, a demonym tells", "Chad's minister Jan Lund flew to Oslo to thank Norway's minister Anna Berg. Her Norwegian host promised help.", map[string]string{"Her Norwegian host": "person/anna-berg"}},
		{"who fled is the exile", "President Mobutu Sese Seko fled Kinshasa. Rebels led by Jan Lund entered the city. The exile wept.", map[string]string{"The exile": "person/seko-mobutu-sese"}},
		{"the ministers of the two, named beside", "Chad and Peru met. The foreign ministers of the two countries, Anna Berg and Jan Lund, left.", map[string]string{"the two countries": "TCD+PER"}},
		{"his interlocutor is the other", "Belarus President Alexander Lukashenko met Russia's Nikolai Patrushev. Patrushev thanked his interlocutor.",
			map[string]string{"his interlocutor": "person/lukashenko-alexander"}},
		{"his guest of the same state", "Lebanon's minister Jan Lund met President Michel Aoun in Beirut. Aoun thanked his guest.", map[string]string{"his guest": "person/jan-lund"}},
		{"the two foreign ministers, unnamed", "Chad and Germany signed a treaty. Norway's Anna Berg hailed the two foreign ministers.",
			map[string]string{"the two foreign ministers": "person/mahamat-zene-cherif+person/maas-heiko"}},
		{"a village is no person", "Anna Berg of Norway met Jan Lund of Chad in the village of Ana Rojas. The two women left.", map[string]string{"The two women": "person/anna-berg+person/jan-lund"}},
		{"the pope is no president", "President Vladimir Putin called. Pope Francis wept. Peru thanked the president.", map[string]string{"the president": "person/putin-vladimir"}},
		{"another state's service", "Ukraine's Security Service blamed Chad.", map[string]string{"Security Service": "org/ukr-intelligence"}},
		{"whose embassy is stormed", "Ecuador accused Britain of threatening to storm its embassy.", map[string]string{"its": "ECU"}},
		{"nobody's own is a regime", "Belarus jailed nine men. Belarus blamed Chad. Latvia's foreign minister, Edgars Rinkevics, called on the EU to punish the regime.",
			map[string]string{"the regime": "group/blr-regime"}},
		{"a bloc is no state's", "Niger closed the border. The bloc threatened Niger.", map[string]string{"The bloc": "group/bloc"}},
		{"the new leader is not who fled", "Kyrgyz opposition leader Roza Otunbayeva wept after President Kurmanbek Bakiyev fled. The new leader thanked Chad.",
			map[string]string{"The new leader": "person/otunbayeva-roza"}},
		{"the ousted dictator is who fled", "President Mengistu Haile Mariam fled Addis Ababa. U.S. diplomat Jan Lund wept. Zimbabwe thanked the ousted dictator.",
			map[string]string{"the ousted dictator": "person/mengistu-haile-mariam"}},
		{"the world body", "Chad thanked the world body.", map[string]string{"the world body": "org/united-nations"}},
		{"the new government is not its judge's", "Haiti blamed Chad. Haiti wept. Mexico's Anna Berg refused to recognise the new government.", map[string]string{"the new government": "group/hti-government"}},
		{"accused of something is no other", "Ukraine's Volodymyr Zelensky flew to Washington. JD Vance accused the guest of ingratitude.", map[string]string{"the guest": "person/zelensky-volodymyr"}},
		{"authorities of a town, accused", "Peru accused the authorities of Goma of hiding rebels.", map[string]string{"the authorities of Goma": "group/authorities"}},
		{"a delegation is its sender's", "Gambia wept. Norway sent four men to Banjul. The delegation left.", map[string]string{"The delegation": "group/nor-delegation"}},
		{"who acts before where", "South Korea sent a delegation to Kabul. Russia urged the Asian country to leave.", map[string]string{"the Asian country": "KOR"}},
		{"a visit of long ago", "Liberian President Charles Taylor flew to Nigeria. Chad wept. Peru wept. Norway wept. Peru left. The visitor slept.", map[string]string{"The visitor": "person/taylor-charles"}},
		{"one expels others' diplomats", "Iran blamed Britain. It expelled two of its diplomats.", map[string]string{"its diplomats": "group/gbr-diplomats"}},
		{"leaders of both are of no one state", "Chad wept. The king met leaders of both communities.", map[string]string{"leaders of both communities": "group/leaders"}},
		{"a home secretary is a minister", "British Home Secretary Jan Lund left. Chile thanked the minister.", map[string]string{"the minister": "person/jan-lund"}},
		{"a president is a general", "Russian President Vladimir Putin left Chad. The general wept.", map[string]string{"The general": "person/putin-vladimir"}},
		{"one Georgian is not Georgia", "Haiti thanked the Georgian.", map[string]string{"Georgian": "group/geo-one"}},
		{"a Baltic state", "Latvia and Poland closed the border. Poland blamed the Baltic state.", map[string]string{"the Baltic state": "LVA"}},
		{"an ally by a demonym", "Armenia left. Turkey thanked its Azeri ally.", map[string]string{"its Azeri ally": "AZE"}},
		{"an ally by the alliance", "Turkey blamed Sudan. Germany warned the NATO ally against revenge.", map[string]string{"the NATO ally": "TUR"}},
		{"who asks is not the ally", "Israel shelled Lebanon. Lebanon asked Washington to press its ally.", map[string]string{"its ally": "ISR"}},
		{"the movement by its creed", "Chad met Hamas. The Islamist movement wept.", map[string]string{"The Islamist movement": "org/hamas"}},
		{"the envoy told before by more words", "The U.N. envoy, Yasushi Akashi, met Alija Izetbegovic in Sarajevo. The envoy wept.", map[string]string{"The envoy": "person/akashi-yasushi"}},
		{"who summons a state's envoy is not that state's", "Pakistan protested to India. The ministry summoned the Indian ambassador.", map[string]string{"The ministry": "group/pak-ministry"}},
		{"no messenger is nobody", "A minister of Chad spoke. No messenger came. He left.", map[string]string{"He": "group/tcd-minister"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := k.read(t, "2018-05-02", c.text)
			expect(t, d, c.want)
		})
	}
}
