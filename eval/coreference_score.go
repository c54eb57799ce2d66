package eval

// AddWhole scores one set of mentions, those that stand alone too, as is usual for
// events: for each its true cluster and the one it was given. Clusters of
// different sets have nothing in common.
func (s *CorefScore) AddWhole(goldLabels, gotLabels []int) {
	gold, got := chainsOfLabels(goldLabels), chainsOfLabels(gotLabels)
	goldOf, gotOf := chainsByMention(gold), chainsByMention(got)
	s.Mentions.TP += len(goldLabels)
	n, d := muc(gold, gotOf)
	s.MUC.RNum, s.MUC.RDen = s.MUC.RNum+n, s.MUC.RDen+d
	n, d = muc(got, goldOf)
	s.MUC.PNum, s.MUC.PDen = s.MUC.PNum+n, s.MUC.PDen+d
	n, d = bcubed(gold, gotOf)
	s.BCubed.RNum, s.BCubed.RDen = s.BCubed.RNum+n, s.BCubed.RDen+d
	n, d = bcubed(got, goldOf)
	s.BCubed.PNum, s.BCubed.PDen = s.BCubed.PNum+n, s.BCubed.PDen+d
	best := ceafE(gold, got, gotOf)
	s.CEAF.RNum, s.CEAF.RDen = s.CEAF.RNum+best, s.CEAF.RDen+float64(len(gold))
	s.CEAF.PNum, s.CEAF.PDen = s.CEAF.PNum+best, s.CEAF.PDen+float64(len(got))
}

// chainsOfLabels are the clusters of mentions 0, 1, 2, … in the order of their first.
func chainsOfLabels(labels []int) []Chain {
	at := map[int]int{}
	var out []Chain
	for i, label := range labels {
		k, ok := at[label]
		if !ok {
			k = len(out)
			at[label] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], TokenSpan{i, i + 1})
	}
	return out
}
