package who

// How far back a phrase looks: sentences and candidates.
var window = [classes]int{classHe: 6, classShe: 6, classIt: 4, classThey: 5, classI: 12, classWe: 12, classYou: 12, classThis: 2, className: 1 << 30, classDefinite: 1 << 30, classBare: 1 << 30}

const (
	mostCandidates = 64
	mostPhrases    = 1500 // how many phrases back a head may be found again
	nearSentences  = 2    // how far back a definite noun may be another word for something
)

// candidates lists the earlier phrases to which phrase a may be linked, the
// nearest first.
func (r *Resolver) candidates(a int) []int32 {
	x := &r.phrases[a]
	list := r.near[:0]
	part := r.d.Sentences[x.sent].Part
	for c := a - 1; c >= 0 && a-c <= mostPhrases && len(list) < mostCandidates; c-- {
		y := &r.phrases[c]
		back := x.sent - y.sent
		if back > window[x.class] {
			break
		}
		if y.head == x.head && back == 0 {
			continue // the same words, as one and as a whole
		}
		if r.d.Sentences[y.sent].Part != part && x.class.pronominal() {
			break
		}
		if r.mayLink(x, y, c, back) {
			list = append(list, int32(c))
		}
	}
	r.near = list
	return list
}

// mayLink is a first sieve; the weights do the rest.
func (r *Resolver) mayLink(x, y *phrase, c, back int) bool {
	ch := r.chainOf(c)
	switch x.class {
	case classHe, classShe:
		if y.coord || ch.gender != 0 && ch.gender != x.gender || ch.number == 'p' || y.class == classThis {
			return false
		}
		return ch.sort == sortPerson || ch.sort == sortUnknown || ch.sort == sortAnimal
	case classIt:
		if y.coord || ch.gender == 'm' || ch.gender == 'f' || ch.number == 'p' || y.class == classI || y.class == classYou || y.class == classWe {
			return false
		}
		return ch.sort != sortPerson
	case classThey:
		return y.class != classI && y.class != classWe && y.class != classHe && y.class != classShe && ch.sort != sortTime
	case classI, classYou:
		return y.class == x.class || ch.sort == sortPerson && back <= 2 && ch.number != 'p' && (y.class == className || y.class == classHe || y.class == classShe)
	case classWe:
		return y.class == x.class || back <= 2 && (ch.sort == sortPerson || ch.sort == sortGroup || ch.sort == sortPlace && y.class == className || y.coord)
	case classThis:
		return !y.coord && ch.sort != sortPerson
	case className:
		if y.class != className {
			return y.class == classBare && acronymOf(&r.d.Sentences[x.sent], x, &r.d.Sentences[y.sent], y)
		}
		return x.bag&y.bag != 0 || x.entity >= 0 && x.entity == ch.entity || x.lemmaHash == y.lemmaHash ||
			acronymOf(&r.d.Sentences[x.sent], x, &r.d.Sentences[y.sent], y) || acronymOf(&r.d.Sentences[y.sent], y, &r.d.Sentences[x.sent], x)
	}
	if x.coord || y.coord {
		return x.coord && y.coord && sameWords(&r.d.Sentences[x.sent], x, &r.d.Sentences[y.sent], y)
	}
	if y.class.pronominal() {
		return false
	}
	if x.lemmaHash == y.lemmaHash {
		return true
	}
	return x.class == classDefinite && back <= nearSentences && x.number == y.number && x.sort == ch.sort && x.sort != sortUnknown &&
		(x.gender == 0 || ch.gender == 0 || x.gender == ch.gender)
}

// chainOf is what is known of the chain that phrase c stands in.
func (r *Resolver) chainOf(c int) chainInfo {
	p := &r.phrases[c]
	if p.chain >= 0 {
		return r.chains[p.chain]
	}
	return chainInfo{gender: p.gender, number: p.number, sort: p.sort, size: 1, entity: p.entity, last: int32(c)}
}

// agrees reports whether candidate c is of a gender and sort that phrase a needs.
func (r *Resolver) candidateAgrees(a, c int) bool {
	x, ch := &r.phrases[a], r.chainOf(c)
	return agree(x.gender, ch.gender) != 1 && agree(x.number, ch.number) != 1 && r.sortAgree(x, &ch) == 0
}

// bestLink scores the candidates of phrase a and gives the best, or -1 where
// standing alone scores higher.
func (r *Resolver) bestLink(a int) (int, float32) {
	list := r.candidates(a)
	w := &r.words.weights[r.phrases[a].class]
	r.feats = r.aloneFeatures(r.feats[:0], a, len(list) == 0)
	alone := sum(w, r.feats)
	best, bestScore, agreeing := -1, alone, 0
	for _, c := range list {
		r.feats = r.pairFeatures(r.feats[:0], a, int(c), agreeing)
		if score := sum(w, r.feats); score > bestScore {
			best, bestScore = int(c), score
		}
		if r.phrases[a].class.pronominal() && r.candidateAgrees(a, int(c)) {
			agreeing++
		}
	}
	return best, bestScore
}

func sum(w *[features]float32, f []uint16) float32 {
	x := float32(0)
	for _, i := range f {
		x += w[i]
	}
	return x
}

// linkPhrases links every phrase in text order and grows the chains.
func (r *Resolver) linkPhrases() {
	r.chains, r.topic = r.chains[:0], -1
	for a := range r.phrases {
		if c, _ := r.bestLink(a); c >= 0 {
			r.join(a, c)
		}
	}
}

// join puts phrase a into the chain of the earlier phrase c.
func (r *Resolver) join(a, c int) {
	x, y := &r.phrases[a], &r.phrases[c]
	if y.chain < 0 {
		r.chains = append(r.chains, r.chainOf(c))
		y.chain = int32(len(r.chains) - 1)
	}
	x.link, x.chain = c, y.chain
	ch := &r.chains[y.chain]
	ch.size++
	ch.last = int32(a)
	if ch.gender == 0 || ch.gender == 'n' && (x.gender == 'm' || x.gender == 'f') {
		ch.gender = x.gender
	}
	if ch.number == 0 {
		ch.number = x.number
	}
	if ch.sort == sortUnknown {
		ch.sort = x.sort
	}
	if ch.entity < 0 {
		ch.entity = x.entity
	}
	if r.topic < 0 || ch.size > r.chains[r.topic].size {
		r.topic = y.chain
	}
}
