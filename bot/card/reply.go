package card

import "rapporteur/briefing"

// A Reply is what a handler answers. Handlers never send.
type Reply struct {
	Title       Markdown          // heading; "" for none
	Lead        []Markdown        // lines under the heading
	Items       []Item            // what can run over several pages
	Foot        Markdown          // small print, on every page
	Public      bool              // seen by all of the channel; replies are private unless so
	Share       bool              // offer to show it to the channel
	Full        bool              // as many items to a page as Discord has room for, instead of a few
	Picture     *briefing.Picture // shown on the first page; nil for none
	Suggestions []Suggestion      // other questions to offer, at most five
	Alarm       bool              // something is wrong or missing
}

// An Item is a piece of a reply that is never split over pages.
type Item struct {
	Text    Markdown
	Buttons []Button
	Name    Markdown // its first words, where Why is given
	Why     Markdown // why it is here; "" when nobody need ask
}

// A Button does something about an item.
type Button struct {
	Label string // at most 38 characters, so that narrow phones show it whole
	Verb  Verb
	Arg   string
}

// A Verb is what a button does.
type Verb string

// The verbs of buttons. Each has one row in Buttons.
const (
	VerbPage          Verb = "p"
	VerbShare         Verb = "s"
	VerbContext       Verb = "c"
	VerbSuggestion    Verb = "t"
	VerbReasons       Verb = "y"
	VerbDigestReasons Verb = "w" // on a posted digest: why its items are in it, kept in the ledger

	VerbDigestRun     Verb = "dr"
	VerbDigestPause   Verb = "dp"
	VerbDigestResume  Verb = "du"
	VerbDigestPreview Verb = "dv"
)
