package coder_test

import (
	"fmt"
	"strings"
	"testing"
)

// When a deed was and how it is told, from running text. The reports are of Friday
// 17 May 2024.
func TestTimesAndStatus(t *testing.T) {
	code := friday(t)
	for _, tt := range []struct{ name, text, trigger, want string }{
		{"since, as an adverb, counts from the time before",
			"Chad recalled its ambassador from Sudan in March. Sudan has since expelled the Chadian consul.", "expelled", "2024-03-01..2024-05-17 asserted"},
		{"since, before a clause",
			"Chad has shelled Libyan villages since Tripoli closed the border in January 2023.", "shelled", "2023-01-01..2024-05-17 asserted"},
		{"what is set up on a day is no plan",
			"Chad and Niger set up a joint commission on Monday.", "set up a joint commission", "2024-05-13..2024-05-13 asserted"},
		{"a second infinitive is not the first's no",
			"Chad and Niger agreed not to shoot at each other and to meet again.", "meet again", "2024-05-17.. planned"},
		{"before, before a clause",
			"Chad and Libya hope to sign a treaty before the summit opens on 3 June.", "sign", "2024-05-17..2024-06-03 planned"},
		{"the clause of a relative when has the day itself",
			"Kenya has been under sanctions since last March, when Uganda invaded Kenya.", "invaded", "2024-03-01..2024-03-31 asserted"},
		{"a second clause in the perfect is not of the first's year",
			"A court gave the island to Kenya in 1998, and Uganda has shelled Kenya over it.", "shelled", "..2024-05-17 asserted"},
		{"a time right before its verb, behind a clause that closed",
			"The Kenyan president, who has been in hospital since his fall, on Tuesday thanked Uganda for its aid.", "thanked", "2024-05-14..2024-05-14 asserted"},
		{"what was vowed on a day is to be done at any time after it",
			"Kenya vowed on Monday to expel the Ugandan consul.", "expel", "2024-05-13.. planned"},
		{"but what was due has the day",
			"Kenya's president was due on Wednesday to meet Uganda's president.", "meet", "2024-05-15..2024-05-15 planned"},
		{"let, in the past",
			"The rebels let forty Kenyan peacekeepers leave Goma on Tuesday.", "let", "2024-05-14..2024-05-14 asserted"},
		{"two days later, of the second verb",
			"Gunmen kidnapped three Kenyan nurses on Sunday and released them two days later.", "released", "2024-05-14..2024-05-14 asserted"},
		{"having done so in a month",
			"Kenya accused Uganda of having shelled a Kenyan village in December.", "shelled", "2023-12-01..2023-12-31 asserted"},
		{"earlier this month ends with the report",
			"Kenya expelled the Ugandan consul earlier this month.", "expelled", "2024-05-01..2024-05-17 asserted"},
		{"before the end of",
			"Kenya will withdraw its troops from Somalia before the end of the year.", "withdraw", "2024-05-17..2024-12-31 planned"},
		{"the past so many hours",
			"Ugandan troops have shelled Kenyan villages in the past 24 hours.", "shelled", "2024-05-16..2024-05-17 asserted"},
		{"a plan told from behind: the nearest such day",
			"Kenya's president was to have met Uganda's president in Nairobi on Saturday.", "met", "2024-05-18..2024-05-18 planned"},
		{"he goes on speaking on the day on which he spoke",
			"On Monday Kenya's foreign minister accused Uganda of shelling a village. He threatened to expel the Ugandan ambassador.", "threatened", "2024-05-13..2024-05-13 asserted"},
		{"an edition's day is not that of the story",
			"Kenya expelled the Ugandan consul on Monday, the Daily Nation reported in its Thursday edition. A day later Uganda expelled the Kenyan consul.", "expelled the Kenyan", "2024-05-14..2024-05-14 asserted"},
		{"what is to come is not counted from in the past",
			"The Kenyan president will visit Uganda next Thursday. Uganda accused Kenya a day earlier of arming rebels.", "accused", "2024-05-16..2024-05-16 asserted"},
		{"but called off",
			"Kenya's foreign minister had been due to visit Uganda on Monday, but the trip was called off.", "visit", "2024-05-13..2024-05-13 negated"},
		{"cancelled in the next sentence",
			"Kenya's president was due to meet Uganda's president in Kampala on Monday. The talks were cancelled.", "meet", "2024-05-13..2024-05-13 negated"},
		{"but something else was dropped",
			"Kenya agreed to withdraw its troops from Somalia but dropped the charge.", "withdraw", "2024-05-17.. planned"},
		{"stopped short of", "Kenya stopped short of expelling the Ugandan ambassador.", "expelling", "..2024-05-17 negated"},
		{"came close to", "Kenya came close to breaking off relations with Uganda.", "breaking off", "..2024-05-17 negated"},
		{"neither, before a verb", "Kenya neither expelled the Ugandan ambassador nor replied to the note.", "expelled", "..2024-05-17 negated"},
		{"a question of what will be", "Will Kenya expel the Ugandan ambassador?", "expel", "2024-05-17.. possible"},
		{"what would have been, by inversion",
			"Had Kenya expelled the consul, Uganda would have closed the border.", "expelled", "..2024-05-17 negated"},
		{"what would have been, by if",
			"If Kenya had expelled the consul, Uganda would have closed the border.", "expelled", "..2024-05-17 negated"},
		{"a letter's purpose is said in it",
			"The Kenyan president wrote to the Ugandan president on Tuesday to demand that Uganda release the soldiers.", "demand", "2024-05-14..2024-05-14 asserted"},
		{"the following week counts from the day spoken of",
			"Kenya expelled the Ugandan consul on 3 April. The following week Uganda expelled the Kenyan consul.", "expelled the Kenyan", "2024-04-08..2024-04-14 asserted"},
		{"two days later than something in a month is known to the month",
			"Kenya recalled its ambassador in March. Two days later it expelled the Ugandan consul.", "expelled", "2024-03-01..2024-03-31 asserted"},
		{"the Sunday before last", "Kenya expelled the Ugandan consul the Sunday before last.", "expelled", "2024-05-05..2024-05-05 asserted"},
		{"two months in a row", "Kenya shelled Ugandan villages in March and April.", "shelled", "2024-03-01..2024-04-30 asserted"},
		{"another deed's day", "Kenya expelled the Ugandan consul in retaliation for Monday's raid by Ugandan troops.", "expelled", "..2024-05-17 asserted"},
		{"what goes on has begun", "Uganda's president is visiting Kenya.", "visiting", "..2024-05-17 asserted"},
		{"might have is of the past", "Kenya might have shelled the Ugandan village.", "shelled", "..2024-05-17 possible"},
		{"should have did not", "Kenya should have released the Ugandan soldiers.", "released", "..2024-05-17 negated"},
		{"neither with nor, one auxiliary", "Kenya would neither expel the Ugandan ambassador nor close its border with Uganda.", "close", "2024-05-17.. negated"},
		{"what must come first", "Once Kenya withdraws its troops, Uganda will release the soldiers.", "withdraws", "2024-05-17.. planned"},
		{"whether, as the subject", "Whether Kenya attacked Uganda is not known.", "attacked", "..2024-05-17 possible"},
		{"the night before", "Kenyan students marched on the Ugandan embassy on Tuesday. The night before, police had fired tear gas at students.", "fired", "2024-05-13..2024-05-13 asserted"},
		{"overnight is of two days", "Kenya shelled the Ugandan town of Busia overnight.", "shelled", "2024-05-16..2024-05-17 asserted"},
		{"a week earlier than a day is a day",
			"Kenya on Monday opened the border that Uganda had closed a week earlier.", "border", "2024-05-06..2024-05-06 asserted"},
		{"within hours, of the day spoken of", "Kenya expelled the Ugandan consul on Monday. Within hours Uganda expelled the Kenyan consul.", "expelled the Kenyan", "2024-05-13..2024-05-13 asserted"},
		{"hours after a deed", "Gunmen stormed the palace in Kampala on Monday. Hours after the raid Kenyan jets bombed Kampala.", "bombed", "2024-05-13..2024-05-13 asserted"},
		{"the row comes two days after", "The quarrel comes two days after Kenya expelled the Ugandan consul.", "expelled", "2024-05-15..2024-05-15 asserted"},
		{"in the months that follow", "Kenya recalled its ambassador in December. In the following months Uganda expelled forty Kenyan teachers.", "expelled", "2024-01-01..2024-05-17 asserted"},
		{"earlier in the week", "Kenya expelled the Ugandan consul earlier in the week.", "expelled", "2024-05-13..2024-05-17 asserted"},
		{"within a length, of what is to come", "Kenya will withdraw its troops from Somalia within 72 hours.", "withdraw", "2024-05-17..2024-05-20 planned"},
		{"for the visit last month", "Kenya has apologised to Uganda for the raid of last month.", "apologised", "..2024-05-17 asserted"},
		{"under the accord of", "Kenya withdrew its troops from Uganda under the accord of 1980.", "withdrew", "..2024-05-17 asserted"},
		{"in which", "Kenya condemned the attack of last Saturday, in which Ugandan troops killed ten villagers.", "killed", "2024-05-11..2024-05-11 asserted"},
		{"and another clause's day is no end of a stretch",
			"Uganda invaded Kenya on May 2 and declared six days later that it had won.", "invaded", "2024-05-02..2024-05-02 asserted"},
		{"did so yesterday", "Uganda's president promised Kenya that he would come, and did so yesterday.", "promised", "..2024-05-17 asserted"},
		{"told in passing dates nothing behind it",
			"The embargo that Kenya imposed on Uganda on May 6 has hurt trade. Uganda accused Tanzania of theft.", "accused", "..2024-05-17 asserted"},
		{"at the meeting told before",
			"Kenya's president received the Ugandan foreign minister on Tuesday. Kenyan papers praised the host. At the beginning of the meeting the Ugandan foreign minister thanked Kenya for its help.", "thanked", "2024-05-14..2024-05-14 asserted"},
		{"we hope, said on Thursday", "\"We took note of the letter,\" Ugandan Foreign Minister Jeje Odongo said on Thursday. \"We demand that Kenya release the soldiers.\"", "demand", "2024-05-16..2024-05-16 asserted"},
		{"a communiqué acts on the day on which it was adopted",
			"The foreign ministers of Kenya and Uganda met in Kampala on 15 May 2024. Kenya and Uganda are neighbours.\n\nThe ministers condemned Tanzania.\n\nDone at Kampala, 15 May 2024", "condemned", "2024-05-15..2024-05-15 asserted"},
		{"the past week", "Uganda shelled Kenyan villages during the past week.", "shelled", "2024-05-10..2024-05-17 asserted"},
		{"a participle that opens the sentence", "Speaking in Kampala on Tuesday, the president of Kenya accused Uganda of arming rebels.", "accused", "2024-05-14..2024-05-14 asserted"},
		{"the expulsions came a day after", "Kenya expelled two Ugandan diplomats on Tuesday. Uganda voiced regret.\n\nThe expulsions came a day after Ugandan troops shelled a Kenyan village.", "shelled", "2024-05-13..2024-05-13 asserted"},
		{"what is to come does not end a scene", "Kenya's president met Uganda's president on Monday. Kenya and Uganda agreed that a team will visit the border on Saturday.", "agreed", "2024-05-13..2024-05-13 asserted"},
		{"hours later, of the day the report stands on",
			"The paper Daily Nation wrote on Wednesday that Kenya's president had met Uganda's president on Sunday. Uganda denied the report hours later.", "denied", "2024-05-15..2024-05-15 asserted"},
		{"hours later, though a thing has a date",
			"Kenya's foreign minister said on Tuesday that troops would leave. Uganda's president, who lost the vote of May 1, rejected the offer hours later.", "rejected", "2024-05-14..2024-05-14 asserted"},
		{"has become the first to", "William Ruto has become the first Kenyan president to accuse Uganda of murder in the raid of 1976.", "accuse", "..2024-05-17 asserted"},
		{"since a day, hung from a noun", "Kenyan customs officers have turned back lorries bound for Uganda at the Busia crossing since Sunday, drivers said.", "turned", "2024-05-12..2024-05-17 asserted"},
		{"tried to on a day, and then", "Several hundred protesters from Busia tried to cross on Tuesday and were held back by Ugandan police.", "held", "2024-05-14..2024-05-14 asserted"},
		{"planned for a day, and then", "Several hundred protesters from Busia tried to cross on Tuesday. They have since been arrested by Ugandan police.", "arrested", "2024-05-14..2024-05-17 asserted"},
		{"later than a deed that somebody told",
			"Kenyan police said on Thursday that gunmen had kidnapped three Ugandan nurses on Sunday. The gunmen released them two days later.", "released", "2024-05-14..2024-05-14 asserted"},
		{"a count of days before 'in'", "Uganda on Monday released two Kenyan nurses who had been arrested two weeks earlier in Jinja.", "arrested", "2024-04-29..2024-04-29 asserted"},
		{"the step came a day after, the lead's day", "Kenya gave two Ugandan diplomats 72 hours to leave on Tuesday. Uganda voiced regret.\n\nA court began an inquiry.\n\nThe step came a day after Ugandan troops shelled a Kenyan village.", "shelled", "2024-05-13..2024-05-13 asserted"},
		{"looking back from a scene", "Ugandan police on Tuesday arrested a Kenyan journalist in Jinja. The journalist had accused Uganda of theft.", "accused", "..2024-05-17 asserted"},
		{"the decree by which", "Uganda praised the decree of 1 May, by which Kenya had banned strikes.", "banned", "2024-05-01..2024-05-01 asserted"},
		{"a thing's own day is not its revoker's", "Kenya rejected the letter of 2 March.", "rejected", "..2024-05-17 asserted"},
		{"but that of who takes part is", "Kenya boycotted the summit of 2 March.", "boycotted", "2024-03-02..2024-03-02 asserted"},
		{"two of one verb on a day each", "Kenyan President William Ruto flew to Kigali on Monday and to Kampala the day after.", "flew", "2024-05-13..2024-05-13 asserted"},
		{"a deadline counts from the promise", "Kenya promised in March to send Uganda 400 tons of rice by the end of the year.", "send", "2024-03-01..2024-12-31 planned"},
		{"goes on speaking, of a time of its own", "\"They will stay,\" Kenya's foreign minister told reporters on Tuesday. He accused Uganda of jamming Kenyan broadcasts during the past week.", "accused", "2024-05-14..2024-05-14 asserted"},
		{"the story's day, on a source's word", "Kenya summoned the Ugandan ambassador on Tuesday, its press service said. It demanded compensation.", "demanded", "2024-05-14..2024-05-14 asserted"},
		{"a headline has no day of what others said", "Kenya rejects the Ugandan offer.\n\nThe president of Chad voiced regret on Tuesday.", "rejects", "..2024-05-17 asserted"},
		{"meeting on a day, at the head of the sentence", "Meeting in Lome last Friday, the ministers of Togo and Kenya suspended Mali.", "suspended", "2024-05-10..2024-05-10 asserted"},
		{"gathered on a day", "Gathered in Lome on Tuesday, the ministers of Togo and Kenya condemned Mali.", "condemned", "2024-05-14..2024-05-14 asserted"},
		{"founded in a year is no day of what is done now", "Founded in Lome in 1963, the African Union condemned Mali.", "condemned", "..2024-05-17 asserted"},
		{"visiting on a day, behind the subject", "The Ugandan president, visiting Nairobi on Monday, accused Rwanda of arming rebels.", "accused", "2024-05-13..2024-05-13 asserted"},
		{"will cease to on a day", "The African Union will cease to recognise Kenya on June 3.", "cease", "2024-06-03..2024-06-03 planned"},
		{"blamed for what was before", "On Monday the Ugandan president accused Rwanda of arming rebels.", "arming", "..2024-05-13 asserted"},
		{"or on the day behind it", "The Ugandan president accused Rwanda of arming rebels on Monday.", "arming", "2024-05-13..2024-05-13 asserted"},
		{"invited on a day", "On Tuesday the Ugandan president invited Rwanda to mediate.", "mediate", "2024-05-14.. demanded"},
		{"at a reception given on a day", "Kenya's ambassador expressed thanks to Uganda at a reception given on Monday.", "expressed", "2024-05-13..2024-05-13 asserted"},
		{"had on Tuesday recalled", "Kenya had on Tuesday recalled its ambassador to Uganda.", "recalled", "2024-05-14..2024-05-14 asserted"},
		{"a website that closes its sentence", "Kenya has accused Uganda of firing mortars at a patrol near Busia, the privately owned KBC website reported on May 14.", "accused", "..2024-05-14 asserted"},
		{"on Thursday somebody's deed", "Kenya denounced on Thursday Uganda's invasion of Rwanda.", "denounced", "2024-05-16..2024-05-16 asserted"},
		{"was there last week to sign", "Uganda's foreign minister was in Nairobi last week to sign a treaty with Kenya.", "sign", "2024-05-06..2024-05-12 asserted"},
		{"by the time", "By the time Kenya's president landed in Kampala on Tuesday, Uganda had freed the pilots.", "freed", "..2024-05-14 asserted"},
		{"in power since a coup", "Uganda's government, in power since a coup in 1986, expelled Kenya's consul.", "expelled", "..2024-05-17 asserted"},
		{"for the third day running on a day", "Uganda shelled Kenyan villages for the third day running on Thursday.", "shelled", "2024-05-16..2024-05-16 asserted"},
		{"for a second day", "Kenyan veterans blocked the bridge at Busia for a second day.", "blocked", "2024-05-16..2024-05-17 asserted"},
		{"for six months", "Uganda has shelled Kenyan villages for six months.", "shelled", "2023-11-17..2024-05-17 asserted"},
		{"over the weekend, told on a Friday", "Ugandan jets bombed a Kenyan camp over the weekend.", "bombed", "2024-05-11..2024-05-12 asserted"},
		{"this month, as far as it has been", "Ugandan jets bombed a Kenyan camp this month.", "bombed", "2024-05-01..2024-05-17 asserted"},
		{"for the first time since a year", "Uganda's president visited Kenya for the first time since 2019.", "visited", "..2024-05-17 asserted"},
		{"the previous year is that before the one told of", "Kenya expelled the Ugandan consul in 2017. Uganda had closed the border in May of the previous year.", "closed", "2016-05-01..2016-05-31 asserted"},
		{"the infinitive of a noun of speech, on a past day", "Kenya and Uganda signed a pledge to protect civilians late on Thursday.", "signed", "2024-05-16..2024-05-16 asserted"},
		{"hours before, told in the perfect", "Kenya and Uganda have accused each other of theft, hours before a Rwandan envoy was due to arrive in Kampala.", "arrive", "2024-05-17..2024-05-17 planned"},
		{"on the eve of the announcement", "Kenya's foreign minister said on Thursday that Kenya would leave the bloc.\n\nOn the eve of the announcement, Uganda recalled its ambassador to Kenya.", "recalled", "2024-05-15..2024-05-15 asserted"},
		{"the same evening, behind a day to come", "The Kenyan president left Kampala on Tuesday with a deal. He will report to the bloc on Saturday. Uganda urged Rwanda the same evening to sign.", "urged", "2024-05-14..2024-05-14 asserted"},
		{"what a demand demands, its maker between",
			"Kenya's president has rebuffed a demand by the government of Uganda that he release the rebels.", "release", "2024-05-17.. demanded"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rec := code(tt.text)
			var all []string
			for i := range rec.Events {
				e := &rec.Events[i]
				if rest := rec.Report.Text[e.Evidence.Trigger.Span.Start:]; !strings.HasPrefix(rest, tt.trigger) {
					all = append(all, e.Evidence.Trigger.Text)
					continue
				}
				got := ".."
				if !e.When.Start.IsZero() {
					got = e.When.Start.String() + got
				}
				if !e.When.End.IsZero() {
					got += e.When.End.String()
				}
				if got = fmt.Sprintf("%s %s", got, e.Status); got != tt.want {
					t.Errorf("%s\n%s, want %s", tt.text, got, tt.want)
				}
				return
			}
			t.Errorf("%s\nno event at %q, but at %q", tt.text, tt.trigger, all)
		})
	}
}

// A deed that takes its time from a scene takes its place too, unless it is a
// refusal or its sentence speaks of other places.
func TestScenePlace(t *testing.T) {
	code := friday(t)
	for _, tt := range []struct{ text, trigger, want string }{
		{"Kenya's president met Uganda's president in Kampala on Monday. The two signed a treaty.", "signed", "Kampala"},
		{"Kenya's president met Uganda's president in Kampala on Monday. The two signed a treaty in Jinja.", "signed", "Jinja"},
		{"Ugandan troops shelled the Kenyan town of Busia on Monday. Uganda denied the attack.", "denied", ""},
		{"A meeting of Kenyan and Ugandan commanders, held in Busia on Monday, failed.", "meeting", "Busia"},
		{"Uganda's foreign minister leaves for Nairobi on Saturday.", "leaves", "Nairobi"},
		{"Speaking in Kampala on Tuesday, the president of Kenya accused Uganda of arming rebels.", "accused", "Kampala"},
		{"\"Kenya must pay,\" Uganda's president told reporters in Kampala.", "told", "Kampala"},
		{"Kenyan and Ugandan commanders agreed on Monday to a truce. The deal, struck in Busia, takes effect today.", "agreed", "Busia"},
		{"Kenya's president met Uganda's president on Monday. The foreign ministers also met. The meeting in Kampala was short.", "met Uganda", ""},
		{"Ugandan fighters burned a village on the Kenyan side of the border.", "burned", "Kenya"},
		{"Ugandan jets entered Kenyan airspace on Monday.", "entered", "Kenya"},
		{"Kenya's president flew to Kigali on Monday and to Kampala on Tuesday.", "flew", "Kigali"},
		{"Kenya's foreign minister, Musalia Mudavadi, urged Uganda on Monday to withdraw. Briefing reporters in Nakuru, Musalia Mudavadi said that time was short.", "urged", "Nakuru"},
		{"Kenyan rebels seized the town of Lodwar on Monday. In the town the rebels have since closed the schools.", "closed", "Lodwar"},
		{"Kenya and Uganda held a joint exercise at the Longisa training ground.", "held", "Longisa"},
		{"Kenyan jets bombed Goma on Monday, and on Tuesday Uganda protested to Kenya.", "protested", ""},
		{"Kenya's president was in Kampala on Wednesday to sign a treaty with Uganda.", "sign", "Kampala"},
		{"Ugandan soldiers opened fire with rifles on Kenyan demonstrators in Busia.", "opened", "Busia"},
		{"Kenya has sent troops to Lodwar.", "sent", "Lodwar"},
		{"Ugandan troops shelled the Kenyan town of Busia on Sunday. Kenya recalled its ambassador to Uganda.", "recalled", ""},
		{"The Ugandan army drove Kenyan rebels out of Kampala.", "drove", "Kampala"},
		{"Rebels attacked a Kenyan convoy near Malakal. Kenya has since flown 120 tonnes of food to Malakal and plans to drop food in Jonglei.", "flown", "Malakal"},
		{"Kenyan jets bombed Kisangani on Sunday. On Monday Kenyan troops stormed a hospital in the city.", "stormed", "Kisangani"},
	} {
		rec := code(tt.text)
		got := "no event"
		for i := range rec.Events {
			e := &rec.Events[i]
			if !strings.HasPrefix(rec.Report.Text[e.Evidence.Trigger.Span.Start:], tt.trigger) {
				continue
			}
			if got = ""; e.Where != nil {
				got = e.Where.Name
			}
			break
		}
		if got != tt.want {
			t.Errorf("%s\n%s at %q, want %q", tt.text, tt.trigger, got, tt.want)
		}
	}
}
