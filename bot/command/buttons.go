package command

import "rapporteur/bot/card"

// Buttons returns the table of buttons.
func Buttons() []ButtonRow {
	return []ButtonRow{
		{Verb: card.VerbPage, OfCard: true, Run: turnPage},
		{Verb: card.VerbShare, OfCard: true, Run: shareCard},
		{Verb: card.VerbContext, Run: showContext},
		{Verb: card.VerbSuggestion, OfCard: true, Run: askSuggestion},
		{Verb: card.VerbReasons, OfCard: true, Run: showReasons},
		{Verb: card.VerbDigestReasons, Run: showDigestReasons},
		{Verb: card.VerbDigestRun, Access: Moderators, Run: digestButton(runDigest)},
		{Verb: card.VerbDigestPause, Access: Moderators, Run: digestButton(setPaused(true, "paused"))},
		{Verb: card.VerbDigestResume, Access: Moderators, Run: digestButton(setPaused(false, "resumed"))},
		{Verb: card.VerbDigestPreview, Access: Moderators, Run: digestButton(previewDigest)},
	}
}
