package server

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"nuncio/store"
)

// network is a party with its partners around it: the friendliest on top, the most
// hostile below; a line is as wide as they have dealings.
type network struct {
	W, H, CX, CY float64
	ID, Name     string
	Edges        []edge
	Ties         []tie
}

// tie is what two partners have with each other.
type tie struct {
	A, B           string
	X1, Y1, X2, Y2 float64
	Width, Share   float64
	Tone           string
}

type edge struct {
	X, Y, R, Width float64
	LX, LY         float64 // label, from the middle
	Anchor         string  // start, middle or end
	Tone           string  // coop, conflict, mixed
	ID, Name       string
	Warm, Share    float64
	Title, Href    string
}

const maxPartners = 18

// maxTies is how many ties among partners are drawn: more would hide each other.
const maxTies = 20

// drawNetwork places the partners, given the busiest first.
func drawNetwork(a *store.Actor) *network {
	n := &network{W: 620, H: 430, CX: 310, CY: 215, ID: a.ID, Name: clip(a.Name, 24)}
	partners := slices.Clone(a.Partners)
	if len(partners) > maxPartners {
		partners = partners[:maxPartners]
	}
	// The friendliest goes to the top; the rest fall to the right and left in turn.
	slices.SortStableFunc(partners, func(x, y store.PartnerCount) int { return cmp.Compare(warmth(&y), warmth(&x)) })
	most := 1
	for i := range partners {
		most = max(most, dealings(&partners[i]))
	}
	for i := range partners {
		p := &partners[i]
		turn := 0.0
		if len(partners) > 1 {
			turn = math.Pi * float64((i+1)/2) / (float64(len(partners)) / 2)
		}
		if i%2 == 0 {
			turn = -turn
		}
		sin, cos := math.Sin(turn), math.Cos(turn)
		e := edge{X: n.CX + 178*sin, Y: n.CY - 158*cos, Name: clip(p.Name, 22), Tone: tone(p), Href: dyadURL(a.ID, p.ID)}
		share := float64(dealings(p)) / float64(most)
		e.ID, e.Warm, e.Share = p.ID, warmth(p), share
		e.Width, e.R = 1+6*share, 5+9*math.Sqrt(share)
		e.Title = fmt.Sprintf("%sreceives in %s, acts in %s; %d of cooperation, %d of conflict",
			spoken(e.Name, p.Name), plural(p.AsActor, "event", "events"), plural(p.AsRecipient, "event", "events"), p.Cooperation, p.Conflict)
		e.LX, e.LY, e.Anchor = sin*(e.R+6), -cos*(e.R+12)+5, "middle"
		if sin > 0.25 {
			e.LX, e.Anchor = e.R+6, "start"
		} else if sin < -0.25 {
			e.LX, e.Anchor = -e.R-6, "end"
		}
		n.Edges = append(n.Edges, e)
	}
	n.tie(a.Ties)
	return n
}

// spoken begins what is read out with the words that are shown, and tells the whole
// name where they are cut.
func spoken(shown, name string) string {
	if shown == name {
		return name + ": "
	}
	return shown + ": " + name + " "
}

// tie draws what the partners that are shown have with each other.
func (n *network) tie(ties []store.DyadCount) {
	at := func(id string) int { return slices.IndexFunc(n.Edges, func(e edge) bool { return e.ID == id }) }
	most := 1
	for i := range ties {
		most = max(most, ties[i].Events)
	}
	for i := range ties {
		if len(n.Ties) == maxTies {
			break // the strongest come first
		}
		d := &ties[i]
		a, b := at(d.A), at(d.B)
		if a < 0 || b < 0 {
			continue
		}
		share := float64(d.Events) / float64(most)
		n.Ties = append(n.Ties, tie{A: d.A, B: d.B, X1: n.Edges[a].X, Y1: n.Edges[a].Y, X2: n.Edges[b].X, Y2: n.Edges[b].Y,
			Width: 0.8 + 3*share, Share: share, Tone: tone(&store.PartnerCount{Cooperation: d.Cooperation, Conflict: d.Conflict})})
	}
}

func dealings(p *store.PartnerCount) int {
	return max(p.AsActor+p.AsRecipient, p.Cooperation+p.Conflict)
}

// warmth runs from -1, all conflict, to 1, all cooperation.
func warmth(p *store.PartnerCount) float64 {
	if p.Cooperation+p.Conflict == 0 {
		return 0
	}
	return float64(p.Cooperation-p.Conflict) / float64(p.Cooperation+p.Conflict)
}

func tone(p *store.PartnerCount) string {
	switch w := warmth(p); {
	case w > 0.25:
		return "coop"
	case w < -0.25:
		return "conflict"
	}
	return "mixed"
}
