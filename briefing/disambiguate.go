package briefing

import (
	"context"
	"slices"
	"strings"

	"rapporteur/briefing/phrase"
	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
)

// reading takes a question apart; where its shape leaves open what is meant, what the
// corpus knows decides.
func (d *Desk) reading(ctx context.Context, q AskQuestion) (routed, error) {
	r := route(q.Text, q.asking())
	switch {
	case r.as == asSaid:
		return d.personOr(ctx, q.as(), r)
	case r.sure, r.as == asBrief:
		return r, nil
	case r.as == asHappened && r.on == "":
		return d.eventOr(ctx, q.as(), r)
	case startsWithWho(r.bare):
		return d.wordsOr(ctx, q.as(), r)
	}
	return d.shapeless(ctx, q.as(), r)
}

func startsWithWho(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return strings.EqualFold(first, "who")
}

// personOr keeps a question for somebody ("who is Malkov", "Malkov on the dam") where
// there is such a person. Of "who is" a misspelt name will do, too; of two people the
// first is answered for.
func (d *Desk) personOr(ctx context.Context, as store.Collection, r routed) (routed, error) {
	who, err := d.meant(ctx, as, r.person)
	if err != nil || who.person != nil && (r.sure || who.by != people.Misspelling || r.instead == asWho) {
		return r, err
	}
	if one, _, two := strings.Cut(r.person, " and "); two {
		first, err := d.meant(ctx, as, one)
		if err != nil || first.person != nil {
			r.person = one
			return r, err
		}
	}
	if r.sure {
		return r, nil
	}
	sought := strip(r.person + " " + r.about)
	switch r.instead {
	case asWho:
		r.as, r.phrase, r.person = asWho, r.person, ""
		return d.wordsOr(ctx, as, r)
	case "":
		r.as, r.person, r.about = asWho, "", ""
		return d.shapeless(ctx, as, r)
	}
	r.as, r.about, r.person = r.instead, sought, ""
	return r, nil
}

// wordsOr takes "who …" for words that somebody said, where somebody did, else for an
// event: "who called the talks honest", "who met Malkov".
func (d *Desk) wordsOr(ctx context.Context, as store.Collection, r routed) (routed, error) {
	hits, err := d.saying(ctx, as, r.phrase)
	if err != nil || len(fitting(hits)) > 0 {
		return r, err
	}
	event := r
	event.as, event.about = asHappened, strip(r.phrase)
	if event, err = d.eventOr(ctx, as, event); err != nil {
		return r, err
	}
	if event.sure {
		return event, nil
	}
	return r, nil
}

// eventOr keeps a question for an event where one is about it, else it is for news;
// sure is whether there is either.
func (d *Desk) eventOr(ctx context.Context, as store.Collection, r routed) (routed, error) {
	t, err := d.topic(ctx, as, r.about)
	if err != nil {
		return r, err
	}
	at, err := d.about(ctx, as, t)
	if err != nil || len(at) == 0 {
		return r, err
	}
	r.sure = true
	found, err := d.store.Events(ctx, as, store.EventQuery{At: at})
	if err == nil && len(found) == 0 {
		r.as = asBrief
	}
	return r, err
}

// A question without a shape that is no longer than mostTopic words names a topic; a
// longer one is something that somebody said.
const mostTopic = 5

// shapeless reads words of no known shape: "malkov sanctions" is a person and a topic,
// "not one gate moved that night" what somebody said, though it names a date, and
// "ferry strike" a topic.
func (d *Desk) shapeless(ctx context.Context, as store.Collection, r routed) (routed, error) {
	words := strings.Fields(r.bare)
	if r.on == "" || len(words) <= mostName {
		named, err := d.named(ctx, as, words, &r)
		if err != nil || named {
			return r, err
		}
	}
	hits, err := d.saying(ctx, as, r.phrase)
	if err != nil {
		return r, err
	}
	if len(fitting(hits)) > 0 {
		r.as = asWho
		return r, nil
	}
	if r.on != "" || len(words) > mostTopic {
		return r, nil
	}
	t, err := d.topic(ctx, as, r.bare)
	if err != nil {
		return r, err
	}
	if !t.met() {
		return r, nil
	}
	at, err := d.about(ctx, as, t)
	if len(at) > 0 {
		r.as, r.about = asBrief, strip(r.bare)
	}
	return r, err
}

// met reports whether one of the topic's words is in the corpus as it was typed.
func (t topic) met() bool {
	return slices.ContainsFunc(t.terms, func(l lookup) bool {
		return slices.ContainsFunc(t.phrase, func(w phrase.Word) bool { return w.Key == l.key })
	})
}

// mostName is how many words a name or an office at the head of a question may have.
const mostName = 4

// named looks for somebody's name or office at the head of the words, the rest being
// a topic, and reports whether there is one.
func (d *Desk) named(ctx context.Context, as store.Collection, words []string, r *routed) (bool, error) {
	if len(words) > 2*mostName {
		return false, nil
	}
	for n := min(len(words), mostName); n > 0; n-- {
		who, err := d.meant(ctx, as, strings.Join(words[:n], " "))
		if err != nil {
			return false, err
		}
		sure := []people.By{people.Exact, people.Alias}
		if n > 1 {
			sure = append(sure, people.ByRole)
		}
		if who.person != nil && who.person.Statements > 0 && slices.Contains(sure, who.by) {
			r.as, r.person, r.about = asSaid, who.person.Name, strip(strings.Join(words[n:], " "))
			return true, nil
		}
	}
	return false, nil
}
