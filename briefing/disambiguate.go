package briefing

import (
	"context"
	"slices"
	"strings"

	"rapporteur/briefing/phrase"
	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
)

// disambiguate reads a question. Where its pattern has several meanings, the corpus decides.
func (d *Desk) disambiguate(ctx context.Context, q AskQuestion) (intent, error) {
	r := readIntent(q.Text, q.asking())
	switch {
	case r.kind == intentSaid:
		return d.preferPerson(ctx, q.as(), r)
	case r.sure, r.kind == intentBrief:
		return r, nil
	case r.kind == intentHappened && r.dateWords == "":
		return d.preferEvent(ctx, q.as(), r)
	case startsWithWho(r.bare):
		return d.preferQuote(ctx, q.as(), r)
	}
	return d.withoutPattern(ctx, q.as(), r)
}

// preferPerson keeps a question about a person ("who is Malkov", "Malkov on the dam") if there is
// one of that name. "Who is" accepts a misspelt name. Of two people it takes the first.
func (d *Desk) preferPerson(ctx context.Context, as store.Collection, r intent) (intent, error) {
	who, err := d.findPerson(ctx, as, r.person)
	if err != nil || who.person != nil && (r.sure || who.by != people.Misspelling || r.fallback == intentWho) {
		return r, err
	}
	if one, _, two := strings.Cut(r.person, " and "); two {
		first, err := d.findPerson(ctx, as, one)
		if err != nil || first.person != nil {
			r.person = one
			return r, err
		}
	}
	if r.sure {
		return r, nil
	}
	switch r.fallback {
	case intentWho:
		r.kind, r.phrase, r.person = intentWho, r.person, ""
		return d.preferQuote(ctx, as, r)
	case "":
		r.kind, r.person, r.about = intentWho, "", ""
		return d.withoutPattern(ctx, as, r)
	}
	r.kind, r.about, r.person = r.fallback, trimTopic(r.person+" "+r.about), ""
	return r, nil
}

// preferQuote takes "who …" ("who met Malkov") for the words of a quotation if someone said them, else for an event.
func (d *Desk) preferQuote(ctx context.Context, as store.Collection, r intent) (intent, error) {
	hits, err := d.findStatements(ctx, as, r.phrase)
	if err != nil || len(goodHits(hits)) > 0 {
		return r, err
	}
	event := r
	event.kind, event.about = intentHappened, trimTopic(r.phrase)
	if event, err = d.preferEvent(ctx, as, event); err != nil || !event.sure {
		return r, err
	}
	return event, nil
}

// preferEvent routes to happened when an event is about the topic, otherwise to brief; sure when there is either.
func (d *Desk) preferEvent(ctx context.Context, as store.Collection, r intent) (intent, error) {
	at, err := d.topicPlaces(ctx, as, r.about)
	if err != nil || len(at) == 0 {
		return r, err
	}
	r.sure = true
	found, err := d.store.Events(ctx, as, store.EventQuery{At: at})
	if err == nil && len(found) == 0 {
		r.kind = intentBrief
	}
	return r, err
}

const mostTopic = 5 // how many words a topic may have; longer text is a quotation

// withoutPattern reads words that fit no pattern: "malkov sanctions" is a person and a topic, "not
// one gate moved that night" a quotation although it has a date, "ferry strike" a topic.
func (d *Desk) withoutPattern(ctx context.Context, as store.Collection, r intent) (intent, error) {
	words := strings.Fields(r.bare)
	if r.dateWords == "" || len(words) <= mostName {
		named, err := d.leadingName(ctx, as, words, &r)
		if err != nil || named {
			return r, err
		}
	}
	hits, err := d.findStatements(ctx, as, r.phrase)
	if err != nil {
		return r, err
	}
	if len(goodHits(hits)) > 0 {
		r.kind = intentWho
		return r, nil
	}
	if r.dateWords != "" || len(words) > mostTopic {
		return r, nil
	}
	t, err := d.topic(ctx, as, r.bare)
	if err != nil || !t.inCorpus() {
		return r, err
	}
	at, err := d.sentencesSharing(ctx, as, t, leastTopic)
	if len(at) > 0 {
		r.kind, r.about = intentBrief, trimTopic(r.bare)
	}
	return r, err
}

// inCorpus reports whether the corpus has one of the topic's words as it was typed.
func (t topic) inCorpus() bool {
	return slices.ContainsFunc(t.terms, func(l searchTerm) bool {
		return slices.ContainsFunc(t.phrase, func(w phrase.Word) bool { return w.Key == l.key })
	})
}

const mostName = 4 // how many words a name or office may have

// leadingName reports whether the first words are a person or office, and reads the others as a topic.
func (d *Desk) leadingName(ctx context.Context, as store.Collection, words []string, r *intent) (bool, error) {
	if len(words) > 2*mostName {
		return false, nil
	}
	for n := min(len(words), mostName); n > 0; n-- {
		who, err := d.findPerson(ctx, as, strings.Join(words[:n], " "))
		if err != nil {
			return false, err
		}
		sure := []people.By{people.Exact, people.Alias}
		if n > 1 {
			sure = append(sure, people.ByRole)
		}
		if who.person != nil && who.person.Statements > 0 && slices.Contains(sure, who.by) {
			r.kind, r.person, r.about = intentSaid, who.person.Name, trimTopic(strings.Join(words[n:], " "))
			return true, nil
		}
	}
	return false, nil
}
