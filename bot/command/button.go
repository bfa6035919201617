package command

import (
	"context"
	"slices"

	"rapporteur/bot/card"
)

// A ButtonRow says who may press a button and what it does. A button with OfCard set
// belongs to its card: its Run gets the request that made the card.
type ButtonRow struct {
	Verb   card.Verb
	Access Access
	OfCard bool
	Run    func(context.Context, Services, ButtonPress) (Result, error)
}

// A ButtonPress is one use of a button.
type ButtonPress struct {
	Request        // of the presser; with OfCard, the options and the time are those of the card
	Arg     string // what the button carried
	Mine    bool   // with OfCard: the presser asked the question
	Shared  bool   // with OfCard: the card was shared with the channel
	MayPost bool   // the presser may post in this channel
}

// A Result is the answer to a press.
type Result struct {
	Reply  card.Reply
	Page   int      // which page of the reply to show
	Update bool     // replace the card that was pressed
	Share  bool     // show the reply to the channel
	Asked  *Request // the question behind the reply, where it is not the card's
}

// FindButton returns the row of a verb; nil when there is none.
func FindButton(table []ButtonRow, verb card.Verb) *ButtonRow {
	if i := slices.IndexFunc(table, func(b ButtonRow) bool { return b.Verb == verb }); i >= 0 {
		return &table[i]
	}
	return nil
}
