package coder_test

import (
	"io/fs"
	"strings"
	"sync"
	"testing"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/clause"
	"nuncio/codebook"
	"nuncio/coder"
	"nuncio/data"
	"nuncio/eval"
	"nuncio/nlp"
	"nuncio/text"
	"nuncio/voice"
	"nuncio/when"
	"nuncio/where"
	"nuncio/who"
)

// built is the coder with the built-in knowledge, made once for all tests.
var built = sync.OnceValues(func() (*coder.Coder, error) {
	var first error
	keep := func(err error) {
		if first == nil {
			first = err
		}
	}
	sub := func(dir string) fs.FS {
		f, err := fs.Sub(data.FS, dir)
		keep(err)
		return f
	}
	rules, err := text.LoadRules(data.FS)
	keep(err)
	p := coder.Parts{Version: "test"}
	if first != nil {
		return nil, first
	}
	p.Engine, err = nlp.Load(data.Model, rules)
	keep(err)
	p.Catalogue, err = catalogue.Load(sub("catalogue"))
	keep(err)
	p.Clause, err = clause.Load(sub("clause"))
	keep(err)
	p.When, err = when.New(sub("when"))
	keep(err)
	p.Codebook, err = codebook.Load(sub("codebook"))
	keep(err)
	p.Who, err = who.Load(sub("who"))
	keep(err)
	p.Where, err = where.Load(data.Gazetteer, sub("where"))
	keep(err)
	if first != nil {
		return nil, first
	}
	p.Voice, err = voice.New(data.FS, voice.WithCatalogue(p.Catalogue))
	keep(err)
	return coder.New(p), first
})

// friday gives a coder of reports of Friday 17 May 2024. One worker codes them all.
func friday(t *testing.T) func(text string) nuncio.Record {
	t.Helper()
	c, err := built()
	if err != nil {
		t.Fatal(err)
	}
	w := c.NewWorker()
	return func(text string) nuncio.Record {
		return w.Code(&nuncio.Report{Text: text, Published: nuncio.Date{Year: 2024, Month: 5, Day: 17}, Language: "en"})
	}
}

// TestTold codes sentences of a report of Friday 17 May 2024 and compares all
// events that come out, one a line.
func TestTold(t *testing.T) { runTold(t, told) }

// TestPublisher codes what a body says of itself in a paper of its own.
func TestPublisher(t *testing.T) {
	c, err := built()
	if err != nil {
		t.Fatal(err)
	}
	rec := c.NewWorker().Code(&nuncio.Report{Text: "The Council urged Serbia on Monday to open the bridge.", Outlet: "Council of the European Union", Published: nuncio.Date{Year: 2024, Month: 5, Day: 17}, Language: "en"})
	if len(rec.Events) == 0 || len(rec.Events[0].Actor) == 0 || rec.Events[0].Actor[0].Entity != "org/council-of-eu" {
		t.Errorf("got %+v", rec.Events)
	}
}

type toldCase struct{ name, text, want string }

func runTold(t *testing.T, cases []toldCase) {
	t.Helper()
	code := friday(t)
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			rec := code(tt.text)
			var got []string
			for i := range rec.Events {
				got = append(got, eval.Line(&rec.Events[i]))
			}
			for _, r := range rec.Relations {
				got = append(got, "relation "+r.Relation+" "+strings.Join(r.Between, " "))
			}
			if g, want := strings.Join(got, "\n"), strings.TrimSpace(tt.want); g != want {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", tt.text, g, want)
			}
		})
	}
}

var told = []toldCase{
	{"what two commas set off keeps no subject", "President Samuel Doe, holed up in his mansion, turned down an American offer of safe passage.", `
REJECT Samuel Doe (LBRGOV) > United States (USA) [..2024-05-17 tense] asserted
AGREE United States (USA) > Samuel Doe (LBRGOV) [..2024-05-17 tense] asserted`},
	{"whose a plan is goes before where it is for", "France on Monday criticized Washington's plan for an exclusion zone in southern Iraq.", `
ACCUSE/disapprove France (FRA) > United States (USA) [2024-05-13..2024-05-13 expression] asserted`},
	{"what stands at another noun is not whom it reaches", "Ban Ki-moon accepted Tehran's invitation on Monday despite pressure from Washington.", `
AGREE Ban Ki-moon (KOR) > Iran (IRN) [2024-05-13..2024-05-13 expression] asserted
AGREE Iran (IRN) > Ban Ki-moon (KOR) [..2024-05-13 tense] asserted`},
	{"who decided carries it out", "Berlin criticized the decision of Egypt to detain two Greek activists.", `
ACCUSE/disapprove Germany (DEU) > Egypt (EGY) [..2024-05-17 tense] asserted
COERCE/arrest Egypt (EGY) > two Greek activists (GRCCVL) [2024-05-17.. tense] planned on the word of Egypt (government)`},
	{"said no behind a semicolon", "The rebels asked Bolivia on Monday for four prisoners; Bolivia said no.", `
REQUEST rebels (REB) > Bolivia (BOL) [2024-05-13..2024-05-13 expression] asserted
REJECT Bolivia (BOL) > rebels (REB) [..2024-05-13 report] asserted`},
	{"a town before a dash", "KISHINEV - President Mircea Snegur of Moldova accused Russia on Monday of arming the separatists.", `
ACCUSE/allege Mircea Snegur (MDAGOV) > Russia (RUS) [2024-05-13..2024-05-13 expression] asserted
AID Russia (RUS) > separatists (MDAREB) [..2024-05-13 report] asserted on the word of Mircea Snegur (person)`},
	{"a sum promised is aid to come", "Portugal's foreign minister, Paulo Rangel, promised 30 million euros to Mozambique on Monday.", `
AGREE Paulo Rangel (PRTGOV) > Mozambique (MOZ) [2024-05-13..2024-05-13 expression] asserted
AID Paulo Rangel (PRTGOV) > Mozambique (MOZ) [2024-05-13.. tense] planned on the word of Paulo Rangel (official)`},
	{"what is let loose is its sender's deed", "Rockets fired from Lebanese territory struck the Israeli town of Metula on Monday.", `
ASSAULT/heavy-weapons Lebanon (LBN) > Israel (ISR) [2024-05-13..2024-05-13 expression] asserted`},
	{"what was only bought is not", "Rockets bought from Norway struck an Israeli town on Monday.", `
ASSAULT/heavy-weapons - > Israel (ISR) [2024-05-13..2024-05-13 expression] asserted`},
	{"a reporter of the paper is the paper's own word", "Chad attacked Libya on Monday, our correspondent in Faya said.", `
ASSAULT Chad (TCD) > Libya (LBY) [2024-05-13..2024-05-13 expression] asserted`},
	{"who is to do what is demanded, not what it is about", "The Security Council demanded on Monday that Ethiopia accept the ruling of the Boundary Commission.", `
REQUEST United Nations Security Council (UNOIGO) > Ethiopia (ETH) [2024-05-13..2024-05-13 expression] asserted`},
	{"on whom the blame is put", "Kenya put the blame for the raid on Somalia on Monday.", `
ACCUSE/allege Kenya (KEN) > Somalia (SOM) [2024-05-13..2024-05-13 expression] asserted
ASSAULT Somalia (SOM) > - [2024-05-13..2024-05-13 expression] asserted on the word of Kenya (government)`},
	{"what a letter asks is asked of whom it reaches", "Qatar sent Iran a letter on Monday asking it to free the sailors.", `
CONSULT/message Qatar (QAT) > Iran (IRN) [2024-05-13..2024-05-13 expression] asserted
REQUEST/yield Qatar (QAT) > Iran (IRN) [2024-05-13..2024-05-13 expression] asserted
RETREAT/release Iran (IRN) > sailors (IRNMIL) [2024-05-13.. context] demanded on the word of Qatar (government)`},
	{"the two heads of state", "Philippine President Rodrigo Duterte met Chinese President Xi Jinping in Manila on Monday. The two heads of state agreed to reopen the hotline.", `
CONSULT/meeting Rodrigo Duterte (PHLPTY) <> Xi Jinping (CHNGOV) [2024-05-13..2024-05-13 expression] asserted
AGREE Rodrigo Duterte (PHLPTY) <> Xi Jinping (CHNGOV) [2024-05-13..2024-05-13 context] asserted`},
	{"toyed with", "Egyptian politicians toyed with arming the Libyan rebels.", `
AID Egyptian politicians (EGYGOV) > Libyan rebels (LBYREB) [..2024-05-17 tense] possible`},
	{"a chronicle has its days at its heads", "Tuesday, 14 May.\nKenya refuses to sell grain to Uganda.\n\nWednesday, 15 May.\nKenya arrests two Ugandan pilots.", `
REJECT/assist Kenya (KEN) > Uganda (UGA) [2024-05-14..2024-05-14 expression] asserted
COOPERATE Kenya (KEN) > Uganda (UGA) [2024-05-14..2024-05-14 expression] negated on the word of Kenya (government)
COERCE/arrest Kenya (KEN) > two Ugandan pilots (UGAMIL) [2024-05-15..2024-05-15 expression] asserted`},
	{"soldiers are of him whom they are loyal to", "Soldiers loyal to Liberian President Joseph Boakai shot six Guinean traders on Monday.", `
ASSAULT/firearms Soldiers (LBRMIL) > six Guinean traders (GINBUS) [2024-05-13..2024-05-13 expression] asserted`},
	{"words thrown in are another's", "Syrian state television spoke on Monday. Turkey, it said, sent weapons to the rebels in Idlib on Sunday.", `
AID Turkey (TUR) > rebels (SYRREB) [2024-05-12..2024-05-12 expression] asserted on the word of Syrian state media (person)`},
	{"a man called by his first name", "The opposition leader Chamlong Srimuang led a march in Bangkok. Police arrested Chamlong on Monday.", `
PROTEST/demo Chamlong Srimuang (THAOPP) > Thailand (THA) [..2024-05-17 tense] asserted
COERCE/arrest Police (THACOP) > Chamlong Srimuang (THAOPP) [2024-05-13..2024-05-13 expression] asserted`},
	{"an army takes a town, not a man", "Serb troops seized Zepa on Monday.", `
ASSAULT Serbian Armed Forces (SRBMIL) > Bosnia and Herzegovina (BIH) [2024-05-13..2024-05-13 expression] asserted`},
	{"each state has its Red Cross", "Kenya's Red Cross sent food to Sudan on Monday.", `
AID Kenyan Red Cross Society (KENNGO) > Sudan (SDN) [2024-05-13..2024-05-13 expression] asserted`},
	{"war on no one", "Lebanon has declared war on no one, the Lebanese foreign minister said on Monday.", `
ASSAULT Lebanon (LBN) > - [..2024-05-13 report] negated on the word of Abdallah Bou Habib (official)`},
	{"ships turned back", "Turkish frigates turned back two Greek tankers near Rhodes on Monday.", `
COERCE/restrict Turkish frigates (TURMIL) > Greece (GRC) [2024-05-13..2024-05-13 expression] asserted`},
	{"an apposition is a membership, the verb behind it a deed", "Croatia, a member of NATO, imposed sanctions on Belarus on Monday.", `
COERCE/restrict Croatia (HRV) > Belarus (BLR) [2024-05-13..2024-05-13 expression] asserted
relation membership HRV org/nato
relation sanctions HRV BLR`},
	{"talks left", "The Malian junta walked out of talks with Algeria on Monday.", `
SANCTION/withdraw Malian junta (MLIGOV) > Algeria (DZA) [2024-05-13..2024-05-13 expression] asserted`},
	{"a loan held back", "Norway suspended a loan of 20 million dollars to Malawi on Monday.", `
SANCTION/discontinue Norway (NOR) > Malawi (MWI) [2024-05-13..2024-05-13 expression] asserted`},
	{"asked through a third", "Ireland asked Iran for the pilots through Omani Foreign Minister Badr Albusaidi on Monday.", `
REQUEST Ireland (IRL) > Iran (IRN) via Badr al-Busaidi (OMNGOV) [2024-05-13..2024-05-13 expression] asserted`},
	{"brought together", "Swiss Foreign Minister Ignazio Cassis brought Chad and Libya together in Bern on Monday.", `
CONSULT/third-party Chad (TCD) <> Libya (LBY) via Ignazio Cassis (CHEGOV) [2024-05-13..2024-05-13 expression] asserted`},
	{"a hunger strike at a church is no attack", "Latvian farmers have been on hunger strike outside a chapel since Monday.", `
PROTEST/hunger Latvian farmers (LVAAGR) > - [2024-05-13..2024-05-17 expression] asserted`},
	{"prisoners handed over", "Rebels in Chad handed four captured pilots over to French officers on Monday.", `
RETREAT/release Chadian rebels (TCDREB) > French officers (FRAMIL) [2024-05-13..2024-05-13 expression] asserted`},
	{"protested to whom over what", "Peru protested to Ecuador over the detention of two fishermen on Monday.", `
ACCUSE/allege Peru (PER) > Ecuador (ECU) [2024-05-13..2024-05-13 expression] asserted
COERCE/arrest Ecuador (ECU) > two fishermen (PERLAB) [..2024-05-17 tense] asserted`},
	{"at odds", "Bolivia and Chile have been at odds over a lagoon for decades.", `
relation dispute BOL CHL`},
	{"aid to a place that nobody knows", "Kuwait flew nine tonnes of blankets to the camps on Monday.", `
AID Kuwait (KWT) > - [2024-05-13..2024-05-13 expression] asserted`},
	{"due in a capital", "President William Ruto is due in Kampala on Tuesday.", `
CONSULT/visit William Ruto (KENGOV) > Uganda (UGA) [2024-05-21..2024-05-21 expression] planned`},
	{"suspended by a bloc", "The African Union suspended Niger last week.", `
SANCTION/withdraw African Union (IGOIGO) > Niger (NER) [2024-05-06..2024-05-12 expression] asserted`},
	{"a claim called false", "Tokyo called the report a fabrication.", `
REJECT Japan (JPN) > - [..2024-05-17 tense] asserted`},
	{"said to a station is no promise", "The Kenyan minister told reporters in Nairobi that the road was open.", ""},
	{"who thanked is not whom he thanked", "Norwegian Foreign Minister Espen Barth Eide met Swedish Foreign Minister Tobias Billstrom in Oslo on Monday.\n\nBillstrom thanked him.", `
CONSULT/meeting Espen Barth Eide (NORGOV) <> Tobias Billström (SWEGOV) [2024-05-13..2024-05-13 expression] asserted
SUPPORT Tobias Billström (SWEGOV) > Espen Barth Eide (NORGOV) [2024-05-13..2024-05-13 context] asserted`},
	{"they beside us are not our troops", "Sudanese soldiers and Chadian rebels fought near Tine on Monday, army spokesman Nabil Abdallah said. \"They shelled us from the wadi,\" he told reporters.", `
ASSAULT Sudanese Armed Forces (SDNMIL) <> Chadian rebels (TCDREB) [2024-05-13..2024-05-13 expression] asserted on the word of Nabil Abdallah (official)
ASSAULT/heavy-weapons Chadian rebels (TCDREB) > Sudan (SDN) [2024-05-13..2024-05-13 context] asserted on the word of Nabil Abdallah (official)`},
	{"taken and freed, whoever they are", "Three Indian engineers taken hostage by rebels in Chad were freed on Monday.", `
ASSAULT/abduct Chadian rebels (TCDREB) > Three Indian engineers (INDEDU) [..2024-05-17 tense] asserted
RETREAT/release - > Three Indian engineers (INDEDU) [2024-05-13..2024-05-13 expression] asserted`},
	{"a passive that names no doer", "Nine fishermen from Senegal were arrested on Monday.", `
COERCE/arrest - > Nine fishermen (SENLAB) [2024-05-13..2024-05-13 expression] asserted`},
	{"what befalls in a disaster is nobody's deed", "Twelve Chileans were killed in an earthquake on Monday.", ""},
	{"a denial without its content", "Estonia said on Tuesday that Belarusian soldiers had shelled a village near Narva. Belarus denied the charge.", `
ASSAULT/heavy-weapons Belarusian Armed Forces (BLRMIL) > village (ESTCVL) [..2024-05-14 report] asserted on the word of Estonia (government)
REJECT Belarus (BLR) > Estonia (EST) [..2024-05-17 tense] asserted
ASSAULT/heavy-weapons Belarusian Armed Forces (BLRMIL) > village (ESTCVL) [..2024-05-14 report] negated on the word of Belarus (government)`},
	{"the infinitive among the words of a request", "Norway urged Sudan on Monday to negotiate with the Rapid Support Forces.", `
REQUEST/meet Norway (NOR) > Sudan (SDN) [2024-05-13..2024-05-13 expression] asserted
CONSULT/meeting Sudan (SDN) <> Rapid Support Forces (SDNREB) [2024-05-13.. report] demanded on the word of Norway (government)`},
	{"a fronted phrase that swallows the subject", "After talks in Lima, the Organization of American States called on Peru to free the editors.", `
REQUEST/yield Organization of American States (IGOIGO) > Peru (PER) [..2024-05-17 tense] asserted
RETREAT/release Peru (PER) > editors (PERJRN) [2024-05-17.. tense] demanded on the word of Organization of American States (international organization)`},
	{"the subject of what is said", "Uganda and Burundi, which have troops there, promised to send doctors to Chad, a diplomat said.", `
AGREE Uganda (UGA) + Burundi (BDI) > Chad (TCD) [..2024-05-17 tense] asserted on the word of diplomat (unnamed)
AID Uganda (UGA) + Burundi (BDI) > Chad (TCD) [2024-05-17.. tense] planned on the word of Uganda (government) > diplomat (unnamed) on the word of Burundi (government) > diplomat (unnamed)`},
	{"the request that is turned down", "Serbia rejected on Monday a demand from Croatia.", `
REJECT Serbia (SRB) > Croatia (HRV) [2024-05-13..2024-05-13 expression] asserted
REQUEST Croatia (HRV) > Serbia (SRB) [..2024-05-13 tense] asserted`},
	{"thanks in a letter", "King Felipe expressed his thanks in a letter to the Omani sultan on Monday.", `
SUPPORT Felipe VI (ESPGOV) > Haitham bin Tariq (OMNGOV) [2024-05-13..2024-05-13 expression] asserted
CONSULT/message Felipe VI (ESPGOV) > Haitham bin Tariq (OMNGOV) [2024-05-13..2024-05-13 expression] asserted`},
	{"rebuked by telephone", "The Polish prime minister, Donald Tusk, rebuked Viktor Orban by telephone on Monday.", `
ACCUSE/disapprove Donald Tusk (POLGOV) > Viktor Orbán (HUNGOV) [2024-05-13..2024-05-13 expression] asserted
CONSULT/phone Donald Tusk (POLGOV) > Viktor Orbán (HUNGOV) [2024-05-13..2024-05-13 expression] asserted`},
	{"a summit without another side", "Iraq will host a summit in November.", `
CONSULT/multilateral Iraq (IRQ) > - [2024-11-01..2024-11-30 expression] planned`},
	{"a resignation accepted", "Malta's parliament accepted the resignation of Prime Minister Robert Abela on Monday.", `
CONCEDE Maltese Parliament (MLTLEG) > Robert Abela (MLTGOV) [2024-05-13..2024-05-13 expression] asserted
RETREAT/resign Robert Abela (MLTGOV) > - [2024-05-13..2024-05-13 expression] asserted`},
	{"negative words", "Rwanda branded the sanctions unjustified on Monday.", `
ACCUSE/disapprove Rwanda (RWA) > - [2024-05-13..2024-05-13 expression] asserted`},
	{"summoned to a ministry", "The Dutch ambassador was summoned to the Iranian foreign ministry on Monday.", `
REQUEST/meet Iranian Foreign Ministry (IRNGOV) > Dutch ambassador (NLDGOV) [2024-05-13..2024-05-13 expression] asserted
CONSULT Dutch ambassador (NLDGOV) > Iranian Foreign Ministry (IRNGOV) [2024-05-13.. tense] demanded on the word of Iranian Foreign Ministry (government)`},
	{"a paper binds", "The memorandum commits Italy to lending Tunisia 40 million euros.", `
AGREE Italy (ITA) > Tunisia (TUN) [..2024-05-17 tense] asserted
AID Italy (ITA) > Tunisia (TUN) [2024-05-17.. tense] planned on the word of Italy (government)`},
	{"an attack by somebody not named", "A mortar attack wounded three Polish soldiers on Monday.", `
ASSAULT - > Polish Armed Forces (POLMIL) [2024-05-13..2024-05-13 expression] asserted`},
	{"what is told in passing does not date the news", "Oman, which hosted talks with Chad in 2019, urged Peru to free two Bolivian pilots.", `
CONSULT/meeting Oman (OMN) <> Chad (TCD) [2019-01-01..2019-12-31 expression] asserted
REQUEST/yield Oman (OMN) > Peru (PER) [..2024-05-17 tense] asserted
RETREAT/release Peru (PER) > two Bolivian pilots (BOLMIL) [2024-05-17.. tense] demanded on the word of Oman (government)`},
	{"an envoy called home is nobody's word", "Kenya recalled its ambassador to Mali on Monday after the junta accused Uganda of treachery.", `
SANCTION/withdraw Kenya (KEN) > Mali (MLI) [2024-05-13..2024-05-13 expression] asserted
ACCUSE/allege junta (MLIGOV) > Uganda (UGA) [..2024-05-13 expression] asserted`},
	{"nobody at either end", "The border crossing at Gori was reopened on Monday.", `
RETREAT/access - > - [2024-05-13..2024-05-13 expression] asserted`},
	{"nobody, where others are named", "Clashes broke out on Monday between Chadian troops and rebels.", `
ASSAULT Chadian Armed Forces (TCDMIL) <> rebels (TCDREB) [2024-05-13..2024-05-13 expression] asserted`},
	{"what is said of a deed is the speaker's", "\"This is blackmail,\" Polish President Andrzej Duda said on Monday.", `
ACCUSE/disapprove Andrzej Duda (POLGOV) > - [2024-05-13..2024-05-13 context] asserted`},
	{"what led to it was over by then", "France expelled two Russian diplomats on Tuesday after Moscow jailed a French reporter.", `
SANCTION/expel France (FRA) > Russia (RUS) [2024-05-14..2024-05-14 expression] asserted
COERCE/arrest Russia (RUS) > French reporter (FRAJRN) [..2024-05-14 expression] asserted`},
	{"will not is a refusal", "Israel will not release the Jordanian prisoners.", `
RETREAT/release Israel (ISR) > Jordanian prisoners (JORCVL) [2024-05-17.. tense] negated
REJECT Israel (ISR) > Jordanian prisoners (JORCVL) [..2024-05-17 tense] asserted`},
	{"a paper speaks for who issued it", "The Danish foreign ministry issued a statement on Monday. The statement called on Kenya to expel the Chadian rebels.", `
REQUEST/assist Danish Foreign Ministry (DNKGOV) > Kenya (KEN) [2024-05-13..2024-05-13 context] asserted
COERCE/deport Kenya (KEN) > Chadian rebels (TCDREB) [2024-05-13.. context] demanded on the word of Danish Foreign Ministry (government)`},
	{"it is the accord, not the last state named", "Colombian President Gustavo Petro hailed the accord on Monday. Alvaro Uribe denounced it.", `
SUPPORT Gustavo Petro (COLGOV) > - [2024-05-13..2024-05-13 expression] asserted
ACCUSE/allege Álvaro Uribe (COL) > - [2024-05-13..2024-05-13 context] asserted`},
	{"killed by somebody, not by who mourns", "Chile fell silent on Monday after the killing of two soldiers. The Oslo talks ended.", `
ASSAULT - > two soldiers (CHLMIL) [2024-05-13..2024-05-13 expression] asserted`},
	{"one's own policy defended", "Ambassador Cui Tiankai defended China's policy on Monday.", `
SUPPORT Cui Tiankai (CHNGOV) > - [2024-05-13..2024-05-13 expression] asserted`},
	{"each other", "Guyana and Suriname promised each other on Monday not to use force.", `
AGREE Guyana (GUY) <> Suriname (SUR) [2024-05-13..2024-05-13 expression] asserted`},
	{"what is refused, the other asked for", "Peru rebuffed on Monday a demand by Chile that it expel the general.", `
REJECT Peru (PER) > Chile (CHL) [2024-05-13..2024-05-13 expression] asserted
REQUEST Chile (CHL) > Peru (PER) [..2024-05-13 tense] asserted
COERCE/deport Peru (PER) > general (CHLMIL) [2024-05-13.. report] demanded on the word of Chile (government)`},
	{"announced without saying by whom", "President Lopez Obrador announced on Monday that ten Bolivian officers would be barred from Mexico.", `
COERCE/restrict Andrés Manuel López Obrador (MEXGOV) > ten Bolivian officers (BOLMIL) [2024-05-13.. report] planned on the word of Andrés Manuel López Obrador (official)`},
	{"a paper blames in a commentary of its own", "Rodong Sinmun in a commentary on Monday branded the joint exercise of the United States and Japan as a provocation.", `
ACCUSE/disapprove Rodong Sinmun (PRKJRN) > United States (USA) + Japan (JPN) [2024-05-13..2024-05-13 expression] asserted
COOPERATE United States (USA) <> Japan (JPN) [2024-05-13..2024-05-13 expression] asserted on the word of Rodong Sinmun (state media)`},
	{"denied of somebody else", "Kenya accused Peru of shelling the town on Monday. Peru denied that Muammar Gaddafi was there.", `
ACCUSE/allege Kenya (KEN) > Peru (PER) [2024-05-13..2024-05-13 expression] asserted
ASSAULT/heavy-weapons Peru (PER) > - [2024-05-13..2024-05-13 expression] asserted on the word of Kenya (government)
STATEMENT Peru (PER) > Muammar Gaddafi (LBY) [..2024-05-17 tense] asserted`},
	{"whom a demand is about is not whom it is made to", "Brazil demanded on Monday that Muammar Gaddafi be freed.", `
REQUEST/yield Brazil (BRA) > - [2024-05-13..2024-05-13 expression] asserted
RETREAT/release - > Muammar Gaddafi (LBY) [2024-05-13.. report] demanded on the word of Brazil (government)`},
	{"an envoy called home is not whom it is against", "Kenya called home its Ambassador to Peru on Monday.", `
SANCTION/withdraw Kenya (KEN) > Peru (PER) [2024-05-13..2024-05-13 expression] asserted`},
	{"on whose doing a threat hangs", "The Chadian rebels said on Monday they would pull out of the peace deal unless Kenya freed the general.", `
THREATEN/relations Chadian rebels (TCDREB) > Kenya (KEN) [2024-05-13..2024-05-13 expression] asserted
REJECT/yield Chadian rebels (TCDREB) > Kenya (KEN) [2024-05-13.. report] possible on the word of Chadian rebels (group)
RETREAT/release Kenya (KEN) > general (KENMIL) [..2024-05-13 report] possible on the word of Chadian rebels (group)`},
	{"a launch is condemned as its maker's", "North Korea fired two missiles into the sea on Monday. The United States and Japan condemned the launch.", `
MOBILIZE/weapons North Korea (PRK) > - [2024-05-13..2024-05-13 expression] asserted
ACCUSE/disapprove United States (USA) + Japan (JPN) > North Korea (PRK) [..2024-05-17 tense] asserted`},
	{"a proposal is its maker's", "Muammar Gaddafi offered on Monday to host talks. Kenya welcomed the proposal, but Peru turned it down.", `
AGREE Muammar Gaddafi (LBY) > - [2024-05-13..2024-05-13 expression] asserted
SUPPORT Kenya (KEN) > Muammar Gaddafi (LBY) [..2024-05-17 tense] asserted
REJECT Peru (PER) > Muammar Gaddafi (LBY) [..2024-05-17 tense] asserted`},
	{"summoned to hear a protest", "Poland summoned Chile's charge d'affaires on Monday to protest an attack on its guards.", `
ACCUSE/allege Poland (POL) > Chile's charge d'affaires (CHLGOV) [2024-05-13..2024-05-13 expression] asserted
ASSAULT - > its guards (POLMIL) [2024-05-13..2024-05-13 expression] asserted on the word of Poland (government)`},
	{"the hostile deed is denied", "Kenya accused Peru on Monday of shelling the town, hours after both sides accepted a truce. Peru denied the charge.", `
ACCUSE/allege Kenya (KEN) > Peru (PER) [2024-05-13..2024-05-13 expression] asserted
ASSAULT/heavy-weapons Peru (PER) > - [..2024-05-13 report] asserted on the word of Kenya (government)
AGREE Kenya (KEN) + Peru (PER) > - [2024-05-13..2024-05-13 expression] asserted
REJECT Peru (PER) > Kenya (KEN) [2024-05-13..2024-05-13 context] asserted
ASSAULT/heavy-weapons Peru (PER) > - [..2024-05-13 report] negated on the word of Peru (government)`},
	{"the answer to a breach is to who broke", "Uganda cut its ties with Pyongyang on Monday. North Korea called the decision a \"betrayal\" and recalled its ambassador.", `
SANCTION/withdraw Uganda (UGA) > North Korea (PRK) [2024-05-13..2024-05-13 expression] asserted
ACCUSE/disapprove North Korea (PRK) > Uganda (UGA) [2024-05-13..2024-05-13 context] asserted
SANCTION/withdraw North Korea (PRK) > Uganda (UGA) [2024-05-13..2024-05-13 context] asserted`},
	{"whoever it may be has done nothing", "People who kidnap soldiers are no partners, the Chilean minister said on Monday.", ``},
	{"who opposes a measure does not do what it does", "Chile says it will oppose measures that hurt Peruvian farmers.", `
ACCUSE/disapprove Chile (CHL) > - [2024-05-17.. tense] planned on the word of Chile (government)`},
	{"no comment", "The Danish foreign ministry would not comment on the raid.", `
STATEMENT Danish Foreign Ministry (DNKGOV) > - [..2024-05-17 tense] asserted`},
	{"an invitation accepted", "Armenian Prime Minister Nikol Pashinyan accepted an invitation from Emmanuel Macron on Monday.", `
AGREE Nikol Pashinyan (ARMGOV) > Emmanuel Macron (FRAGOV) [2024-05-13..2024-05-13 expression] asserted
AGREE Emmanuel Macron (FRAGOV) > Nikol Pashinyan (ARMGOV) [..2024-05-13 tense] asserted`},
	{"a quotation in a sentence of its own", "President Emmanuel Macron spoke in Paris on Monday. \"It is late,\" he said. \"The Malian junta must release the pilots.\"", `
RETREAT/release Malian junta (MLIGOV) > pilots (MLIMIL) [2024-05-17.. tense] demanded on the word of Emmanuel Macron (official)
REQUEST Emmanuel Macron (FRAGOV) > Malian junta (MLIGOV) [..2024-05-17 tense] asserted`},
	{"a noun for an invasion", "Envoys met in Geneva on Monday over Russia's invasion of Ukraine.", `
CONSULT/meeting Envoys (GOV) <> - [2024-05-13..2024-05-13 expression] asserted
ASSAULT Russia (RUS) > Ukraine (UKR) [..2024-05-17 tense] asserted`},
	{"a deed condemned is its doer's", "Gunmen kidnapped two Turkish engineers in Libya on Monday. Turkey condemned the abduction.", `
ASSAULT/abduct Gunmen (LBYREB) > two Turkish engineers (TUREDU) [2024-05-13..2024-05-13 expression] asserted
ACCUSE/disapprove Turkey (TUR) > Gunmen (LBYREB) [2024-05-13..2024-05-13 context] asserted`},
	{"a refusal answers", "Peru accused Chile of spying on Monday. Chile rejected the charge on Tuesday.", `
ACCUSE/allege Peru (PER) > Chile (CHL) [2024-05-13..2024-05-13 expression] asserted
REJECT Chile (CHL) > Peru (PER) [2024-05-14..2024-05-14 expression] asserted`},
	{"aid goes where the need is", "Malawi is short of maize. Norway sent 40 tonnes of seed on Monday.", `
AID Norway (NOR) > Malawi (MWI) [2024-05-13..2024-05-13 expression] asserted`},
	{"an offer to those it names", "Ethiopia offered an amnesty to the rebels in Tigray on Monday.", `
AGREE Ethiopia (ETH) > rebels (ETHREB) [2024-05-13..2024-05-13 expression] asserted`},
	{"those arrested by the police they had turned on", "Police in Kampala clashed with demonstrators on Monday. Ten protesters were arrested.", `
ASSAULT Ugandan Police (UGACOP) > demonstrators (UGACVL) [2024-05-13..2024-05-13 expression] asserted
COERCE/arrest Ugandan Police (UGACOP) > Ten protesters (UGACVL) [2024-05-13..2024-05-13 context] asserted`},
	{"those killed by whom the sentence before tells", "Gunmen attacked a police post in Chad on Monday. Two policemen were killed.", `
ASSAULT Gunmen (TCDREB) > police (TCDCOP) [2024-05-13..2024-05-13 expression] asserted
ASSAULT Gunmen (TCDREB) > Two policemen (TCDCOP) [2024-05-13..2024-05-13 context] asserted`},
	{"condemned for a deed, whomever it befell", "Iraq condemned Turkey's shelling of Kurdish villages on Monday.", `
ACCUSE/disapprove Iraq (IRQ) > Turkey (TUR) [2024-05-13..2024-05-13 expression] asserted
ASSAULT/heavy-weapons Turkey (TUR) > Kurdish villages (CVL) [..2024-05-17 tense] asserted`},
	{"condemned, and by whom it was done stands behind", "Peru denounced the killing of two nuns by Chilean police on Monday.", `
ACCUSE/disapprove Peru (PER) > Chilean Police (CHLCOP) [2024-05-13..2024-05-13 expression] asserted
ASSAULT Chilean Police (CHLCOP) > two nuns (CHLREL) [..2024-05-17 tense] asserted`},
	{"promised to whom", "Iran said on Monday that Turkmenistan had agreed to raise its exports of gas to Iran.", `
AGREE Turkmenistan (TKM) > Iran (IRN) [..2024-05-13 report] asserted on the word of Iran (government)
COOPERATE Turkmenistan (TKM) > Iran (IRN) [2024-05-13.. report] planned on the word of Turkmenistan (government) > Iran (government)`},
	{"those who are told are not those refused", "Armenian Foreign Minister Ararat Mirzoyan told reporters on Monday that he would not meet Azerbaijan's president.", `
REJECT/meet Ararat Mirzoyan (ARMGOV) > Azerbaijan (AZE) [2024-05-13..2024-05-13 expression] asserted
CONSULT/meeting Ararat Mirzoyan (ARMGOV) <> Ilham Aliyev (AZEGOV) [2024-05-13.. report] negated on the word of Ararat Mirzoyan (official)`},
}
