package nlp

import (
	"slices"
	"testing"
)

func TestBases(t *testing.T) {
	for _, c := range []struct {
		form, xpos string
		want       []string
	}{
		{"shelled", "VBD", []string{"shell", "shel"}},
		{"stopping", "VBG", []string{"stopp", "stop"}},
		{"hoping", "VBG", []string{"hope"}},
		{"shoring", "VBG", []string{"shore"}},
		{"bombed", "VBN", []string{"bomb", "bombe"}},
		{"reopened", "VBN", []string{"reopen", "reopene"}},
		{"ratified", "VBD", []string{"ratify", "ratifie"}},
		{"rallies", "NNS", []string{"rally", "rallie"}},
		{"missiles", "NNS", []string{"missil", "missile"}},
		{"lens", "NN", nil},
		{"red", "VBD", nil},
		{"went", "VBD", nil},
		{"s", "NNS", []string{""}},
	} {
		if got := bases(c.form, c.xpos, nil); !slices.Equal(got, c.want) {
			t.Errorf("bases of %s %s: %q, want %q", c.form, c.xpos, got, c.want)
		}
	}
}
