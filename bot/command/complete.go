package command

import (
	"context"
	"fmt"
	"strings"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

// autocompletes reports whether Discord asks for completions of such an option.
func (k Kind) autocompletes() bool {
	switch k {
	case Person, Date, Zone, DigestName, DigestDays:
		return true
	}
	return false
}

// Complete offers values of an option while a member types it.
func (s Services) Complete(ctx context.Context, kind Kind, req Request, typed string) ([]discord.Choice, error) {
	switch kind {
	case Person:
		return s.completePeople(ctx, req.Asker(), typed)
	case Date:
		return s.completeDays(ctx, req.Asker(), typed)
	case Zone:
		return matching(commonZones(), typed), nil
	case DigestDays:
		return matching(dayRules(), typed), nil
	case DigestName:
		return s.completeDigests(ctx, req, typed)
	}
	return nil, nil
}

func (s Services) completePeople(ctx context.Context, asker briefing.Asker, typed string) ([]discord.Choice, error) {
	people, err := s.Desk.CompletePeople(ctx, asker, typed, discord.MaxChoices)
	if err != nil {
		return nil, fmt.Errorf("complete a person: %w", err)
	}
	var out []discord.Choice
	for _, p := range people {
		out = appendChoice(out, p.Name, fmt.Sprintf("%s (%s)", p.Name, card.Count(p.Statements, "quote")))
	}
	return out, nil
}

func (s Services) completeDays(ctx context.Context, asker briefing.Asker, typed string) ([]discord.Choice, error) {
	days, err := s.Desk.CompleteDays(ctx, asker, typed, discord.MaxChoices)
	if err != nil {
		return nil, fmt.Errorf("complete a day: %w", err)
	}
	var out []discord.Choice
	for _, d := range days {
		out = appendChoice(out, d.Day.String(), fmt.Sprintf("%s (%s)", card.Weekday(d.Day), card.Count(d.Events, "event")))
	}
	return out, nil
}

func (s Services) completeDigests(ctx context.Context, req Request, typed string) ([]discord.Choice, error) {
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
			out = appendChoice(out, d.Name(), d.Name()+": "+when)
		}
	}
	return out, nil
}

// appendChoice adds a choice if it fits: 25 in all, name and value of 1 to 100 characters.
func appendChoice(out []discord.Choice, value, name string) []discord.Choice {
	value, name = strings.TrimSpace(value), discord.Truncate(discord.PlainText(name), discord.MaxChoiceLength)
	if len(out) == discord.MaxChoices || value == "" || name == "" || discord.Length(value) > discord.MaxChoiceLength {
		return out
	}
	return append(out, discord.Choice{Name: name, Value: value})
}

// matching offers the words that begin with what was typed, then those that contain it.
func matching(words []string, typed string) []discord.Choice {
	typed = strings.ToLower(typed)
	var first, second []discord.Choice
	for _, w := range words {
		low := strings.ToLower(w)
		switch {
		case strings.HasPrefix(low, typed), strings.Contains(low, "/"+typed):
			first = append(first, discord.Choice{Name: w, Value: w})
		case strings.Contains(low, strings.ReplaceAll(typed, " ", "_")):
			second = append(second, discord.Choice{Name: w, Value: w})
		}
	}
	all := append(first, second...)
	return all[:min(len(all), discord.MaxChoices)]
}

// dayRules are ways to say on which days a digest is due; others can be typed.
func dayRules() []string {
	return strings.Fields("daily weekdays weekends mon tue wed thu fri sat sun mon,wed,fri tue,thu")
}
