package briefing

import (
	"context"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/term"
)

// A topic is what an answer must be about; the zero topic is anything.
type topic struct{ termQuery }

// leastTopic is the share of a topic's weight that a sentence must hold.
const leastTopic = 0.6

// about finds the sentences that hold enough of the topic: nil where there is no
// topic, so that all do, and not nil, though it may be empty, where there is one.
func (d *Desk) about(ctx context.Context, as store.Collection, t topic) ([]store.Place, error) {
	return d.sentencesSharing(ctx, as, t, leastTopic)
}

// sentencesSharing is about for any share of the topic.
func (d *Desk) sentencesSharing(ctx context.Context, as store.Collection, t topic, share float64) ([]store.Place, error) {
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

// coverageAndTopic is what the corpus holds for an asker, and the topic of the question.
func (d *Desk) coverageAndTopic(ctx context.Context, a Asker, about string) (Coverage, topic, error) {
	c, err := d.Coverage(ctx, a)
	if err != nil {
		return c, topic{}, err
	}
	t, err := d.topic(ctx, a.as(), about)
	return c, t, err
}

// topic weighs the words of about, leaving out those that name nothing.
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
		if w.Weight > commonest && !vague(a.words[i].Word) {
			t.phrase = append(t.phrase, w)
		}
	}
	for _, l := range a.terms {
		if !vague(a.words[l.word].Word) {
			t.terms = append(t.terms, l)
		}
	}
	return t, nil
}

// vague reports whether a word, in small letters, names nothing that could be asked
// about: "what happened after that", "anything else like it".
func vague(word string) bool {
	return english.VagueWords.Has(word)
}

// withoutVague is about, or "" where all its words are vague.
func withoutVague(about string) string {
	for _, w := range term.Split(about) {
		if !vague(w.Word) {
			return about
		}
	}
	return ""
}

// relatedWeight is how surely a topic's word stands for one made of it.
const relatedWeight = 0.9

// addRelated lets the words of a topic stand for what is made of them and is as much about
// it: of "ferry" the ferrymen, of "Estonia" what is Estonian. People of a trade count
// only where the corpus has them in the plural, which surnames ("Portman") have not.
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
			made = append(made, country)
			made = append(made, people.Demonyms(country)...)
		}
		if err := d.addAlternatives(ctx, as, made, relatedWeight, i, &a.phrase[i], a); err != nil {
			return err
		}
	}
	a.sortTerms()
	return nil
}

// share is how much of the topic's weight the words hold, in whatever order.
func (t topic) share(words []term.Term) float64 {
	have := make(map[string]bool, len(words))
	for _, w := range words {
		have[w.Key] = true
	}
	sum := 0.0
	for _, w := range t.phrase {
		if have[w.Key] {
			sum += w.Weight
			continue
		}
		for key := range w.Near {
			if have[key] {
				sum += w.Weight
				break
			}
		}
	}
	return sum / t.phrase.Weight()
}
