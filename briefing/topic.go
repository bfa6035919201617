package briefing

import (
	"context"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/term"
)

// A topic is what an answer must be about; the zero topic is everything.
type topic struct{ termQuery }

const leastTopic = 0.6 // the share of a topic's weight that a sentence must have

func (d *Desk) sentencesSharing(ctx context.Context, as store.Collection, t topic,
	share float64) ([]store.Place, error) {
	if len(t.phrase) == 0 {
		return nil, nil
	}
	found, skipped, err := d.matchPlaces(ctx, as, t.termQuery)
	if err != nil {
		return nil, err
	}
	out := []store.Place{}
	for _, h := range found {
		if h.weight >= share*(t.phrase.Weight()-skipped) {
			out = append(out, h.Place)
		}
	}
	return out, nil
}

func (d *Desk) coverageAndTopic(ctx context.Context, a Asker, about string) (Coverage, topic, error) {
	c, err := d.Coverage(ctx, a)
	if err != nil {
		return c, topic{}, err
	}
	t, err := d.topic(ctx, a.as(), about)
	return c, t, err
}

// topic weighs the words of about, without vague ones.
func (d *Desk) topic(ctx context.Context, as store.Collection, about string) (topic, error) {
	if strings.TrimSpace(about) == "" {
		return topic{}, nil
	}
	a, err := d.parseTerms(ctx, as, about)
	if err != nil {
		return topic{}, err
	}
	if err := d.addRelated(ctx, as, about, &a); err != nil {
		return topic{}, err
	}
	var t topic
	for i, w := range a.phrase {
		if w.Weight > commonest && !vague(a.words[i]) {
			t.phrase = append(t.phrase, w)
		}
	}
	t.terms = slices.DeleteFunc(a.terms, func(s searchTerm) bool { return vague(a.words[s.word]) })
	return t, nil
}

// vague reports whether a word names nothing to ask about: "what happened after that", "anything else like it".
func vague(word term.Term) bool { return english.VagueWords.Has(word.Word) }

// withoutVague is about, or "" when all its words are vague.
func withoutVague(about string) string {
	if slices.IndexFunc(term.Split(about), func(w term.Term) bool { return !vague(w) }) < 0 {
		return ""
	}
	return about
}

const relatedWeight = 0.9 // how surely a topic's word stands for a word made of it

// addRelated adds words made of the topic's words: "ferrymen" for "ferry", "Estonian" for
// "Estonia". The corpus must have the plural, which surnames ("Portman") do not have.
func (d *Desk) addRelated(ctx context.Context, as store.Collection, about string, a *termQuery) error {
	for i, t := range term.Split(about)[:len(a.phrase)] {
		if term.Common(t.Word) {
			continue
		}
		var made []string
		for _, second := range []string{"men", "women", "boats", "workers", "goers"} {
			made = append(made, english.Singular(t.Word)+second)
		}
		made, err := d.store.Known(ctx, as, made)
		if err != nil {
			return err
		}
		if country := people.Nation(t.Of(about)); country != "" {
			made = append(append(made, country), people.Demonyms(country)...)
		}
		if err := d.addAlternatives(ctx, as, a, i, made, relatedWeight); err != nil {
			return err
		}
	}
	a.sortTerms()
	return nil
}

// share is how much of the topic's weight the words hold, in any order.
func (t topic) share(words []term.Term) float64 {
	have := make(map[string]bool, len(words))
	for _, w := range words {
		have[w.Key] = true
	}
	sum := 0.0
	for _, w := range t.phrase {
		if w.StandsIn(have) {
			sum += w.Weight
		}
	}
	return sum / t.phrase.Weight()
}
