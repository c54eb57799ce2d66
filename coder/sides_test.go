package coder_test

import "testing"

// TestSides looks for who stands at either end of an act where the verb's own words do not
// say it: in what was agreed, in a clause about the thing, or by where the thing lies.
func TestSides(t *testing.T) { codeFriday(t, sides) }

var sides = []coded{
	{"two agree with each other", "Chad and Niger agreed on Monday to defend their pact with Libya.", `
AGREE Chad (TCD) <> Niger (NER)
not AGREE Chad (TCD) + Niger (NER) > Libya`},
	{"talks are of those set against each other before", "Chad and Niger have been at odds over a lake. Talks resumed on Monday in Lima.", `
CONSULT/meeting Chad (TCD) <> Niger (NER)`},
	{"a part of the talks", "Chad accused Niger of spying. The second round of talks ended on Monday in Lima.", `
CONSULT/meeting Chad (TCD) <> Niger (NER)`},
	{"talks of nobody who was told", "The shop opened on Monday. Talks resumed in Lima.", `
not CONSULT/meeting Peru`},
	{"talks that somebody's words part", "Chad accused Niger of spying. Talks between Peru and Chile resumed on Monday.", `
not CONSULT/meeting Chad (TCD) <> Niger (NER)`},
	{"where two sides talk", "Chad accused Niger of spying. The two sides held talks on Monday in Lima.", `
CONSULT/multilateral Chad (TCD) <> Niger (NER)`},
	{"what became of the talks of two", "Talks between Chad and Niger collapsed on Monday.", `
REJECT/meet Chad (TCD) <> Niger (NER)`},
	{"whose treaty is in force", "Chile's trade treaty with Peru took effect on Monday.", `
COOPERATE Chile (CHL) <> Peru (PER)`},
	{"the treaty that was signed", "Chad and Niger signed a treaty on Monday. The treaty will enter into force in June.", `
COOPERATE Chad (TCD) <> Niger (NER)`},
	{"a treaty of nobody", "The minister said the accord took effect on Monday.", `
not COOPERATE`},
	{"between whom somebody mediates", "Chad and Niger held talks on Monday, mediated by Peru.", `
CONSULT Peru (PER) > Chad (TCD) + Niger (NER)`},
	{"where a visit was that is over", "The Chadian president left Peru on Monday after winding up his visit.", `
CONSULT/visit Mahamat Déby (TCDGOV) > Peru (PER)`},
	{"whoever is invited comes", "The Chadian president invited the Swiss president to visit Chad.", `
CONSULT/visit Viola Amherd (CHEGOV) > Chad (TCD)`},
	{"whoever is invited comes, whatever stands between", "The Chadian president invited the Swiss president on Friday to visit Chad.", `
CONSULT/visit Viola Amherd (CHEGOV) > Chad (TCD)`},
	{"a treaty by which two act", "Under a memorandum signed in Lima on Friday, Chad and Niger will share the water.", `
SUPPORT Chad (TCD) <> Niger (NER)`},
	{"the forces of three states", "Troops of Chad, Mali and Niger have launched a joint operation.", `
COOPERATE Chadian Armed Forces (TCDMIL) <> Malian Armed Forces (MLIMIL) + Nigerien Armed Forces (NERMIL)`},
	{"the names beside two", "The two neighbours, Chad and Niger, signed a treaty on Friday.", `
SUPPORT Chad (TCD) <> Niger (NER)`},
	{"whose talks somebody chairs", "The Omani foreign minister chaired the talks between Chad and Niger on Friday.", `
CONSULT/meeting Chad (TCD) <> Niger (NER)`},
	{"whom the head of a party congratulates", "King Mohammed VI was congratulated on Friday by the head of the Communist Party of China.", `
SUPPORT head of the Communist Party (CHNPTY) > Mohammed VI (MARGOV)`},
	{"to whom a letter mourns", "King Mohammed VI wrote on Friday to the Chadian president to offer his condolences on the loss of life.", `
SUPPORT Mohammed VI (MARGOV) > Mahamat Déby (TCDGOV)`},
	{"there is but one pope", "The pope met the Swiss president on Friday.", `
CONSULT/meeting Pope Francis (VATGOV) <> Viola Amherd (CHEGOV)`},
	{"a patronymic between", "The Chadian president met Sergei Viktorovich Lavrov on Friday.", `
CONSULT/meeting Mahamat Déby (TCDGOV) <> Sergei Lavrov (RUSGOV)`},
	{"a visit during which treaties are signed", "The Chadian president will visit Peru next week. Six agreements will be signed during the visit.", `
SUPPORT Mahamat Déby (TCDGOV) <> Peru (PER)`},
	{"those who talked agreed", "The Chadian president held talks with King Mohammed VI on Friday. Agreement was reached on a pipeline.", `
SUPPORT Mahamat Déby (TCDGOV) <> Mohammed VI (MARGOV)`},
	{"the other half of a land", "North Korea cancelled talks with the South on Friday.", `
REJECT/meet North Korea (PRK) > South Korea (KOR)`},
	{"a next round", "Chad and Niger held talks on Friday. A second round will be held in June.", `
CONSULT/meeting Chad (TCD) <> Niger (NER)`},
	{"who says yes was asked", "Chad asked Peru on Monday to mediate, and Lima agreed.", `
AGREE Peru (PER) > Chad (TCD)`},
	{"who was asked by nobody says no yes", "The Chadian minister agreed on Monday.", `
not AGREE`},
	{"a third before what is agreed", "Chad agreed with Libya on Monday to hold talks.", `
AGREE Chad (TCD) > Libya (LBY)`},
	{"to whom the gas goes", "Chad cut off the gas it sells to Niger.", `
COERCE/restrict Chad (TCD) > Niger (NER)`},
	{"where the thing lies", "Israeli jets bombed a bridge near Damascus on Monday.", `
ASSAULT/aerial Israel (ISR) > Syria (SYR)`},
	{"a town without its name", "Rebels entered Lubumbashi on Monday. The Norwegian premier flew to the city on Tuesday.", `
CONSULT/visit Jonas Gahr Støre (NORGOV) > Democratic Republic of the Congo (COD)`},
	{"at home nobody is struck", "Syrian jets bombed a bakery near Damascus on Monday.", `
ASSAULT/aerial Syria (SYR) > -`},
	{"whose thanks they are", "The Chadian envoy conveyed the thanks of King Mohammed VI to Peru.", `
SUPPORT Mohammed VI (MARGOV) > Peru (PER)`},
	{"who is held responsible did it", "Peru held Chile responsible for shelling a Bolivian village.", `
ASSAULT/heavy-weapons Chile (CHL) > Bolivian village (BOLCVL)`},
	{"an embassy arrests nobody", "Peruvian police used tear gas on Monday against marchers who had gathered outside the Chadian embassy in Lima. Ten were arrested.", `
COERCE/arrest Peruvian Police (PERCOP) > Ten`},
	{"those who shell us", "\"They are shelling our towns,\" Niger's foreign minister said on Monday, hours after Chadian jets had struck an airfield in Niger.", `
not ASSAULT/heavy-weapons Niger`},
	{"villagers are not their state", "Peru protested to Chile on Monday. Peruvian villagers protested to Chile as well.", `
ACCUSE/allege Peru (PER) > Chile (CHL)
ACCUSE/allege Peruvian villagers (PERCVL) > Chile (CHL)`},
	{"a step in apposition is the clause's", "Peru has expelled two Bolivian envoys, a move that Ecuador deplored.", `
ACCUSE/disapprove Ecuador (ECU) > Peru (PER)`},
	{"a step as which a thing was done", "Poland closed its border in a step that Belarus called hostile.", `
ACCUSE/disapprove Belarus (BLR) > Poland (POL)`},
	{"a step told before", "Peru freed two Chilean pilots on Monday. Norway welcomed the gesture.", `
SUPPORT Norway (NOR) > Peru (PER)`},
	{"a step of others by its words", "Peru freed two Chilean pilots on Monday. Norway condemned the moves of the guerrillas.", `
not ACCUSE/disapprove Norway (NOR) > Peru (PER)`},
	{"a deed within its claim", "ETA claimed responsibility for a raid on Monday in which two Spanish guards were shot dead.", `
ASSAULT/firearms ETA (ESPREB) > two Spanish guards (ESPMIL) [2024-05-13..2024-05-13 expression] asserted on the word of ETA`},
	{"a deed told before its claim", "Two Spanish guards were shot dead on Monday. ETA claimed responsibility for the attack.", `
ASSAULT/firearms ETA (ESPREB) > Two Spanish guards`},
	{"a claim of another deed", "Two Spanish guards were shot dead on Monday. ETA claimed responsibility for a raid in Corsica.", `
ASSAULT/firearms - > Two Spanish guards`},
	{"whose sanctions are lifted", "Kenya slapped an embargo on Chad in March. The sanctions were lifted on Monday.", `
RETREAT - > Chad (TCD) [2024-05-13..2024-05-13 expression] asserted`},
	{"others' sanctions are lifted", "Kenya slapped an embargo on Chad in March. Peru lifted the tariffs on Monday.", `
not RETREAT Peru (PER) > Chad`},
	{"what another rejected", "Peru offered Chile a truce on Monday. Chile turned the offer down, and Bolivia rejected it too.", `
REJECT Bolivia (BOL) > Peru (PER)`},
	{"what nothing tells", "The Chilean parliament rejected it on Monday.", `
not REJECT`},
	{"whom one demands to be freed", "Chad seized two Libyan guards. Muammar Gaddafi telephoned Idriss Deby on Monday to demand that they be freed.", `
not REQUEST/yield Muammar Gaddafi (LBY) > two Libyan guards`},
	{"whom a state charges", "Kenya expelled two Chadian envoys on Monday, charging that they had smuggled rebels out of the country.", `
ACCUSE/allege Kenya (KEN) > two Chadian envoys (TCDGOV)`},
	{"a state's own town", "Georgian mortars shelled the outskirts of Tskhinvali on Monday.", `
ASSAULT/heavy-weapons Georgia (GEO) > Tskhinvali (GEOCVL)`},
	{"another state's town", "Turkish troops shelled Aleppo on Monday.", `
ASSAULT/heavy-weapons Turkish Armed Forces (TURMIL) > Syria (SYR)`},
	{"whom somebody else invited", "Russian President Vladimir Putin may visit Japan. Chief Cabinet Secretary Misoji Sakamoto denied on Monday that Tokyo had invited him.", `
AGREE Japan (JPN) > Vladimir Putin (RUSGOV) [..2024-05-13 report] negated`},
	{"to whom a credit goes", "Chilean President Gabriel Boric met his Bolivian counterpart, Luis Arce, on Monday. The accord commits Santiago to extending a credit of 60 million dollars.", `
AID Chile (CHL) > Bolivia (BOL)`},
	{"who of the throwers was shot", "Marchers threw stones at Kenyan police in Nairobi on Monday, and two were shot dead.", `
ASSAULT/firearms Kenyan Police (KENCOP) > Marchers (KENCVL)`},
	{"a letter that a guest carries", "The Jordanian king flew to Baghdad on Monday with a letter from Vladimir Putin.", `
CONSULT/visit
CONSULT/message Vladimir Putin (RUSGOV)`},
	{"names tell the members of a plural", "The foreign ministers of Kenya and Uganda, Musalia Mudavadi and Jeje Odongo, signed a treaty on Monday.", `
SUPPORT Musalia Mudavadi (KENGOV) <> Jeje Odongo (UGAGOV)`},
	{"who is warned by a passive", "The Malian junta warned that Kenyan smugglers would be arrested.", `
THREATEN/arrest Malian junta (MLIGOV) > Kenyan smugglers
COERCE/arrest Malian junta (MLIGOV) > Kenyan smugglers (KENCRM) [2024-05-17.. tense] planned`},
	{"whom a road joins", "Azerbaijan blocked the only road linking Armenia with Stepanakert on Monday.", `
COERCE/restrict Azerbaijan (AZE) > Armenia (ARM)`},
	{"against whom jets rise", "Japan scrambled fighters on Monday after two Chinese bombers flew past Okinawa.", `
MOBILIZE/troops Japan (JPN) > two Chinese bombers (CHNMIL)`},
	{"on whom envoys walk out", "Kenyan envoys walked out on Monday as the Sudanese foreign minister spoke.", `
PROTEST/boycott Kenyan envoys (KENGOV) > Hussein Awad Ali (SDNGOV)`},
	{"in whose prison", "Nine Chadians have been held in a Libyan jail since Monday.", `
COERCE/arrest Libya (LBY) > Chadians`},
	{"in whose country", "A Kenyan reporter was arrested in Tripoli on Monday.", `
COERCE/arrest Libya (LBY) > Kenyan reporter`},
	{"at home nobody says who", "A Libyan reporter was arrested in Tripoli on Monday.", `
COERCE/arrest - > Libyan reporter`},
	{"as a warning to whom", "Kenya sent two frigates to the strait on Monday as a warning to Yemen.", `
MOBILIZE/troops Kenya (KEN) > Yemen (YEM)`},
	{"to stop whom", "Norway sent fighter jets to intercept two Russian bombers on Monday.", `
MOBILIZE/troops Norway (NOR) > two Russian bombers (RUSMIL)`},
	{"what hits is no launch", "A Greek tanker was hit on Monday by a missile fired by the Houthis.", `
ASSAULT/heavy-weapons Houthis (YEMREB) > Greek tanker
not MOBILIZE`},
	{"a flag is a home", "The Houthis attacked a Liberian-flagged tanker on Monday.", `
ASSAULT Houthis (YEMREB) > Liberian-flagged tanker (LBR`},
	{"not to hesitate is to do", "Chad's army did not hesitate on Monday to shell Niger.", `
ASSAULT/heavy-weapons Chadian Armed Forces (TCDMIL) > Niger (NER)`},
	{"nor will who will not hesitate", "Chad will not hesitate to shell Niger.", `
THREATEN/violence Chad (TCD) > Niger (NER) [..2024-05-17 tense] asserted
ASSAULT/heavy-weapons Chad (TCD) > Niger (NER) [2024-05-17.. tense] planned`},
	{"thousands of a people are a crowd", "Thousands of Kenyans rallied in Nairobi on Monday to call for peace.", `
PROTEST/demo Kenyans (KENCVL)`},
	{"a driver of the town", "A taxi driver was shot dead in Belfast on Monday.", `
ASSAULT/firearms - > taxi driver (GBRLAB)`},
	{"strangers in the town", "Two foreign engineers were kidnapped in Kandahar on Monday.", `
ASSAULT/abduct - > Two foreign engineers (EDU)`},
	{"where he arrived", "A Kenyan reporter was detained on arrival at Istanbul airport on Monday.", `
COERCE/arrest Turkey (TUR) > Kenyan reporter`},
	{"to whom what is stopped would go", "Libya threatened on Monday to halt shipments of oil to Niger.", `
THREATEN/relations Libya (LBY) > Niger (NER)`},
	{"captured by those who attacked", "Two Kenyan soldiers were killed and two were captured on Monday when Somali rebels ambushed a convoy.", `
COERCE/arrest Somali rebels (SOMREB) > two`},
	{"by force is by nobody", "The Kenyan envoys were thrown out by force on Monday.", `
not force`},
	{"an embassy in a city", "NATO missiles slammed into the Chinese embassy in Belgrade on Monday.", `
ASSAULT/heavy-weapons NATO (IGOMIL) > Chinese Embassy (CHNGOV)`},
	{"told to leave by the state", "Three Kenyan envoys were told on Monday to leave Norway.", `
SANCTION/expel Norway (NOR) > Three Kenyan envoys`},
	{"expelled by the state", "Two Kenyan envoys were expelled from Chad on Monday.", `
SANCTION/expel Chad (TCD) > Two Kenyan envoys`},
	{"another's consulate at home", "Poland is closing Chad's consulate in Poznan.", `
SANCTION/withdraw Poland (POL) > Chadian Embassy`},
	{"at whom warning shots were fired", "Kenyan soldiers fired warning shots on Monday after nine Somali soldiers had crossed the border.", `
ASSAULT/firearms Kenyan Armed Forces (KENMIL) > Somali Armed Forces (SOMMIL)`},
}
