package voice_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nuncio"
	"nuncio/doc"
)

func TestAttribute(t *testing.T) {
	want := map[string][]string{
		"clause": {
			`The Turkish foreign minister | said | that Ankara would host the talks in March`,
		},
		"direct": {
			`Aliyev | told | "We will not accept an ultimatum," ; "The border is closed, and it will stay closed."`,
			`We | will not accept | an ultimatum <0`,
		},
		"according": {
			`TASS | according to | The convoy crossed the border at dawn`,
		},
		"relay": {
			`Reuters | as reported by | "The two sides agreed to reopen the crossing," ; "The ministers signed the protocol. ; The ceremony was brief."`,
			`the BTA | according to | "The two sides agreed to reopen the crossing," ; "The ministers signed the protocol. ; The ceremony was brief." <0`,
			`The two sides | agreed | to reopen the crossing <1`,
		},
		"citing": {
			`Kyodo | reported | Iran has resumed enrichment at the site`,
			`two diplomats | citing | Iran has resumed enrichment at the site <0`,
		},
		"denied": {
			`The defence ministry | denied | that its troops had entered the village`,
		},
		"quoted-as": {
			`Tanjug | quoted | that the police would withdraw`,
			`President Vucic | was quoted as saying | that the police would withdraw <0`,
		},
		"relative": {
			`who | said | that the meeting was useful`,
		},
		"unnamed": {
			`who | asked | not to be named`,
			`A senior official who asked not to be named | said | that the embassy had been evacuated`,
		},
		"told-outlet": {
			`the newspaper | told | that the deal was dead`,
			`The minister | told | that the deal was dead <0`,
		},
		"passive": {
			` | is believed | Khartoum ; to have sent envoys to Juba`,
		},
		"accused": {
			`Moscow | accused | Kyiv of shelling the port`,
		},
		"carried": {
			`IRNA | carried | the inspectors were no longer welcome`,
			`the foreign ministry | said | the inspectors were no longer welcome <0`,
		},
		"side-by-side": {
			`KCNA | reported | that the delegation had arrived in Vladivostok`,
			`TASS | reported | that the delegation had arrived in Vladivostok =0`,
		},
		"noun": {
			`Kigali | was rejected | The claim that Rwandan soldiers had crossed the border`,
			` | The claim | that Rwandan soldiers had crossed the border <0`,
		},
		"nested": {
			`Lavrov | said | that Blinken had told him that the plan was still alive`,
			`Blinken | had told | that the plan was still alive <0`,
		},
		"tweet": {
			`the chancellor | wrote | "The plan is dead,"`,
		},
		"document": {
			`The report | said | government forces had burned three villages`,
		},
		"with": {
			`Anadolu | reporting | that the truce had collapsed`,
		},
		"promised": {
			`He | promised | to send wheat`,
		},
		"threatened": {
			`The generals | threatened | to strike the capital if the sanctions were not lifted`,
		},
		"refused": {
			`The envoy | refused | to meet the rebels`,
		},
		"called-on": {
			`Manila | called on | Beijing to withdraw its ships`,
		},
		"plan": {
			`Oslo and Rabat | plan | a summit in May`,
		},
		"not": nil,
		"no-evidence": {
			` | is no evidence | that Algeria supplied the drones`,
		},
		"urged": {
			`The government | urged | protesters to leave the square`,
		},
		"ruled-out": {
			`The court | ruled out | a deal with the militia`,
		},
		"plans-for": {
			`Nairobi | announced | plans for a joint exercise`,
		},
		"appears": {
			` | appears | The king ; to be strengthening ties with Amman`,
		},
		"open-quote": {
			`the bishop | said | "The siege has lasted forty days," ; "Nobody came.`,
			`he | said | "We buried the dead in the garden,"`,
		},
		"paragraphs": {
			`he | said | "The siege has lasted forty days," ; "We have no bread. ; "The soldiers took the wheat."`,
		},
		"aside": {
			`engineers | said | The bridge ; would open in June`,
		},
		"inverted": {
			`Amina Mwangi, an engineer in Kisumu | said | "The bridge is safe,"`,
		},
		"according-first": {
			`the coast guard | According to | the trawler ignored two warnings`,
			`the trawler | ignored | two warnings <0`,
		},
		"manner": {
			`the general | sighed | "It is over,"`,
		},
		"will-not": {
			`Lima | will not recognise | the new government`,
		},
		"denied-plans": {
			`Hanoi | denied | planning to expel the ambassador`,
			`Hanoi | planning | to expel the ambassador <0`,
		},
		"not-deny": {
			`Riyadh | did not deny | that its jets had bombed the depot`,
		},
		"expected": {
			` | is expected | The king ; to visit Tunis on Monday`,
		},
		"noun-call": {
			`The pope | renewed | his call for a ceasefire`,
		},
		"asked-infinitive": {
			`Dhaka | asked | Naypyidaw to take back the refugees`,
		},
		"mixed": {
			`The premier | said | the accord was "a gift to smugglers" and must be torn up`,
		},
		"wire1": {
			`the official Korean Central News Agency | carried | the drills were a provocation`,
			`the Foreign Ministry | said | the drills were a provocation <0`,
		},
		"wire2": {
			`A spokesman for the Foreign Ministry | told | that the talks had been called off`,
		},
		"wire3": {
			`A commentary in the Rodong Sinmun | said | Seoul had broken its promise`,
		},
		"wire4": {
			`KCNA | released | that the South would pay a price`,
			`Kim Yo Jong | said | that the South would pay a price <0`,
		},
		"wire5": {
			`The government | said | that it would recall its ambassador`,
		},
		"wire6": {
			`Russia's Interfax news agency | quoted | the two presidents could meet in Astana`,
			`an unnamed diplomatic source | saying | the two presidents could meet in Astana <0`,
		},
		"wire7": {
			`The New York Times | reported | that the strike had killed a commander`,
			`unnamed officials | citing | that the strike had killed a commander <0`,
		},
		"wire8": {
			`state television | reported | The air force has shot down a drone near the border`,
		},
		"wire9": {
			`Xinhua | said | that Beijing opposed the sale`,
			`a foreign ministry spokeswoman | quoting | that Beijing opposed the sale <0`,
			`Beijing | opposed | the sale <1`,
		},
		"wire10": {
			`The ministry | denied | reports that its soldiers had crossed into Moldova`,
		},
		"wire11": {
			`Haaretz | reported | that Israel had struck a convoy`,
			`foreign sources | citing | that Israel had struck a convoy <0`,
		},
		"wire12": {
			`Zarif | tweeted | "We stand with our friends,"`,
			`We | stand with | our friends <0`,
		},
		"wire13": nil,
		"wire14": {
			`Ethiopian state media | reported | that rebels had killed 40 people`,
		},
		"wire15": {
			`Syria's SANA news agency | said | Israeli jets bombed an airport near Homs, in what it called a flagrant violation`,
			`it | called | a flagrant violation <0`,
		},
		"wire16": {
			`Two Western diplomats | said | Tehran had agreed to freeze enrichment`,
			`Tehran | had agreed | to freeze enrichment <0`,
		},
		"wire17": {
			`Pakistan's prime minister | said | his country was ready to mediate if both sides asked`,
			`his country | was ready | to mediate if both sides asked <0`,
		},
		"wire18": {
			`The EU foreign policy chief | urged | Belgrade and Pristina to refrain from unilateral steps`,
		},
		"wire20": {
			`a report by the Kyodo news agency | According to | the two countries will hold talks in Hanoi next month`,
		},
		"wire21": {
			`Kabul | has repeatedly accused | Islamabad of harboring militants`,
		},
		"wire22": {
			`Officials in Seoul | said | they had seen no signs that Pyongyang was preparing a test`,
			`they | had seen | no signs that Pyongyang was preparing a test <0`,
		},
		"wire23": {
			` | Asked | whether Ankara would extradite the cleric`,
			`the spokesman | said | the decision was up to the courts`,
		},
		"wire25": {
			`Nigeria | threatened | to expel the envoy unless an apology was made within 48 hours`,
		},
		"said1": {
			`Zelensky | wrote | "Our patience is over,"`,
		},
		"said2": {
			`Trump | said | that he would raise tariffs`,
		},
		"said3": {
			`the ambassador | called | the vote a farce`,
		},
		"said4": {
			`The letter | reads: | "We regret the loss of life."`,
			`We | regret | the loss of life <0`,
		},
		"said5": {
			`The joint statement | said | that both sides would refrain from force`,
		},
		"said6": {
			` | Rumours | that the king had died`,
		},
		"said8": {
			`The president | announced | that he had signed the decree`,
		},
		"said9": {
			`he | said | "They attacked us first,"`,
			`He | added | that the army had responded`,
		},
		"said10": {
			`South Korea's Joint Chiefs of Staff | said | the North fired two missiles into the sea`,
		},
		"said13": {
			`The minister | said | sanctions would stay`,
		},
		"said14": {
			` | were told | that the port had been mined`,
		},
		"said15": {
			` | was reported | that the general had fled to Tehran`,
		},
		"said16": {
			`A UN panel | found | that both sides had committed war crimes`,
		},
		"said17": {
			`the president | vowed | to crush the rebellion`,
		},
		"said18": {
			`the state news agency | carried | that he had spoken with Modi by phone`,
			`The prime minister's office | said | that he had spoken with Modi by phone <0`,
		},
		"said19": {
			`the ministry | said | "We will respond,"`,
			`the ministry | adding | that it had summoned the envoy`,
		},
		"said20": {
			`Witnesses | described | how soldiers burned the market`,
		},
		"runon": {
			`the Daily Monitor | as quoted by | “although the road is bad, we have many friends and I feel welcome here,”`,
			`he | said | “although the road is bad, we have many friends and I feel welcome here,” <0`,
		},
		"issued-saying": {
			`Peru's foreign ministry | issued a statement condemning | the raid`,
		},
		"went-on": {
			`The envoy | went on to say | that the bridge was closed`,
		},
		"quick-to": {
			`The minister | was quick to deny | that shots had been fired`,
		},
		"remark": {
			`The council | criticized | the plan`,
		},
		"critic": {
			`The bishop | has been a fierce critic of | the law`,
		},
		"in-the-hope": {
			`Bolivia | in the hope | that trade would revive`,
		},
		"aim":     nil,
		"nobodys": nil,
		"announced-support": {
			`The king | announced | his support for the treaty`,
		},
		"adverb": {
			` | reportedly | The rebels have ; seized the airport`,
		},
	}
	r, docs := newReader(t), reports(t)
	for id, lines := range want {
		t.Run(id, func(t *testing.T) {
			d := docs[id]
			if d == nil {
				t.Fatal("no such report in testdata")
			}
			r.Attribute(d)
			var got []string
			for i := range d.Attributions {
				got = append(got, line(d, &d.Attributions[i]))
			}
			if diff := cmp.Diff(lines, got); diff != "" {
				t.Errorf("%s\n%s", d.Report.Text, diff)
			}
		})
	}
}

// Reading twice, and with one Reader from many goroutines, gives the same.
func TestAttributeTwice(t *testing.T) {
	r := newReader(t)
	a, b := reports(t), reports(t)
	done := make(chan struct{})
	go func() {
		for _, d := range b {
			r.Attribute(d)
		}
		close(done)
	}()
	for _, d := range a {
		r.Attribute(d)
		r.Attribute(d)
	}
	<-done
	for id := range a {
		if diff := cmp.Diff(a[id].Attributions, b[id].Attributions); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
}

func BenchmarkAttribute(b *testing.B) {
	r := newReader(b)
	all := &doc.Document{Report: &nuncio.Report{}}
	words := 0
	docs := reports(b)
	for _, id := range []string{"clause", "direct", "according", "relay", "nested", "if", "plan", "carried", "side-by-side", "paragraphs"} {
		d := docs[id]
		base := len(all.Report.Text)
		for _, s := range d.Sentences {
			s.Start, s.End = s.Start+base, s.End+base
			for k := range s.Tokens {
				s.Tokens[k].Start += base
				s.Tokens[k].End += base
			}
			words += len(s.Tokens)
			all.Sentences = append(all.Sentences, s)
		}
		all.Report.Text += d.Report.Text + "\n\n"
	}
	b.ReportAllocs()
	for b.Loop() {
		r.Attribute(all)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
