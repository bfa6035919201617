package bot

import (
	"context"
	"fmt"
	"strings"
	"time"

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

// completeLimit is how long completions may take: later, what was typed has changed and
// Discord has forgotten that it asked.
const completeLimit = 2 * time.Second

// complete answers autocomplete. There is no error to show while somebody types: what
// goes wrong is logged and nothing is offered.
func (b *Bot) complete(ctx context.Context, ix *interaction) {
	search, cancel := context.WithTimeout(ctx, completeLimit)
	offered, err := b.offer(search, ix)
	cancel()
	if err != nil {
		b.log.ErrorContext(ctx, "autocomplete failed", "command", ix.Data.Name, "err", withheld(err, ix.Data.typed()))
	}
	if offered == nil {
		offered = []choice{}
	}
	if err := b.rest.answer(ctx, ix, callback{Type: answerChoices, Data: choices{offered}}); err != nil {
		b.log.WarnContext(ctx, "autocomplete was not delivered", "err", err)
	}
}

// offer finds completions of the option that is being typed; none for members who may
// not use the command.
func (b *Bot) offer(ctx context.Context, ix *interaction) ([]choice, error) {
	if b.quota.takeCompletion(ix.userID(), b.now()) != nil {
		return nil, nil
	}
	req := b.request(ctx, ix)
	name, typed := ix.Data.path()
	c := find(b.table, name)
	if c == nil || allow(c.Access, req) != nil {
		return nil, nil
	}
	for _, o := range typed {
		if !o.Focused {
			continue
		}
		for _, row := range c.Options {
			if row.Name == o.Name {
				return b.offerKind(ctx, row.Kind, req, strings.TrimSpace(cut(o.text(), maxChoice)))
			}
		}
	}
	return nil, nil
}

func (b *Bot) offerKind(ctx context.Context, kind Kind, req Request, typed string) ([]choice, error) {
	switch kind {
	case Person:
		return b.offerPeople(ctx, req.Asker(), typed)
	case Date:
		return b.offerDays(ctx, req.Asker(), typed)
	case Zone:
		return match(commonZones(), typed), nil
	case DigestDays:
		return match(dayRules(), typed), nil
	case DigestName:
		return b.offerDigests(ctx, req, typed)
	}
	return nil, nil
}

func (b *Bot) offerPeople(ctx context.Context, asker briefing.Asker, typed string) ([]choice, error) {
	people, err := b.desk.CompletePeople(ctx, asker, typed, maxChoices)
	if err != nil {
		return nil, fmt.Errorf("complete a person: %w", err)
	}
	var out []choice
	for _, p := range people {
		out = offerOne(out, p.Name, fmt.Sprintf("%s (%s)", p.Name, count(p.Statements, "statement")))
	}
	return out, nil
}

func (b *Bot) offerDays(ctx context.Context, asker briefing.Asker, typed string) ([]choice, error) {
	days, err := b.desk.CompleteDays(ctx, asker, typed, maxChoices)
	if err != nil {
		return nil, fmt.Errorf("complete a day: %w", err)
	}
	var out []choice
	for _, d := range days {
		out = offerOne(out, d.Day.String(), fmt.Sprintf("%s (%s)", weekday(d.Day), count(d.Events, "event")))
	}
	return out, nil
}

func (b *Bot) offerDigests(ctx context.Context, req Request, typed string) ([]choice, error) {
	if b.admin == nil {
		return nil, nil
	}
	all, err := b.admin.List(ctx, req.Guild)
	if err != nil {
		return nil, fmt.Errorf("complete a digest: %w", err)
	}
	var out []choice
	for _, d := range all {
		when := d.When(b.now())
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

// commonZones are the IANA zones that most people live in, one a region; any other
// name may be typed.
func commonZones() []string {
	return strings.Fields(`UTC Europe/London Europe/Dublin Europe/Lisbon Europe/Paris Europe/Berlin Europe/Madrid
		Europe/Rome Europe/Amsterdam Europe/Brussels Europe/Zurich Europe/Vienna Europe/Prague Europe/Warsaw
		Europe/Budapest Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Helsinki Europe/Tallinn Europe/Riga
		Europe/Vilnius Europe/Kyiv Europe/Bucharest Europe/Sofia Europe/Athens Europe/Istanbul Europe/Moscow
		Africa/Casablanca Africa/Lagos Africa/Cairo Africa/Nairobi Africa/Johannesburg Asia/Jerusalem Asia/Beirut
		Asia/Baghdad Asia/Riyadh Asia/Tehran Asia/Dubai Asia/Tbilisi Asia/Yerevan Asia/Karachi Asia/Kolkata
		Asia/Kathmandu Asia/Dhaka Asia/Bangkok Asia/Jakarta Asia/Ho_Chi_Minh Asia/Singapore Asia/Kuala_Lumpur
		Asia/Manila Asia/Hong_Kong Asia/Shanghai Asia/Taipei Asia/Seoul Asia/Tokyo Australia/Perth Australia/Darwin
		Australia/Adelaide Australia/Brisbane Australia/Sydney Australia/Melbourne Pacific/Auckland Pacific/Honolulu
		America/Anchorage America/Los_Angeles America/Vancouver America/Denver America/Phoenix America/Chicago
		America/Mexico_City America/New_York America/Toronto America/Halifax America/St_Johns America/Bogota
		America/Lima America/Caracas America/Santiago America/Sao_Paulo America/Argentina/Buenos_Aires`)
}
