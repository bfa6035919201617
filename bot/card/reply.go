package card

import "rapporteur/briefing"

// A Reply is what a handler answers. Handlers return it and never send.
type Reply struct {
	Title       Markdown          // heading; "" for none
	Lead        []Markdown        // lines under the heading
	Items       []Item            // may fill several pages
	Foot        Markdown          // small print, on every page
	Public      bool              // everyone in the channel sees it; else only the asker does
	Share       bool              // has a button that shows it to the channel
	Full        bool              // as many items on a page as Discord allows, instead of a few
	Picture     *briefing.Picture // shown on the first page; nil for none
	Suggestions []Suggestion      // other questions to offer; the first five are shown
	Alarm       bool              // something is wrong or missing
}

// An Item is a piece of a reply that is never split over pages.
type Item struct {
	Text    Markdown
	Buttons []Button
	Name    Markdown // its first words, to go with Why
	Why     Markdown // why it was chosen; "" where that needs no reason
}

// A Button does something about an item.
type Button struct {
	Label string // at most 38 characters, so that narrow phones show it whole
	Verb  Verb
	Arg   string
}

// A Verb is what a button does.
type Verb string

// The verbs of buttons. Their values are in posted messages and must not change.
const (
	VerbPage          Verb = "p"
	VerbShare         Verb = "s"
	VerbContext       Verb = "c"
	VerbSuggestion    Verb = "t"
	VerbReasons       Verb = "y"
	VerbDigestReasons Verb = "w" // on a posted digest, whose reasons are in the ledger

	VerbDigestRun     Verb = "dr"
	VerbDigestPause   Verb = "dp"
	VerbDigestResume  Verb = "du"
	VerbDigestPreview Verb = "dv"
)
