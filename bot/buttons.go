package bot

import "context"

// A ButtonRow says who may press a button and what it does. A button with OfCard set
// is about the card it stands on: its Run gets the request that made the card.
type ButtonRow struct {
	Verb   Verb
	Access Access
	OfCard bool
	Run    func(context.Context, Services, Press) (Outcome, error)
}

// A Press is one use of a button.
type Press struct {
	Request        // of the presser; with OfCard, the options and the time are those of the card
	Arg     string // what the button carried
	Mine    bool   // with OfCard: the presser asked the question
	Shared  bool   // with OfCard: the card was shared with the channel
	MayPost bool   // the presser may post in this channel
}

// An Outcome is what a press answers.
type Outcome struct {
	Reply  Reply
	Page   int      // which page of the reply to show
	Update bool     // replace the card that was pressed
	Share  bool     // show the reply to the channel
	Asked  *Request // the question of the reply, where it is not the card's
}

// Buttons returns the table of buttons.
func Buttons() []ButtonRow {
	return []ButtonRow{
		{Verb: verbPage, OfCard: true, Run: turnPage},
		{Verb: verbShare, OfCard: true, Run: shareCard},
		{Verb: verbContext, Run: showContext},
		{Verb: verbTry, OfCard: true, Run: tryOther},
		{Verb: verbWhyHere, OfCard: true, Run: showWhyHere},
		{Verb: verbWhy, Run: showWhy},
		{Verb: verbDigestRun, Access: Moderators, Run: pressDigest(runDigest)},
		{Verb: verbDigestPause, Access: Moderators, Run: pressDigest(pauseDigest)},
		{Verb: verbDigestResume, Access: Moderators, Run: pressDigest(resumeDigest)},
		{Verb: verbDigestPreview, Access: Moderators, Run: pressDigest(previewDigest)},
	}
}

func findButton(table []ButtonRow, verb Verb) *ButtonRow {
	for i := range table {
		if table[i].Verb == verb {
			return &table[i]
		}
	}
	return nil
}
