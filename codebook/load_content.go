package codebook

import (
	"fmt"
	"strings"
)

var hostile = []string{"REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}

func (t *ContentTest) read(words []string) error {
	t.Any = true
	for _, w := range words {
		switch w {
		case "own":
			t.Own = true
		case "other":
			t.Other = true
		case "future":
			t.Future = true
		case "must":
			t.Must = true
		case "negated":
			t.Negated = true
		case "plain":
			t.Plain = true
		case "past":
			t.Past = true
		case "modal":
			t.Modal = true
		case "conditional":
			t.Conditional = true
		case "agentless":
			t.Agentless = true
		case "subjunctive":
			t.Subjunctive = true
		case "peaceful":
			t.Peaceful = true
		case "agent":
			t.Agent = true
		case "no-deed":
			t.None = true
		case "cooperative":
			t.Deeds = append(t.Deeds, "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
		case "material":
			t.Deeds = append(t.Deeds, "CONCEDE", "COOPERATE", "AID", "RETREAT")
		case "hostile":
			t.Deeds = append(t.Deeds, hostile...)
		default:
			if w == "" || w != strings.ToUpper(w) {
				return fmt.Errorf("content: %q is not known", w)
			}
			class, mode, ok := strings.Cut(w, "/")
			t.Deeds = append(t.Deeds, class)
			if ok {
				t.DeedModes = append(t.DeedModes, strings.ToLower(mode))
			}
		}
	}
	return nil
}
