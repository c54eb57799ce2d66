package coder_test

import (
	"strings"
	"testing"

	"nuncio"
)

// TestChains codes sentences and compares the chain, and the status where it is not
// asserted, of the event that a word fires.
func TestChains(t *testing.T) {
	code := friday(t)
	for _, tt := range chains {
		t.Run(tt.name, func(t *testing.T) {
			rec := code(tt.text)
			for i := range rec.Events {
				e := &rec.Events[i]
				if !strings.Contains(e.Evidence.Trigger.Text, tt.word) {
					continue
				}
				if got := toldBy(e); got != tt.want {
					t.Errorf("%s\n%s: %s, want %s", tt.text, tt.word, got, tt.want)
				}
				return
			}
			t.Errorf("%s\nno event at %q", tt.text, tt.word)
		})
	}
}

func toldBy(e *nuncio.Event) string {
	path := func(chain []nuncio.Link) string {
		var hops []string
		for _, l := range chain {
			hops = append(hops, l.Name+" ("+string(l.Kind)+")")
		}
		if len(hops) == 0 {
			return "-"
		}
		return strings.Join(hops, " > ")
	}
	out := path(e.Chain)
	for _, c := range e.Chains {
		out += " || " + path(c)
	}
	if e.Status != nuncio.Asserted {
		out += " " + string(e.Status)
	}
	return out
}

var chains = []struct{ name, text, word, want string }{
	{"no one says so on the record", "No one in the delegation would say on the record that Chad had bombed the port.", "bombed", "- possible"},
	{"a rumour that turned out to be false", "Rumours that Chad had bombed the port turned out to be false.", "bombed", "- negated"},
	{"in somebody's telling", "In the ministry's telling, Chadian police had beaten three Peruvian diplomats.", "beaten", "ministry (government)"},
	{"a clause on either side of who says it", "Until Mali apologises, said the Ivorian minister, Chad will not release the soldiers.", "release", "Ivorian minister (official) negated"},
	{"what the plan was", "The plan was for the Chadian army to bomb the port.", "bomb", "- planned"},
	{"once it has happened", "The rebels say they are prepared to attack Libya once Chad has bombed the port.", "bombed", "rebels (group) planned"},
	{"who had it from an office with a name behind a comma", "The governor, Jean Lund, said Chad had bombed the port. He had it from the chairman of the guild, Karl Berg.", "bombed", "Karl Berg (official) > Jean Lund (official)"},
	{"what nobody has confirmed", "Neither side has confirmed that Israel bombed the port.", "bombed", "- possible"},
	{"what somebody will not say", "Turkey declined to say whether it had supplied drones to Mali.", "supplied drones", "- possible"},
	{"nor say how", "The ministry did not say how Chad had attacked the port.", "attacked", "-"},
	{"an office is cited, with a name behind a comma",
		"Chad bombed the port, Kyodo news agency reported, citing the chief cabinet secretary, Yoshimasa Hayashi.", "bombed", "Yoshimasa Hayashi (official) > Kyodo News (news agency)"},
	{"without a source", "Al Jazeera, without citing a source, said Chad had bombed the port.", "bombed", "Al Jazeera (broadcaster)"},
	{"a claim described as absurd", "Oslo described as absurd a claim by Riyadh that Chad had bombed the port.", "bombed", "Saudi Arabia (government)"},
	{"behind a full stop a quotation stays with its speaker",
		"\"We did not shell the convoy,\" a Chadian colonel told the BBC. \"It was the rebels who attacked it.\" Aid workers said earlier that Chadian troops had opened fire on the trucks.", "attacked", "Chadian colonel (official) > BBC (broadcaster)"},
	{"seen by an agency, behind the author of a report",
		"According to a report by the UN panel seen by AFP, Chadian soldiers attacked the port.", "attacked", "report (document) > Agence France-Presse (news agency)"},
	{"the speaker before an aside, at the end",
		"Chad could expel the envoy if the summit condemns it, a diplomat at the seat of the union, who declined to be identified, said.", "expel", "diplomat (unnamed) possible"},
	{"a condition without conjunction, and who says so",
		"Had the council authorised the mission, Chad would have sent 1,000 soldiers, President Mahamat Deby said.", "sent", "Mahamat Déby (official) negated"},
	{"a participle goes on with the speaker, not with the nearest subject",
		"The ministry says the accord is dead, adding that Norway would pull out its troops.", "pull out", "ministry (government) planned"},
	{"the same behind a verb that tells no words",
		"Seoul said the rebels shelled the village on Monday, stressing that Peru had sent no troops.", "sent no troops", "South Korea (government) negated"},
	{"according to, at the end, holds what another said",
		"Bolivia expelled the Chilean consul, a minister said, according to Reuters.", "expelled", "minister (official) > Reuters (news agency)"},
	{"both said, behind what they said",
		"Paraguay will expel the Chilean consul, Andina and Reuters both said.", "expel", "Andina (state media) || Reuters (news agency) planned"},
	{"two who have no name",
		"Officials and diplomats said Iran had attacked Oman.", "attacked", "Officials (unnamed) || diplomats (unnamed)"},
	{"one office with two modifiers is one",
		"The foreign and defence ministers said Iran had attacked Oman.", "attacked", "defence ministers (official)"},
	{"quoted as saying, at the end",
		"Peru will not attack Chile, Xinhua quoted the minister as saying.", "attack", "minister (official) > Xinhua News Agency (state media) negated"},
	{"a paper cites in its next sentence",
		"Reforma reported that Peru had attacked Chile. It cited two officials.", "attacked", "two officials (unnamed) > Reforma (newspaper)"},
	{"a cited channel quotes in its turn",
		"Peru attacked Chile, Xinhua reported, citing VTV, which quoted a memorandum of the ministry.", "attacked",
		"a memorandum of the ministry (document) > Venezolana de Television (state media) > Xinhua News Agency (state media)"},
	{"a name that is called a newspaper",
		"The minister told the newspaper Zerkalo that Peru had rejected the offer.", "rejected", "minister (official) > Zerkalo (newspaper)"},
	{"a name that is called a daily behind it",
		"The minister told Zerkalo, a daily in Lima, that Peru had rejected the offer.", "rejected", "minister (official) > Zerkalo (newspaper)"},
	{"on condition of anonymity",
		"An Omani official said on condition of anonymity that Peru had attacked Chile.", "attacked", "Omani official (unnamed)"},
	{"what is expected is nobody's claim",
		"Turkey is expected to send troops to Libya, a source close to the talks said.", "send", "a source close to the talks (unnamed) planned"},
	{"as, of time, is no report",
		"Police in Lusaka detained two Angolan monks as they were gathering to march to the palace.", "detained", "-"},
	{"dismissed claims are denied",
		"The minister dismissed claims that Peru had attacked Chile.", "attacked", "minister (official) negated"},
	{"the same with what they are called",
		"The minister dismissed as absurd claims that Peru had attacked Chile.", "attacked", "minister (official) negated"},
	{"was to have is a plan",
		"Chad and Sudan were to have met in Cairo on Saturday.", "met", "- planned"},
	{"had been due is a plan",
		"The Chadian minister had been due to meet the Sudanese envoy on Saturday.", "meet", "- planned"},
	{"neither of two",
		"Neither Chad nor Sudan attacked Libya.", "attacked", "- negated"},
	{"asked about reports",
		"Asked about reports that Peru had barred a Chilean envoy from the port, the minister said: “We have barred nobody.”", "barred", "- possible"},
	{"quoted as saying, with a day behind it",
		"Peru will expel the Chilean consul, the minister was quoted by Andina as saying on Sunday.", "expel", "minister (official) > Andina (state media) planned"},
	{"a split quotation stays with its speaker",
		"“We are studying the offer,” the Omani minister told reporters, “and Oman will expel the Iranian ambassador.” The White House declined to comment.", "expel", "Omani minister (official) planned"},
	{"two agencies that cite the same",
		"Rebels entered the Congolese town of Goma on Sunday, AFP and Reuters both reported, citing residents.", "entered",
		"residents (unnamed) > Agence France-Presse (news agency) || residents (unnamed) > Reuters (news agency)"},
	{"a paper known by its owner",
		"Zambia's justice minister told the state-owned Herald that Botswana had attacked Malawi.", "attacked", "Zambia's justice minister (official) > Herald (state media)"},
	{"the report's own outlet is no hop",
		"Latvia has attacked Estonia, a Russian official told this newspaper.", "attacked", "Russian official (unnamed)"},
	{"told parliament: the addressee is no speaker",
		"“Chile has attacked our port,” the Peruvian minister, a former general, told parliament.", "attacked", "Peruvian minister (official)"},
	{"a question turned over is nobody's word",
		"London is considering whether to expel the Rwandan ambassador, according to the BBC.", "expel", "BBC (broadcaster) possible"},
	{"it goes on with the speaker",
		"Peru attacked Chile, the ministry said. It added that Bolivia had helped Peru.", "helped", "ministry (government)"},
	{"he goes on with the one who told, not with the one told",
		"Foreign Minister Jaishankar told Rubio that Peru had attacked Chile. He added that Bolivia had helped Peru.", "helped", "Jaishankar (official)"},
	{"a second clause with that", "The minister said here on Monday that Peru had agreed to pay, and that Chile would attack Bolivia.", "attack", "minister (official) planned"},
	{"a second clause with that, behind another object", "The envoy told reporters that the talks had failed, but that Peru had expelled the Chilean consul.", "expelled", "envoy (official)"},
	{"a second verb of what was said, which could bring a quotation", "The general wrote that rebels had crossed the river and opened fire on Chilean troops.", "opened", "general (official)"},
	{"single quotation marks", "‘Peru has attacked our port,’ the Chilean minister said. ‘The enemy shelled the quay. Peru has attacked Arica.’", "attacked", "Chilean minister (official)"},
	{"single quotation marks over genitives", "'The soldiers' enemy, Peru, has attacked Chile,' the minister said.", "attacked", "minister (official)"},
	{"double marks within single ones", "'They call it a \"drill\". Peru has attacked Chile,' the minister said.", "attacked", "minister (official)"},
	{"a post on a platform is passed on by nobody", "In a video posted on Facebook, the rebels said that Peru had attacked Chile.", "attacked", "rebels (group)"},
	{"a statement on one's own page neither", "The party, in a statement published on its website, said that Peru had attacked Chile.", "attacked", "party (party)"},
	{"a paper close to power is a paper", "A newspaper close to the government said Peru had attacked Chile.", "attacked", "newspaper (newspaper)"},
	{"the document of a sentence of its own", "The station could not confirm this, but said that Peru had attacked Chile. It cited a memorandum.", "attacked", "a memorandum (document) > The station (broadcaster)"},
	{"who said, on condition of something, that", "The paper spoke to a clerk, who said, on condition of anonymity, that Peru had attacked Chile.", "attacked", "clerk (unnamed)"},
	{"according to one who", "According to a diplomat, who asked not to be named, Peru has attacked Chile.", "attacked", "diplomat (unnamed)"},
	{"a subject behind a list of nouns", "The daily did not print the memo, and a friend of the king, reached by telephone, denied that Peru had attacked Chile.", "attacked", "friend of the king (person) negated"},
	{"whoever rules does not say", "The bishop, who heads the church of Chile, met the Peruvian minister on Monday.", "met", "-"},
	{"remarks on the sidelines", "The minister made the remarks on the sidelines of a summit, where he met the Peruvian envoy on Monday.", "met", "-"},
	{"who will reject says so", "The Chilean government said it would reject the Peruvian offer.", "reject", "Chile (government) planned"},
	{"whoever is quoted threatens, by way of a third", "The Peruvian army vowed that it would attack Chile, the daily Zerkalo reported, quoting an aide.", "attack", "Peruvian Armed Forces (government) > aide (unnamed) > Zerkalo (newspaper) planned"},
	{"what was not done is nobody's word", "Chile failed to withdraw its troops from Peru.", "withdraw", "- negated"},
	{"what was refused is", "Oman refused to expel the Iranian ambassador.", "expel", "Oman (government) negated"},
	{"what somebody turns down is not his word",
		"The envoy dismissed as a fable a report by a Peruvian daily which said that Chile had shelled the port.", "shelled", "Peruvian daily (newspaper)"},
	{"a claim that is taken up behind a comma",
		"Lima said that Chile had shelled a village, a claim the army in Santiago denied.", "denied", "-"},
	{"and what it denies",
		"Bolivia accused Chile of shelling a village, an accusation Santiago has always rejected.", "accused", "-"},
	{"what is asked for holds no facts",
		"Peru urged Chile to free the pilots whom it seized in May.", "seized", "-"},
	{"what was done before it was asked for",
		"Turkey ordered the envoy to leave after Syria had bombed a village.", "bombed", "-"},
	{"a telling verb that looks like a participle",
		"Two trade unionists were beaten up, a rights group alleged, in a raid on a hall.", "beaten up", "rights group (group)"},
	{"a report that another will not comment on",
		"The ministry would not comment on a Xinhua report that Peru had shelled a Chilean port.", "shelled", "Xinhua News Agency (state media)"},
	{"a relative of the man, who said",
		"A Chilean paper spoke to a cousin of the man, who said that Peru had shelled the port.", "shelled", "cousin (person)"},
	{"who marches to demand demands",
		"Farmers marched through Lima to demand that Chile free two pilots.", "demand", "-"},
	{"who takes to the streets to denounce denounces",
		"Teachers took to the streets of Lima to denounce Chile.", "denounce", "-"},
	{"a name that says it is a paper",
		"The minister told the Nauru Gazette that Peru had shelled a port.", "shelled", "minister (official) > Nauru Gazette (newspaper)"},
	{"whose demand it is, in two steps",
		"The Chilean president rebuffed a demand by the government of Peru that he free two Bolivian pilots.", "free", "Peru (government) demanded"},
	{"the day before the one who is called on",
		"The minister on Monday called on Chile to free two pilots.", "free", "minister (official) demanded"},
	{"what stands before a semicolon and a quotation",
		"Peru suspended its aid to Bolivia on Monday; it would be resumed “when the guns are silent,” a Peruvian diplomat said.", "suspended", "-"},
	{"a time set for it", "Chile gave Peru 48 hours to withdraw its troops.", "withdraw", "Chile (government) demanded"},
	{"a time set by nobody", "Peru was given a week to free the pilots.", "free", "- demanded"},
	{"refused until", "Chile has refused to withdraw its troops until Peru frees the pilots.", "frees", "Chile (government) planned"},
	{"rumours called false", "Rumours that Peru had attacked Chile were false, the minister said.", "attacked", "minister (official) negated"},
	{"a claim that is not called false", "Rumours that Peru had attacked Chile were rife, the minister said.", "attacked", "unnamed (unnamed) > minister (official) possible"},
	{"who is said to plan has not said so", "Bolivia accused Peru of planning to attack Chile.", "attack", "Bolivia (government) planned"},
	{"who spoke to a broadcaster", "A spokesman for the rebels, who spoke to the BBC by phone, said that Peru had attacked Chile.", "attacked", "spokesman (official) > BBC (broadcaster)"},
	{"another confirms it by a noun", "A Lima daily reported that Chile had expelled two envoys of Peru. Chile's foreign ministry confirmed the expulsion.", "expelled",
		"Lima daily (newspaper) || Chilean Foreign Ministry (government)"},
	{"another does not confirm it", "A Lima daily reported that Chile had expelled two envoys of Peru. Chile's foreign ministry did not confirm the report.", "expelled",
		"Lima daily (newspaper)"},
	{"an interview published on a day", "In an interview with Le Monde published on Tuesday, the minister said that Peru had expelled two envoys of Chile.", "expelled",
		"minister (official) > Le Monde (newspaper)"},
	{"a speaker who believes is himself", "“I believe that Peru has attacked Chile,” the minister said.", "attacked", "minister (official) possible"},
	{"what proves something says nothing", "The raid proved that Peru had attacked Chile.", "attacked", "-"},
	{"a poll published on a date", "According to a poll published on April 8, farmers in Peru have attacked Chile.", "attacked", "a poll (document)"},
	{"according to one whom an agency quotes", "Peru has attacked Chile, according to a Bolivian minister quoted by Reuters.", "attacked", "Bolivian minister (official) > Reuters (news agency)"},
	{"told to a paper that nobody knows", "A Peruvian officer told the Lighthouse that Peru had attacked Chile.", "attacked", "Peruvian officer (unnamed) > Lighthouse (newspaper)"},
	{"neither confirmed nor denied", "Peru has neither confirmed nor denied that its army attacked Chile.", "attacked", "Peru (government) possible"},
	{"behind a semicolon another says nothing", "Peru has attacked Chile; Bolivia did not respond.", "attacked", "-"},
	{"should at the head of a clause is a condition", "Should Peru bomb the port again, the Chilean general said, his guns would answer.", "bomb", "Chilean general (official) possible"},
	{"provided is a condition", "Chile was ready to free the pilots, its foreign minister said, provided Peru withdrew its troops.", "withdrew", "Alberto van Klaveren (official) possible"},
	{"what is set against a belief", "Peru is thought to have attacked Chile, though Lima denies this.", "denies this", "-"},
	{"an answer to what they want", "What do the miners of Chile want? The release of two union leaders, according to an adviser, and new elections.", "release", "adviser (official) demanded"},
}

// What a party is said to have done and denies in the next sentence is told twice,
// by who said it and by who denies it; another's denial is nobody's.
func TestDenialInItsOwnSentence(t *testing.T) {
	c, err := built()
	if err != nil {
		t.Fatal(err)
	}
	w := c.NewWorker()
	for text, want := range map[string]string{
		"The rebels said Chad had bombed the port of Sirte. A Chadian spokesman denied it.": "rebels (group), Chadian spokesman (official) negated",
		"The rebels said Chad had bombed the port of Sirte. Libya denied the report.":       "rebels (group)",
	} {
		rec := w.Code(&nuncio.Report{Text: text, Published: nuncio.Date{Year: 2024, Month: 5, Day: 17}, Language: "en"})
		var got []string
		for i := range rec.Events {
			if rec.Events[i].Event == "ASSAULT" {
				got = append(got, toldBy(&rec.Events[i]))
			}
		}
		if g := strings.Join(got, ", "); g != want {
			t.Errorf("%s\n%s, want %s", text, g, want)
		}
	}
}

// Each verb of the table of denials does what its examples say.
func TestDenials(t *testing.T) {
	c, err := built()
	if err != nil {
		t.Fatal(err)
	}
	w := c.NewWorker()
	for _, x := range w.Voice.DenialExamples() {
		rec := w.Code(&nuncio.Report{Text: x.Text, Published: nuncio.Date{Year: 2024, Month: 5, Day: 17}, Language: "en"})
		negated := false
		for i := range rec.Events {
			e := &rec.Events[i]
			negated = negated || e.Event == "ASSAULT" && e.Status == nuncio.Negated && len(e.Chain) > 0
		}
		if negated != x.Denies {
			t.Errorf("%s\ndenied: %v, want %v", x.Text, negated, x.Denies)
		}
	}
}
