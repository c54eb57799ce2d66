package voice_test

import (
	"testing"
)

func TestStatus(t *testing.T) {
	tests := []struct{ id, word, want string }{
		{"clause", "host", "planned [would]"},
		{"denied", "entered", "negated [denied that]"},
		{"not-deny", "bombed", "possible [did not deny that]"},
		{"denied-plans", "expel", "negated [denied]"},
		{"promised", "send", "planned [promised to]"},
		{"threatened", "strike", "possible [if the sanctions were not lifted] if [if the sanctions were not lifted]"},
		{"refused", "meet", "negated [refused to]"},
		{"failed", "sign", "negated [failed to]"},
		{"managed", "free", "asserted"},
		{"called-on", "withdraw", "demanded [called]"},
		{"asked-infinitive", "take", "demanded [asked]"},
		{"urged", "leave", "demanded [urged]"},
		{"noun-call", "ceasefire", "demanded [call for]"},
		{"plan", "summit", "planned [plan]"},
		{"plans-for", "exercise", "planned [plans for]"},
		{"not", "attack", "negated [not]"},
		{"will-not", "recognise", "negated [will not]"},
		{"no-evidence", "supplied", "negated [no evidence that]"},
		{"could", "meet", "possible [could]"},
		{"if", "impose", "possible [If the vote fails] if [If the vote fails]"},
		{"if", "fails", "possible [If]"},
		{"cancelled", "talks", "negated [were cancelled]"},
		{"would-question", "send", "possible [Would]"},
		{"postponed", "visit", "planned [planned]"},
		{"yet", "sign", "negated [has yet to]"},
		{"ruled-out", "deal", "negated [ruled out]"},
		{"counterfactual", "bombed", "negated [would have] if [if the talks had collapsed]"},
		{"without", "signing", "negated [without]"},
		{"without", "left", "asserted"},
		{"appears", "strengthening", "possible [appears to]"},
		{"expected", "visit", "planned [is expected to]"},
		{"passive", "sent", "possible [is believed to]"},
		{"threat-of", "invasion", "planned [threat of]"},
		{"accused", "shelling", "asserted"},
		{"headline", "meet", "planned [to]"},
		{"according", "crossed", "asserted"},
		{"status1", "attack", "negated [denied]"},
		{"status2", "recognise", "negated [never]"},
		{"status3", "meet", "planned [are set to]"},
		{"status4", "sign", "possible [are likely to]"},
		{"status5", "send", "possible [is unlikely to]"},
		{"status6", "meet", "planned [were supposed to]"},
		{"status8", "exercise", "negated [to cancel]"},
		{"status9", "release", "demanded [must]"},
		{"status10", "strike", "possible [did not rule out]"},
		{"status11", "retaliate", "possible [if its planes were attacked] if [if its planes were attacked]"},
		{"status12", "talks", "planned [offered]"},
		{"status13", "sending", "possible [is considering]"},
		{"status14", "storming", "negated [prevented]"},
		{"status15", "condemning", "negated [short of]"},
		{"status16", "closed", "negated [would have] if [Had the talks failed]"},
		{"status17", "defend", "possible [If attacked] if [If attacked]"},
		{"status18", "evacuate", "negated [were scrapped]"},
		{"status19", "sign", "planned [to]"},
		{"status20", "hand", "negated [will not]"},
		{"status21", "close", "possible [may]"},
		{"status22", "sent", "asserted"},
		{"status23", "halt", "planned [agreed to]"},
		{"status25", "visit", "possible [allows]"},
		{"status26", "host", "planned [hopes to]"},
		{"status28", "attacked", "negated [Nobody]"},
		{"status29", "sending", "possible [has refused to]"},
		{"status30", "expel", "demanded [calls]"},
		{"status33", "talks", "asserted"},
		{"status34", "hijacking", "asserted"},
		{"status35", "attack", "negated [was foiled]"},
		{"status36", "recall", "demanded [should]"},
		{"status37", "attend", "negated [would not]"},
		{"status38", "resign", "negated [no plans to]"},
		{"status40", "restore", "negated [failed to]"},
		{"status41", "evacuate", "negated [no need to]"},
		{"status42", "fire", "planned [would]"},
		{"status43", "visit", "planned [has been postponed]"},
		{"status44", "sending", "negated [decided against]"},
		{"status45", "bombed", "negated [not]"},
		{"status46", "withdraw", "demanded [wants]"},
		{"status49", "shot", "asserted"},
		{"status50", "reach", "negated [cannot]"},
	}
	r, docs := newReader(t), reports(t)
	for _, tt := range tests {
		t.Run(tt.id+"/"+tt.word, func(t *testing.T) {
			d := docs[tt.id]
			r.Attribute(d)
			x := r.Status(d, find(t, d, tt.word))
			got := string(x.Status)
			if !x.Words.IsZero() {
				got += " [" + d.Words(x.Words) + "]"
			}
			if !x.Condition.IsZero() {
				got += " if [" + d.Words(x.Condition) + "]"
			}
			if got != tt.want {
				t.Errorf("%s in %q: %s (%s), want %s", tt.word, d.Report.Text, got, x.Reason, tt.want)
			}
		})
	}
}
