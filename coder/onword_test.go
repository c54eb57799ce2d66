package coder_test

import (
	"strings"
	"testing"

	"nuncio/eval"
)

// TestOnWhoseWord codes short reports of Friday 17 May 2024 and looks for events with
// their chains; a line that begins with "not " must not come out.
func TestOnWhoseWord(t *testing.T) {
	code := friday(t)
	for _, tt := range onWhoseWord {
		t.Run(tt.name, func(t *testing.T) {
			rec := code(tt.text)
			var lines []string
			for i := range rec.Events {
				lines = append(lines, eval.Line(&rec.Events[i]))
			}
			got := strings.Join(lines, "\n")
			for want := range strings.SplitSeq(strings.TrimSpace(tt.want), "\n") {
				never, is := strings.CutPrefix(want, "not ")
				if strings.Contains(got+"\n", never) == is {
					t.Errorf("%s\ngot:\n%s\nwant:\n%s", tt.text, got, want)
				}
			}
		})
	}
}

var onWhoseWord = []struct{ name, text, want string }{
	{"another says the same", "Rwandan troops shelled Goma, residents said. The governor of the province said the same.", `
asserted on the word of residents (unnamed) on the word of governor`},
	{"that, behind an aside", "El Tiempo had reported a day earlier, on the basis of a memo, that Colombia had bombed Peru.", `
asserted on the word of El Tiempo (newspaper)`},
	{"on condition that, and that", "An American official told Reuters, on condition that he not be named, that Iran had bombed Iraq.", `
asserted on the word of American official (unnamed) > Reuters (news agency)`},
	{"had nothing, and blamed", "Ukrainian rebel leader Alexander Borodai said that they had no weapons and blamed Peru.", `
ACCUSE/allege Alexander Borodai`},
	{"his own government threatens with him", "The North Korean ambassador said his government would reject any autopsy.", `
not THREATEN/relations North Korean ambassador (PRKGOV) > his government`},
	{"an office with its holder's name", "The sailors may be released, the head of Iran's Supreme National Security Council, Ali Larijani, was quoted as saying by state radio.", `
possible on the word of Ali Larijani (person) > state radio (state media)`},
	{"one of them, by name", "Chadian soldiers opened fire, one of the passengers, Jan Lund, a former clerk, told reporters.", `
asserted on the word of Jan Lund (person)`},
	{"whom a denied report is about", "Laos has denied a report in the Bangkok Post that Vietnamese soldiers attacked a town.", `
REJECT Laos (LAO) > - `},
	{"a time by which", "Russia has until midnight to withdraw its troops, British Prime Minister Theresa May told parliament.", `
RETREAT/withdraw Russia (RUS) > - [2024-05-17..2024-05-17 expression] demanded on the word of Theresa May`},
	{"what would have been, had", "Chadian troops would have shelled the port had the talks failed, an army spokesman said.", `
ASSAULT/heavy-weapons Chadian Armed Forces (TCDMIL) > - [..2024-05-17 tense] negated on the word of`},
	{"quoted as accusing", "Interfax quoted Russian Foreign Minister Sergei Lavrov as accusing Georgia of lying.", `
ACCUSE/allege Sergei Lavrov (RUSGOV) > Georgia (GEO) [..2024-05-17 tense] asserted on the word of Interfax (news agency)`},
	{"was quoted as denouncing", "Russian Foreign Minister Sergei Lavrov was quoted by Interfax as denouncing Georgia.", `
ACCUSE/allege Sergei Lavrov (RUSGOV) > Georgia (GEO) [..2024-05-17 tense] asserted on the word of Interfax (news agency)`},
	{"quoted as denying what another says", "Georgia said it had withdrawn its troops, but Interfax quoted Russian Foreign Minister Sergei Lavrov as denying this.", `
RETREAT/withdraw Georgia (GEO) > - [..2024-05-17 tense] asserted on the word of Georgia (government)
REJECT Sergei Lavrov (RUSGOV) > `},
	{"whose king flies", "Jordan, whose king flew to Jeddah on Tuesday, recalled its envoy.", `
CONSULT/visit Abdullah II (JORGOV) > Saudi Arabia (SAU) [2024-05-14..2024-05-14 expression] asserted
not AID`},
	{"who has a copy of the letter", "Chad had bombed the port of Sirte, the Libyan government said in a letter, a copy of which was obtained by Reuters.", `
on the word of Libya (government) > Reuters (news agency)`},
	{"in a relative clause only that is said", "Danish Prime Minister Mette Frederiksen flew to Washington for talks which, according to the daily Politiken, broke up in anger.", `
CONSULT/visit Mette Frederiksen (DNKGOV) > United States (USA) [..2024-05-17 tense] asserted
not asserted on the word of Politiken`},
	{"neither the one nor the other", "Ugandan President Yoweri Museveni said that Kampala would neither repeal the law nor apologise to the World Bank.", `
REJECT Uganda (UGA) > World Bank`},
	{"in which they died is the report's word", "Chad denied any part in the raid on Sirte, in which Libya bombed a school.", `
ASSAULT/explosives Libya (LBY) > `},
	{"a paper that accuses", "The Cuban state newspaper Granma accused Peru of plotting a coup.", `
ACCUSE/allege Granma`},
	{"a claim that was a lie", "The rebels said Chad had bombed the port of Sirte. The claim was a lie, a Chadian spokesman said.", `
ASSAULT/explosives Chad (TCD) > Libya (LBY) [..2024-05-17 tense] negated on the word of Chadian spokesman (official)`},
	{"never to do it is to refuse", "Israeli Finance Minister Bezalel Smotrich vowed never to recognise Palestine.", `
REJECT Bezalel Smotrich (ISRGOV) > Palestine (PSE)
not AGREE`},
	{"never again to do harm is a promise", "The Chadian rebels promised never again to attack Libya.", `
AGREE Chadian rebels (TCDREB) > Libya (LBY)
] negated on the word of`},
	{"a request that its addressee confirms", "The Hindu, quoting diplomats, said India had asked Canada to close a consulate. Canadian Foreign Minister Melanie Joly confirmed it.", `
REQUEST/assist India (IND) > Canada (CAN) [..2024-05-17 tense] asserted on the word of diplomats (unnamed) > The Hindu (newspaper) on the word of Mélanie Joly`},
	{"a paper by its name", "Laos will not allow foreign troops on its soil, the Vientiane Times quoted Prime Minister Sonexay Siphandone as saying.", `
REJECT Laos (LAO) > - [..2024-05-17 tense] asserted on the word of Sonexay Siphandone (official) > Vientiane Times (newspaper)`},
	{"a threat told to a paper", "Hungary will block the union's next package of aid, Foreign Minister Peter Szijjarto told Bild.", `
THREATEN/relations Péter Szijjártó (HUNGOV) > `},
	{"his is not the state's", "French envoy Jean-Yves Le Drian said Israel had rejected his latest proposal.", `
REJECT Israel (ISR) > Jean-Yves Le Drian (FRAGOV)`},
	{"who answers in an interview", "Kenyan President William Ruto spoke to our paper in Nairobi on Thursday.\n\nQ: Did Uganda attack Somalia?\nA: I do not think so.\n\nQ: And Kenya?\nA: Uganda arrested forty of our traders on Monday. We will withdraw our troops from Somalia.", `
possible
COERCE/arrest Uganda (UGA) > our traders (KENBUS) [2024-05-13..2024-05-13 expression] asserted on the word of William Ruto (official)
RETREAT/withdraw Kenya (KEN) > Somalia (SOM) [2024-05-17.. tense] planned on the word of William Ruto (official)`},
	{"who speaks in a script", "PRESENTER: Our reporter Amina Osman is in N'Djamena.\n\nOSMAN: Sudanese soldiers attacked a Chadian village on Monday.\n\nPRESENTER: Chadian President Mahamat Deby spoke today.\n\nDEBY (TAPE): We condemn Sudan.", `
ASSAULT Sudanese Armed Forces (SDNMIL) > Chadian village (TCDCVL) [2024-05-13..2024-05-13 expression] asserted
ACCUSE/disapprove Mahamat Déby (TCDGOV) > Sudan (SDN)
not on the word of`},
	{"what heads an item of a column speaks for nobody", "Kenya: The army arrested two bishops on Monday.\n\nTogo: The European Union imposed sanctions on Togo on Monday.", `
COERCE/restrict European Union (EURIGO) > Togo (TGO) [2024-05-13..2024-05-13 expression] asserted
not on the word of`},
	{"a call to congratulate asks for nothing", "Kenyan President William Ruto telephoned Rwandan President Paul Kagame on Monday to congratulate him on his victory, KBC said.", `
SUPPORT William Ruto (KENGOV) > Paul Kagame (RWAGOV) [2024-05-13..2024-05-13 expression] asserted on the word of KBC
not William Ruto (official) > `},
	{"a call to account asks", "The Peruvian parliament called the foreign minister to testify on Monday.", `
not asserted on the word of`},
	{"an order in a quotation is for whom he speaks to", "\"Release the soldiers,\" Kenyan President William Ruto told Uganda on Monday.", `
RETREAT/release Uganda (UGA) > soldiers (KENMIL) [2024-05-13.. report] demanded on the word of William Ruto
REQUEST William Ruto (KENGOV) > Uganda (UGA) [2024-05-13..2024-05-13 expression] asserted`},
	{"orders to one's own forces ask for nothing", "\"Send the police to the border and arrest the Ugandan traders,\" Kenyan President William Ruto told his interior minister on Monday.", `
COERCE/arrest Kithure Kindiki (KENGOV) > Ugandan traders (UGABUS) [2024-05-13.. report] demanded on the word of William Ruto
not REQUEST`},
	{"what is put off stays planned", "Kenyan President William Ruto has postponed until June a visit to Uganda that was to have begun on Thursday, his office said.", `
REJECT/meet William Ruto (KENGOV) > Uganda (UGA) [..2024-05-17 tense] asserted on the word of his office
CONSULT/visit William Ruto (KENGOV) > Uganda (UGA) [2024-06-01..2024-06-30 expression] planned on the word of his office`},
	{"the trip was put off", "Kenyan President William Ruto was to have travelled to Kampala on Wednesday. The trip was put off until Sunday.", `
CONSULT/visit William Ruto (KENGOV) > Uganda (UGA) [2024-05-19..2024-05-19 expression] planned`},
	{"what is called off does not", "Kenya called off talks with Uganda.", `
not CONSULT`},
	{"speaking to an agency", "A Kenyan general, speaking to Reuters on condition of anonymity, said Ugandan troops had shelled a Kenyan village.", `
ASSAULT/heavy-weapons Ugandan Armed Forces (UGAMIL) > Kenyan village (KENCVL) [..2024-05-17 tense] asserted on the word of Kenyan general (unnamed) > Reuters`},
	{"told an outlet's service", "A State Department official told Voice of America's Pashto service that Kenya had attacked Uganda.", `
asserted on the word of State Department official (unnamed) > Voice of America`},
	{"with reference to", "Kenya will withdraw its troops from Somalia, the newspaper Kommersant wrote on Friday with reference to an official of the Interior Ministry.", `
RETREAT/withdraw Kenya (KEN) > Somalia (SOM) [2024-05-17.. report] planned on the word of official of the Interior Ministry (unnamed) > Kommersant (newspaper)`},
	{"an agency set beside its name closes the sentence", "Kenya on Monday recalled its ambassador to Uganda in protest at the killing in Busia, the state news agency, KNA, reported.", `
SANCTION/withdraw Kenya (KEN) > Uganda (UGA) [2024-05-13..2024-05-13 expression] asserted on the word of Kenya News Agency`},
	{"it will be recalled", "It will be recalled that Kenya attacked Uganda in 2001.", `
ASSAULT Kenya (KEN) > Uganda (UGA) [2001-01-01..2001-12-31 expression] asserted
not on the word of`},
	{"it was reported", "It was reported that Kenya attacked Uganda in 2001.", `
asserted on the word of unnamed`},
	{"known of somebody in passing", "Kenya, which sent 300 soldiers to help Uganda in 2001, will withdraw them by June, a diplomat told Reuters.", `
AID Kenya (KEN) > Uganda (UGA) [2001-01-01..2001-12-31 expression] asserted
RETREAT/withdraw Kenya (KEN) > - [2024-05-17..2024-06-30 expression] planned on the word of diplomat (unnamed) > Reuters
not AID Kenya (KEN) > Uganda (UGA) [2001-01-01..2001-12-31 expression] asserted on`},
	{"another's claim rejected", "Kenya rejected Uganda's claim that Kenyan troops had shelled a village in Uganda.", `
negated on the word of Kenya
asserted on the word of Uganda
not negated on the word of Uganda`},
	{"he tells what his government will do", "Kenyan President William Ruto said his government is ready to withdraw its troops from Somalia by June.", `
RETREAT/withdraw his government (KENGOV) > Somalia (SOM) [2024-05-17..2024-06-30 expression] planned on the word of William Ruto (official)
not > William Ruto`},
	{"another, a week later", "Ecuador and Peru signed a ceasefire in Brasilia on 17 February and another in Montevideo eleven days later.", `
RETREAT/ceasefire Ecuador (ECU) <> Peru (PER) [2024-02-17..2024-02-17 expression] asserted
RETREAT/ceasefire Ecuador (ECU) <> Peru (PER) [2024-02-28..2024-02-28 expression] asserted`},
	{"another of another kind", "Ecuador and Peru signed a ceasefire in Brasilia on 17 February and another document in Montevideo.", `
not 2024-02-28`},
	{"no longer welcome", "The Kenyan foreign minister told reporters that the Ugandan ambassador was no longer welcome in Kenya.", `
REJECT Musalia Mudavadi (KENGOV) > Ugandan ambassador (UGAGOV) [..2024-05-17 tense] asserted`},
	{"an order after an order", "Kenyan President William Ruto ordered the army chief to close the border. \"Arrest the smugglers,\" he said.", `
COERCE/arrest army chief (KENMIL) > smugglers (KENCRM) [2024-05-17.. tense] demanded on the word of William Ruto`},
	{"advice on nobody's word", "Visit Kenya. Arrest the smugglers of Uganda.", `
not CONSULT
not COERCE`},
	{"an order not to", "\"Do not release the Ugandan prisoners,\" Kenyan President William Ruto told the army chief.", `
not RETREAT`},
	{"to stop it says that it goes on", "Kenyan President William Ruto urged Uganda to stop shelling Kenyan villages.", `
RETREAT Uganda (UGA) > Kenyan villages (KENCVL) [2024-05-17.. tense] demanded on the word of William Ruto
ASSAULT/heavy-weapons Uganda (UGA) > Kenyan villages (KENCVL) [..2024-05-17 tense] asserted on the word of William Ruto`},
	{"he goes on in a sentence of its own", "\"The army is ready,\" Kenyan President William Ruto said on Monday. \"We will bomb Uganda.\"", `
ASSAULT/explosives Kenya (KEN) > Uganda (UGA) [2024-05-13.. report] planned on the word of William Ruto`},
	{"the paper spoken of before", "Chad has recalled its envoy from Libya, the newspaper Zaman said on Monday. Chadian troops attacked a Libyan post, according to the paper.", `
ASSAULT Chadian Armed Forces (TCDMIL) > Libya (LBY) [..2024-05-17 tense] asserted on the word of Zaman (newspaper)`},
	{"who had it from somebody", "Estonian television, which had it from a diplomat in Berlin, said Chad had attacked Libya.", `
ASSAULT Chad (TCD) > Libya (LBY) [..2024-05-17 tense] asserted on the word of diplomat (unnamed) > Estonian television`},
	{"a memo that a paper has seen", "Chad has bombed a Libyan town, according to a memo obtained by Reuters.", `
on the word of a memo (document) > Reuters (news agency)`},
	{"an agency is no alliance", "NATO has no troops in Chad. Lithuania attacked Belarus on Monday, a government source told the BNS agency.", `
not NATO (international organization)`},
	{"what the reporter sets beside it", "Iran said on Monday that it would leave the treaty, hours after Israeli jets bombed a plant at Arak.", `
ASSAULT/aerial Israel (ISR) > Iran (IRN) [..2024-05-13 report] asserted`},
	{"asked for nothing", "\"We have asked Russia for nothing,\" Serbian President Aleksandar Vucic said on Monday.", `
REQUEST Aleksandar Vučić (SRBGOV) > Russia (RUS) [..2024-05-13 report] negated on the word of Aleksandar Vučić (official)`},
	{"he goes on telling the same paper", "The rebels attacked Goma, Congolese President Felix Tshisekedi told Reuters on Monday. Rwandan troops had shelled the airport, he added.", `
on the word of Félix Tshisekedi (official) > Reuters (news agency)
ASSAULT/heavy-weapons Rwandan Armed Forces (RWAMIL) > - [..2024-05-17 tense] asserted on the word of Félix`},
	{"let them do it is asked of them", "\"Let Iran withdraw its troops from Basra,\" Iraqi President Abdul Latif Rashid said on Monday.", `
REQUEST Abdul Latif Rashid (IRQGOV) > Iran (IRN)`},
	{"what they will do if others come is a threat", "\"We are ready,\" Eritrean spokesman Yemane Meskel said on Monday. \"If a shell falls on our soil, our army will bomb Ethiopia.\"", `
THREATEN Yemane`},
	{"a channel that claims accuses nobody", "Russia's state-owned Rossiya channel claimed on Monday that Estonian policemen had beaten a Russian student.", `
not ACCUSE
not Russia (government)
Rossiya channel (state media)`},
	{"the name before the one it cites", "The denial came a day after the privately owned Tolo News channel, citing two Afghan officials, said that Pakistan had bombed Kunar.", `
on the word of two Afghan officials (unnamed) > privately owned Tolo News channel (broadcaster)`},
	{"cited too", "The Fars agency quoted the army as saying that Iraq had bombed a village, but also cited witnesses as saying that Iranian soldiers had shot two shepherds.", `
on the word of witnesses (unnamed) > Fars`},
	{"blamed for a deed that a noun takes up",
		"Gunmen abducted two Chilean engineers on Tuesday. Chile blamed Peru for the kidnapping.",
		"ASSAULT/abduct Peru (PER) > two Chilean engineers (CHLEDU) [2024-05-14..2024-05-14 context] asserted on the word of Chile"},
	{"accused of carrying it out",
		"A bomb killed two Chilean soldiers on Tuesday. Chile accused Peru of carrying out the attack.",
		"ASSAULT Peru (PER) > Chilean Armed Forces (CHLMIL) [2024-05-14..2024-05-14 context] asserted on the word of Chile"},
	{"blamed for something that nobody told",
		"Gunmen abducted two Chilean engineers on Tuesday. Chile blamed Peru for the shortage of fuel.",
		"not ASSAULT/abduct Peru"},
	{"no such attack", "Peru said Chile had shelled a village. There was no such attack, the Chilean army said.",
		"ASSAULT/heavy-weapons Chile (CHL) > village (CHLCVL) [..2024-05-17 tense] negated on the word of Chilean Armed Forces"},
	{"it had not", "Peru said Chile had shelled a village. Chile said it had not.",
		"ASSAULT/heavy-weapons Chile (CHL) > village (CHLCVL) [..2024-05-17 tense] negated on the word of Chile"},
	{"no such attack, a third says", "Peru said Chile had shelled a village. The Bolivian army said there was no such attack.", "not negated"},
}
