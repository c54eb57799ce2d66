package server

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"nuncio/store"
)

// world is the outline of land and borders, projected once.
type world struct{ land, borders string }

// worldMap is a view of it with the places of events.
type worldMap struct {
	ViewBox       string
	Whole         string // the world's, as JSON
	Land, Borders string
	Scale         float64 // map units a pixel, so that dots keep their size in a region
	Dots          []mapDot
}

type mapDot struct {
	X, Y, R     float64
	Plain       float64 // its radius on the whole world
	Tone        string
	Title, Href string
}

const mapW = 960.0

// equalEarth projects degrees to map units (Šavrič, Patterson and Jenny 2018).
func equalEarth(lon, lat float64) (x, y float64) {
	const a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
	m := math.Sqrt(3) / 2
	t := math.Asin(m * math.Sin(lat*math.Pi/180))
	t2 := t * t
	t6 := t2 * t2 * t2
	px := lon * math.Pi / 180 * math.Cos(t) / (m * (a1 + 3*a2*t2 + t6*(7*a3+9*a4*t2)))
	py := t * (a1 + a2*t2 + t6*(a3+a4*t2))
	const k = mapW / 2 / 2.70663
	return mapW/2 + px*k, 222 - py*k
}

// readWorld reads outlines: a line is land or border, a tab, and lon,lat pairs.
// Their source is Natural Earth 1:110m (public domain); world.md says how they were made.
func readWorld(tsv []byte) (*world, error) {
	var land, borders strings.Builder
	for n, line := range bytes.Split(bytes.TrimSpace(tsv), []byte("\n")) {
		kind, points, ok := strings.Cut(string(line), "\t")
		if !ok {
			return nil, fmt.Errorf("world.tsv:%d: no tab", n+1)
		}
		path := &borders
		if kind == "land" {
			path = &land
		}
		var line []lonLat
		for p := range strings.FieldsSeq(points) {
			a, b, _ := strings.Cut(p, ",")
			lon, err1 := strconv.ParseFloat(a, 64)
			lat, err2 := strconv.ParseFloat(b, 64)
			if err1 != nil || err2 != nil {
				return nil, fmt.Errorf("world.tsv:%d: %q is no point", n+1, p)
			}
			line = append(line, lonLat{lon, lat})
		}
		for _, part := range cutAtDateLine(line, kind == "land") {
			for i, p := range part {
				op := "L"
				if i == 0 {
					op = "M"
				}
				x, y := equalEarth(p.lon, p.lat)
				fmt.Fprintf(path, "%s%.1f %.1f", op, x, y)
			}
			if kind == "land" {
				path.WriteString("Z")
			}
		}
	}
	return &world{land.String(), borders.String()}, nil
}

type lonLat struct{ lon, lat float64 }

// cutAtDateLine cuts a line where it crosses the edge of the map, and leads each part
// up to the edge. A ring is turned first to begin at a crossing, so that every part
// closes along the edge.
func cutAtDateLine(line []lonLat, ring bool) [][]lonLat {
	crosses := func(i int) bool { return math.Abs(line[i].lon-line[i-1].lon) > 180 }
	if ring {
		line = line[:len(line)-1] // it ends where it began
		for i := 1; i < len(line); i++ {
			if crosses(i) {
				line = append(slices.Clone(line[i:]), line[:i]...)
				break
			}
		}
	}
	parts := [][]lonLat{{line[0]}}
	for i := 1; i < len(line); i++ {
		last := len(parts) - 1
		if crosses(i) {
			from, to := line[i-1], line[i]
			parts[last] = append(parts[last], lonLat{math.Copysign(180, from.lon), from.lat})
			parts = append(parts, []lonLat{{math.Copysign(180, to.lon), to.lat}})
			last++
		}
		parts[last] = append(parts[last], line[i])
	}
	return parts
}

// region is a window of the map.
type region struct {
	ID, Name          string
	West, South       float64
	East, North       float64
	X, Y, Width, High float64
}

var regions = []region{
	{ID: "world", Name: "World", X: 0, Y: -14, Width: 960, High: 424},
	{ID: "europe", Name: "Europe", West: -14, South: 34, East: 44, North: 68},
	{ID: "africa", Name: "Africa", West: -22, South: -36, East: 56, North: 38},
	{ID: "middle-east", Name: "Middle East", West: 24, South: 11, East: 68, North: 43},
	{ID: "asia", Name: "Asia", West: 58, South: -12, East: 150, North: 56},
	{ID: "americas", Name: "Americas", West: -128, South: -56, East: -32, North: 62},
	{ID: "pacific", Name: "Pacific", West: 108, South: -48, East: 180, North: 22},
}

// regionOf is the window of that name; the world when there is none.
func regionOf(id string) region {
	for _, g := range regions {
		if g.ID != id || g.Width > 0 {
			continue
		}
		mid := (g.South + g.North) / 2
		x1, _ := equalEarth(g.West, mid)
		x2, _ := equalEarth(g.East, mid)
		_, y1 := equalEarth(0, g.North)
		_, y2 := equalEarth(0, g.South)
		g.X, g.Y, g.Width, g.High = x1, y1, x2-x1, y2-y1
		return g
	}
	return regions[0]
}

// draw places the counts; those without a point come back as rest.
func (w *world) draw(places []store.PlaceCount, g region, q *Query) (m *worldMap, rest []store.PlaceCount) {
	whole := regions[0]
	m = &worldMap{ViewBox: fmt.Sprintf("%.1f %.1f %.1f %.1f", g.X, g.Y, g.Width, g.High), Whole: fmt.Sprintf("[%.1f,%.1f,%.1f,%.1f]", whole.X, whole.Y, whole.Width, whole.High), Land: w.land, Borders: w.borders, Scale: g.Width / mapW}
	if g.High > g.Width { // tall windows are drawn less wide
		m.Scale = g.High / 620
	}
	most := 1
	for _, p := range places {
		if p.Lat != nil {
			most = max(most, p.Events)
		}
	}
	for _, p := range places {
		if p.Lat == nil || p.Lon == nil {
			rest = append(rest, p)
			continue
		}
		x, y := equalEarth(*p.Lon, *p.Lat)
		coop, conflict := p.Quads[1]+p.Quads[2], p.Quads[3]+p.Quads[4]
		narrow := *q
		narrow.Place, narrow.Country = p.Name, p.Country
		v := narrow.values()
		v.Set("show", "events")
		// Few events have dots of their own size, many are measured by the busiest place.
		radius := min(3.2+1.9*math.Sqrt(float64(p.Events)), 3.2+12*math.Sqrt(float64(p.Events)/float64(most)))
		m.Dots = append(m.Dots, mapDot{x, y, radius * m.Scale, radius,
			tone(&store.PartnerCount{Cooperation: coop, Conflict: conflict}),
			fmt.Sprintf("%s: %s, %d of cooperation, %d of conflict", p.Name, plural(p.Events, "event", "events"), coop, conflict), searchURL(v)})
	}
	return m, rest
}
