package who

import "strings"

// use is what a word is used for; the head of words.tsv says what they mean.
type use uint8

// uses is a set of them, one bit each.
type uses [2]uint64

func (s *uses) add(u use)       { s[u/64] |= 1 << (u % 64) }
func (s uses) holds(u use) bool { return s[u/64]&(1<<(u%64)) != 0 }

const (
	useMotion use = iota
	useReach
	useLocal
	useHeld
	useUnion
	useDescription
	useAbroad
	useStates
	useBody
	useCountry
	useOther
	useEnvoy
	useParticle
	useSeize
	useHarm
	useDeploy
	useOutlet
	useMeet
	useMediator
	useMediate
	useAddress
	useDeny
	useSeat
	usePast
	useTelling
	useVague
	useTens
	useHuman
	useTime
	useWhich
	usePlace
	useAnother
	useNear
	useTravel
	useInform
	useSay
	useConfer
	usePlan
	useCrowd
	useLeader
	useLead
	useOwn
	usePortion
	useOnce
	usePicture
	useCivil
	useLesser
	useFather
	useCleric
	useAgain
	useCitizen
	useOverlord
	useSize
	useFriend
	useCamp
	useAsset
	useWhole
	useGathering
	useCollegial
	useConvene
	useStrike
	useClass
	useFree
	useExile
	useTown
	useTrespass
	useFall
	useUnseat
	useAbroadOnly
	useLegation
	useFugitive
	useCreed
	useParley
	useRound
	useProceed
)

var useNames = map[string]use{
	"motion": useMotion, "reach": useReach, "local": useLocal, "held": useHeld, "union": useUnion, "description": useDescription, "abroad": useAbroad,
	"states": useStates, "body": useBody, "country": useCountry, "other": useOther, "envoy": useEnvoy, "particle": useParticle, "seize": useSeize, "harm": useHarm,
	"deploy": useDeploy, "outlet": useOutlet, "meet": useMeet, "mediator": useMediator, "mediate": useMediate, "address": useAddress, "deny": useDeny, "seat": useSeat, "past": usePast,
	"telling": useTelling, "vague": useVague, "tens": useTens, "human": useHuman, "time": useTime, "which": useWhich, "place": usePlace, "another": useAnother,
	"near": useNear, "travel": useTravel, "inform": useInform, "say": useSay, "confer": useConfer, "plan": usePlan, "crowd": useCrowd, "leader": useLeader,
	"lead": useLead, "own": useOwn, "portion": usePortion, "once": useOnce, "picture": usePicture, "civil": useCivil, "lesser": useLesser, "father": useFather,
	"cleric": useCleric, "again": useAgain, "citizen": useCitizen, "overlord": useOverlord, "size": useSize, "friend": useFriend, "camp": useCamp, "asset": useAsset, "whole": useWhole, "gathering": useGathering, "collegial": useCollegial,
	"class":   useClass,
	"convene": useConvene, "strike": useStrike, "free": useFree, "exile": useExile, "legation": useLegation, "fugitive": useFugitive, "creed": useCreed, "parley": useParley, "round": useRound, "proceed": useProceed, "town": useTown, "trespass": useTrespass, "fall": useFall, "unseat": useUnseat, "foreign": useAbroadOnly,
}

// lookedFor reports whether words of a use are looked for within a title or phrase.
func lookedFor(u use) bool {
	switch u {
	case useLegation, useTravel, useLead, useLesser, useCivil:
		return true
	}
	return false
}

// has reports whether a word has one of some uses.
func (w *Words) has(word string, us ...use) bool {
	set := w.uses[word]
	for _, u := range us {
		if set.holds(u) {
			return true
		}
	}
	return false
}

// within reports whether a word of a use stands in a title.
func (w *Words) within(title string, u use) bool {
	for _, part := range w.parts[u] {
		if strings.Contains(title, part) {
			return true
		}
	}
	return false
}

// travels reports whether a noun is of those who are abroad to do their work.
func (w *Words) travels(phrase string) bool {
	for _, part := range w.parts[useTravel] {
		if strings.HasSuffix(phrase, part) {
			return true
		}
	}
	return false
}
