package identity

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// bodyMeant is the body that a description such as "the bank" or "the union" means: the last body named whose name
// fits the noun, within a few sentences or, in an article out of order, within the line.
func (t *threads) bodyMeant(p phrase, np []string) (int, float64, bool) {
	head := np[len(np)-1]
	if e, ok := t.bodySpoke(p, np); ok {
		return e, 0.9, true
	}
	kinds, ok := bodyKinds()[head]
	if !ok || people.Creed(np[0]) {
		return 0, 0, false
	}
	if head == "campaign" && len(np) == 2 && np[0] == "the" {
		if e, ok := t.campaignMeant(p); ok {
			return e, 0.88, true
		}
	}
	return t.bodyNear(p, office{head: head, words: people.RoleWords(strings.Join(np[:len(np)-1], " "))}, kinds)
}

// bodySpoke is the body that spoke last, where a bare noun for any body follows within some sentences: "Harbour Watch
// said … The group also said". No other may have been the source since, and no person of it.
func (t *threads) bodySpoke(p phrase, np []string) (int, bool) {
	if !t.doc.Ordered || len(np) < 2 || np[0] != "the" {
		return 0, false
	}
	noun := np[len(np)-1]
	media := english.MediaNouns.Has(noun)
	if !english.SpeakingBodies.Has(noun) && !anyBody[noun] && !media || len(np) > 3 && !anyBody[noun] {
		return 0, false
	}
	found := nobody
	for said := range t.spokenSince(sentenceAt(t.doc, p.span.Start) - bodyReach) {
		switch e := said.entity; {
		case said.at.Start >= p.span.Start || e == found && e != nobody:
		case e == nobody || t.cast[e].kind != people.Body || t.cast[e].place:
			return found, found != nobody
		case !anyBody[noun] && !media && !slices.Contains(t.cast[e].words, noun):
		case found != nobody:
			return nobody, false // two speak in turn
		default:
			found = e
		}
	}
	return found, found != nobody
}

// anyBody are nouns by which papers go on about any body.
var anyBody = english.Set("group organization organisation agency body company firm institution outlet statement")

// bodyNear is the body that a noun means among those named within a few sentences. A body with the noun in its name
// comes before one whose name fits it otherwise ("the federation" may be "the union", but not beside a union). Of
// two alike it is the one that the article is about now, if the other is farther away.
func (t *threads) bodyNear(p phrase, want office, kinds []string) (int, float64, bool) {
	k := sentenceAt(t.doc, p.span.Start)
	far := map[int]int{} // to each body that fits, how many sentences back it was last named
	exact := false
	for s := range t.metSince(k - bodyReach) {
		if s.Start >= p.span.Start || s.entity == nobody || t.cast[s.entity].kind != people.Body || t.cast[s.entity].place ||
			!t.doc.Ordered && s.paragraph != t.doc.Sentences[k].Paragraph {
			continue
		}
		words := t.cast[s.entity].words
		very := slices.Contains(words, want.head)
		if !very && (exact || !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(kinds, w) })) ||
			!covers(words, want.words) {
			continue
		}
		if very && !exact {
			clear(far)
			exact = true
		}
		if _, ok := far[s.entity]; !ok {
			far[s.entity] = k - s.sentence
		}
	}
	near := slices.SortedFunc(maps.Keys(far), func(a, b int) int { return far[a] - far[b] })
	if len(near) == 0 {
		return 0, 0, false
	}
	if len(near) > 1 && far[near[1]]-far[near[0]] < 2 {
		return 0, 0, false
	}
	return near[0], 0.92 - 0.02*float64(far[near[0]]), true
}

// bodyReach is for how many sentences a noun may mean a body named before.
const bodyReach = 6

// campaignMeant is the campaign named elsewhere after the one person whom the sentence before is about.
func (t *threads) campaignMeant(p phrase) (int, bool) {
	k := sentenceAt(t.doc, p.span.Start)
	about := nobody
	if !t.doc.Ordered {
		return 0, false
	}
	for s := range t.metSince(k - 1) {
		if s.Start >= p.span.Start || s.entity == nobody {
			continue
		}
		if t.cast[s.entity].kind == people.Body && slices.Contains(t.cast[s.entity].words, "campaign") ||
			about != nobody && about != s.entity && t.cast[s.entity].kind == people.Human {
			return 0, false
		}
		if t.cast[s.entity].kind == people.Human {
			about = s.entity
		}
	}
	if about == nobody {
		return 0, false
	}
	surname := t.cast[about].words[len(t.cast[about].words)-1]
	e, ok := t.campaignNamed[surname+" campaign"]
	return e, ok
}

var bodyKinds = sync.OnceValue(english.BodyNouns.Groups)
