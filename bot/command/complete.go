package command

import (
	"context"
	"fmt"
	"strings"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
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

func (s Services) Complete(ctx context.Context, kind Kind, req Request, typed string) ([]discord.Choice, error) {
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

func (s Services) offerPeople(ctx context.Context, asker briefing.Asker, typed string) ([]discord.Choice, error) {
	people, err := s.Desk.CompletePeople(ctx, asker, typed, discord.MaxChoices)
	if err != nil {
		return nil, fmt.Errorf("complete a person: %w", err)
	}
	var out []discord.Choice
	for _, p := range people {
		out = offerOne(out, p.Name, fmt.Sprintf("%s (%s)", p.Name, card.Count(p.Statements, "statement")))
	}
	return out, nil
}

func (s Services) offerDays(ctx context.Context, asker briefing.Asker, typed string) ([]discord.Choice, error) {
	days, err := s.Desk.CompleteDays(ctx, asker, typed, discord.MaxChoices)
	if err != nil {
		return nil, fmt.Errorf("complete a day: %w", err)
	}
	var out []discord.Choice
	for _, d := range days {
		out = offerOne(out, d.Day.String(), fmt.Sprintf("%s (%s)", card.Weekday(d.Day), card.Count(d.Events, "event")))
	}
	return out, nil
}

func (s Services) offerDigests(ctx context.Context, req Request, typed string) ([]discord.Choice, error) {
	if s.Digests == nil {
		return nil, nil
	}
	all, err := s.Digests.List(ctx, req.Guild)
	if err != nil {
		return nil, fmt.Errorf("complete a digest: %w", err)
	}
	var out []discord.Choice
	for _, d := range all {
		when := d.When(s.Now())
		if strings.Contains(strings.ToLower(d.Name()+" "+when), strings.ToLower(typed)) {
			out = offerOne(out, d.Name(), d.Name()+": "+when)
		}
	}
	return out, nil
}

// offerOne adds a choice if it fits: 25 in all, name and value of 1 to 100 characters.
func offerOne(out []discord.Choice, value, name string) []discord.Choice {
	value, name = strings.TrimSpace(value), discord.Truncate(discord.PlainText(name), discord.MaxChoice)
	if len(out) == discord.MaxChoices || value == "" || name == "" || discord.Length(value) > discord.MaxChoice {
		return out
	}
	return append(out, discord.Choice{Name: name, Value: value})
}

// match offers the words that begin with what was typed, then those that contain it.
func match(words []string, typed string) []discord.Choice {
	typed = strings.ToLower(typed)
	var begin, hold []discord.Choice
	for _, w := range words {
		low := strings.ToLower(w)
		switch {
		case strings.HasPrefix(low, typed), strings.Contains(low, "/"+typed):
			begin = append(begin, discord.Choice{Name: w, Value: w})
		case strings.Contains(low, strings.ReplaceAll(typed, " ", "_")):
			hold = append(hold, discord.Choice{Name: w, Value: w})
		}
	}
	all := append(begin, hold...)
	return all[:min(len(all), discord.MaxChoices)]
}

// dayRules are ways to say which days a digest runs; others are typed.
func dayRules() []string {
	return []string{"daily", "weekdays", "weekends", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mon,wed,fri", "tue,thu"}
}

// digestKinds are the kinds of digest, in words and as settings name them.
func digestKinds() []discord.Choice {
	return []discord.Choice{
		{Name: "what is new since the last one", Value: "new"},
		{Name: "the day that has ended", Value: "day"},
		{Name: "the seven days that have ended", Value: "week"},
		{Name: "the same day in earlier years", Value: "years"},
		{Name: "replay an archive, a day at a time", Value: "replay"},
	}
}
