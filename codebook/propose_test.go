package codebook

import "testing"

// fewWords places a handful of words by hand: like words share a direction.
type fewWords map[string][2]float32

func (w fewWords) Fill(lower []byte, out []float32) bool {
	v, ok := w[string(lower)]
	copy(out, v[:])
	return ok
}

func TestProposals(t *testing.T) {
	book := bundledBook(t)
	near := fewWords{"bludgeon": {1, 0.1}, "trounce": {1, 0.12}, "praise": {0, 1}, "befuddle": {0.7, 0.7}}
	tests := []struct{ name, tree, want string }{
		{"a verb like one of the rules", "Chad Chad PROPN 2 nsubj\ntrounced trounce VERB 0 root\nNiger Niger PROPN 2 obj", "proposed/assault/beat ASSAULT 190"},
		{"between two classes", "Chad Chad PROPN 2 nsubj\nbefuddled befuddle VERB 0 root\nNiger Niger PROPN 2 obj", ""},
		{"nobody at the other end", "Chad Chad PROPN 2 nsubj\ntrounced trounce VERB 0 root\nhopes hope NOUN 2 obj", ""},
		{"a word without a place", "Chad Chad PROPN 2 nsubj\nzapped zap VERB 0 root\nNiger Niger PROPN 2 obj", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := book.NewMatcher()
			if got := m.Sentence(parsed(t, tt.tree), 0); len(got) > 0 {
				t.Fatalf("without a proposer: %v", got[0].Rule.ID)
			}
			m.Propose(book.NewProposer(near, 2))
			got := ""
			for _, mt := range m.Sentence(parsed(t, tt.tree), 0) {
				got = mt.Rule.ID + " " + mt.Event + " " + mt.CAMEO
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
