package bot

import (
	"context"
	"fmt"
	"strings"

	"rapporteur/briefing"
)

// offers reports whether Discord is to ask for completions of such an option.
func (k Kind) offers() bool {
	switch k {
	case Person, Date, Zone, DigestName, DigestDays:
		return true
	}
	return false
}

func (s Services) offerKind(ctx context.Context, kind Kind, req Request, typed string) ([]choice, error) {
	switch kind {
	case Person:
		return s.offerPeople(ctx, req.Asker(), typed)
	case Date:
		return s.offerDays(ctx, req.Asker(), typed)
	case Zone:
		return match(commonZones(), typed), nil
	case DigestDays:
		return match(dayRules(), typed), nil
	case DigestName:
		return s.offerDigests(ctx, req, typed)
	}
	return nil, nil
}

func (s Services) offerPeople(ctx context.Context, asker briefing.Asker, typed string) ([]choice, error) {
	people, err := s.Desk.CompletePeople(ctx, asker, typed, maxChoices)
	if err != nil {
		return nil, fmt.Errorf("complete a person: %w", err)
	}
	var out []choice
	for _, p := range people {
		out = offerOne(out, p.Name, fmt.Sprintf("%s (%s)", p.Name, count(p.Statements, "statement")))
	}
	return out, nil
}

func (s Services) offerDays(ctx context.Context, asker briefing.Asker, typed string) ([]choice, error) {
	days, err := s.Desk.CompleteDays(ctx, asker, typed, maxChoices)
	if err != nil {
		return nil, fmt.Errorf("complete a day: %w", err)
	}
	var out []choice
	for _, d := range days {
		out = offerOne(out, d.Day.String(), fmt.Sprintf("%s (%s)", weekday(d.Day), count(d.Events, "event")))
	}
	return out, nil
}

func (s Services) offerDigests(ctx context.Context, req Request, typed string) ([]choice, error) {
	if s.Digests == nil {
		return nil, nil
	}
	all, err := s.Digests.List(ctx, req.Guild)
	if err != nil {
		return nil, fmt.Errorf("complete a digest: %w", err)
	}
	var out []choice
	for _, d := range all {
		when := d.When(s.Now())
		if strings.Contains(strings.ToLower(d.Name()+" "+when), strings.ToLower(typed)) {
			out = offerOne(out, d.Name(), d.Name()+": "+when)
		}
	}
	return out, nil
}

// offerOne adds a choice if it fits: 25 in all, name and value of 1 to 100 characters.
func offerOne(out []choice, value, name string) []choice {
	value, name = strings.TrimSpace(value), cut(plain(name), maxChoice)
	if len(out) == maxChoices || value == "" || name == "" || units(value) > maxChoice {
		return out
	}
	return append(out, choice{Name: name, Value: value})
}

// match offers the words that begin with what was typed, then those that contain it.
func match(words []string, typed string) []choice {
	typed = strings.ToLower(typed)
	var begin, hold []choice
	for _, w := range words {
		low := strings.ToLower(w)
		switch {
		case strings.HasPrefix(low, typed), strings.Contains(low, "/"+typed):
			begin = append(begin, choice{w, w})
		case strings.Contains(low, strings.ReplaceAll(typed, " ", "_")):
			hold = append(hold, choice{w, w})
		}
	}
	all := append(begin, hold...)
	return all[:min(len(all), maxChoices)]
}

// dayRules are ways to say which days a digest runs; others are typed.
func dayRules() []string {
	return []string{"daily", "weekdays", "weekends", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mon,wed,fri", "tue,thu"}
}

// digestKinds are the kinds of digest, in words and as settings name them.
func digestKinds() []choice {
	return []choice{
		{Name: "what is new since the last one", Value: "new"},
		{Name: "the day that has ended", Value: "day"},
		{Name: "the seven days that have ended", Value: "week"},
		{Name: "the same day in earlier years", Value: "years"},
		{Name: "replay an archive, a day at a time", Value: "replay"},
	}
}
