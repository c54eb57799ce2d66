package train

import (
	"errors"
	"slices"

	"nuncio/nlp"
	"nuncio/nn"
)

// Average gives the network in the middle of several that came of one training:
// it often does better than each of them (Wortsman et al., "Model soups", 2022).
// They must have the same shape and labels.
func Average(nets []*nlp.Net) (*nlp.Net, error) {
	if len(nets) == 0 {
		return nil, errors.New("no model is given")
	}
	first := nets[0]
	out := nlp.NewNet(first.Config, first.Labels)
	sums := all(out)
	for _, n := range nets {
		parts := all(n)
		same := len(parts) == len(sums) && slices.Equal(n.UPOS, first.UPOS) && slices.Equal(n.XPOS, first.XPOS) &&
			slices.Equal(n.Labels.Feats, first.Labels.Feats) && slices.Equal(n.Rels, first.Rels) && slices.Equal(n.Labels.Names, first.Labels.Names)
		for i := 0; same && i < len(parts); i++ {
			same = parts[i].Rows == sums[i].Rows && parts[i].Cols == sums[i].Cols
		}
		if !same {
			return nil, errors.New("the models have other shapes or labels and cannot be averaged")
		}
		for i, m := range parts {
			for j, v := range m.Data {
				sums[i].Data[j] += v / float32(len(nets))
			}
		}
	}
	return out, nil
}

func all(n *nlp.Net) []*nn.Matrix { return append(n.Dense(), n.Emb...) }
