package command

import (
	"context"
	"fmt"
	"strings"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
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
		people, err := s.Desk.CompletePeople(ctx, req.Asker(), typed, discord.MaxChoices)
		return choices("a person", people, err, func(p briefing.PersonChoice) (value, name string) {
			return p.Name, fmt.Sprintf("%s (%s)", p.Name, card.Count(p.Statements, "quote"))
		})
	case Date:
		days, err := s.Desk.CompleteDays(ctx, req.Asker(), typed, discord.MaxChoices)
		return choices("a day", days, err, func(d briefing.NearDay) (value, name string) {
			return d.Day.String(), fmt.Sprintf("%s (%s)", card.Weekday(d.Day), card.Count(d.Events, "event"))
		})
	case Zone:
		return matching(commonZones(), typed), nil
	case DigestDays: // others can be typed
		return matching(strings.Fields("daily weekdays weekends mon tue wed thu fri sat sun mon,wed,fri tue,thu"), typed), nil
	case DigestName:
		return s.completeDigests(ctx, req, typed)
	}
	return nil, nil
}

func (s Services) completeDigests(ctx context.Context, req Request, typed string) ([]discord.Choice, error) {
	if s.Digests == nil {
		return nil, nil
	}
	all, err := s.Digests.List(ctx, req.Guild)
	return choices("a digest", all, err, func(d digest.Digest) (value, name string) {
		when := d.When(s.Now())
		if !strings.Contains(strings.ToLower(d.Name()+" "+when), strings.ToLower(typed)) {
			return "", ""
		}
		return d.Name(), d.Name() + ": " + when
	})
}

// choices offers each value that was found, or says what could not be completed.
func choices[T any](what string, all []T, err error, show func(T) (value, name string)) ([]discord.Choice, error) {
	if err != nil {
		return nil, fmt.Errorf("complete %s: %w", what, err)
	}
	var out []discord.Choice
	for _, one := range all {
		value, name := show(one)
		out = appendChoice(out, value, name)
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
