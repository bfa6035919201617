package command

import (
	"context"
	"rapporteur/bot/card"
)

// A ButtonRow says who may press a button and what it does. A button with OfCard set
// is about the card it stands on: its Run gets the request that made the card.
type ButtonRow struct {
	Verb   card.Verb
	Access Access
	OfCard bool
	Run    func(context.Context, Services, ButtonPress) (Result, error)
}

// A Press is one use of a button.
type ButtonPress struct {
	Request        // of the presser; with OfCard, the options and the time are those of the card
	Arg     string // what the button carried
	Mine    bool   // with OfCard: the presser asked the question
	Shared  bool   // with OfCard: the card was shared with the channel
	MayPost bool   // the presser may post in this channel
}

// An Outcome is what a press answers.
type Result struct {
	Reply  card.Reply
	Page   int      // which page of the reply to show
	Update bool     // replace the card that was pressed
	Share  bool     // show the reply to the channel
	Asked  *Request // the question of the reply, where it is not the card's
}

// Buttons returns the table of buttons.
func Buttons() []ButtonRow {
	return []ButtonRow{
		{Verb: card.VerbPage, OfCard: true, Run: turnPage},
		{Verb: card.VerbShare, OfCard: true, Run: shareCard},
		{Verb: card.VerbContext, Run: showContext},
		{Verb: card.VerbSuggestion, OfCard: true, Run: pressSuggestion},
		{Verb: card.VerbReasons, OfCard: true, Run: showReasons},
		{Verb: card.VerbDigestReasons, Run: showDigestReasons},
		{Verb: card.VerbDigestRun, Access: Moderators, Run: pressDigest(runDigest)},
		{Verb: card.VerbDigestPause, Access: Moderators, Run: pressDigest(pauseDigest)},
		{Verb: card.VerbDigestResume, Access: Moderators, Run: pressDigest(resumeDigest)},
		{Verb: card.VerbDigestPreview, Access: Moderators, Run: pressDigest(previewDigest)},
	}
}

func FindButton(table []ButtonRow, verb card.Verb) *ButtonRow {
	for i := range table {
		if table[i].Verb == verb {
			return &table[i]
		}
	}
	return nil
}
