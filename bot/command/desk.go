package command

import (
	"context"

	"rapporteur/briefing"
)

// A Desk answers questions. Nothing found is an answer; an error is either a
// *briefing.InputError, which is shown to the member, or a fault.
type Desk interface {
	Who(context.Context, briefing.WhoQuestion) (briefing.WhoAnswer, error)
	Said(context.Context, briefing.SaidQuestion) (briefing.SaidAnswer, error)
	Happened(context.Context, briefing.HappenedQuestion) (briefing.HappenedAnswer, error)
	Ask(context.Context, briefing.AskQuestion) (briefing.AskAnswer, error)
	Brief(context.Context, briefing.BriefQuestion) (briefing.BriefAnswer, error)
	Timeline(context.Context, briefing.TimelineQuestion) (briefing.TimelineAnswer, error)
	Sources
	Completer
}

// Sources shows again what an answer cited, and reads days as members type them.
type Sources interface {
	// Source shows cited words in their article, by the ID of the source.
	Source(context.Context, briefing.SourceQuestion) (briefing.SourceAnswer, error)
	// ReadDays names the option in mistakes.
	ReadDays(asker briefing.Asker, option, typed string) (briefing.Interval, error)
}

// A Completer says what there is to ask about, and offers what may be typed. It answers
// from memory, because Discord waits 3 s for completions and no longer.
type Completer interface {
	// Coverage is what is searched for an asker.
	Coverage(ctx context.Context, asker briefing.Asker) (briefing.Coverage, error)
	// CompletePeople offers people whose name or role begins with or resembles the text, best first.
	CompletePeople(ctx context.Context, asker briefing.Asker, typed string, limit int) ([]briefing.PersonChoice, error)
	// CompleteDays offers days that have news, nearest to what was typed first.
	CompleteDays(ctx context.Context, asker briefing.Asker, typed string, limit int) ([]briefing.NearDay, error)
}
