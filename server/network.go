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
	Name         string
	Edges        []edge
}

type edge struct {
	X, Y, R, Width float64
	LX, LY         float64 // label
	Anchor         string  // start, middle or end
	Tone           string  // coop, conflict, mixed
	Name           string
	Title, Href    string
}

const maxPartners = 18

// drawNetwork places the partners, given the busiest first.
func drawNetwork(a *store.Actor) *network {
	n := &network{W: 620, H: 430, CX: 310, CY: 215, Name: clip(a.Name, 24)}
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
		e.Width, e.R = 1+6*share, 5+9*math.Sqrt(share)
		e.Title = fmt.Sprintf("%s: receives in %s, acts in %s; %d of cooperation, %d of conflict",
			p.Name, plural(p.AsActor, "event", "events"), plural(p.AsRecipient, "event", "events"), p.Cooperation, p.Conflict)
		e.LX, e.LY, e.Anchor = e.X+sin*(e.R+6), e.Y-cos*(e.R+12)+5, "middle"
		if sin > 0.25 {
			e.LX, e.Anchor = e.X+e.R+6, "start"
		} else if sin < -0.25 {
			e.LX, e.Anchor = e.X-e.R-6, "end"
		}
		n.Edges = append(n.Edges, e)
	}
	return n
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
