package bot

import "rapporteur/briefing"

// A Reply is what a handler answers. Handlers never send.
type Reply struct {
	Title   markdown          // heading; "" for none
	Lead    []markdown        // lines under the heading
	Items   []Item            // what can run over several pages
	Foot    markdown          // small print, on every page
	Public  bool              // seen by all of the channel; replies are private unless so
	Share   bool              // offer to show it to the channel
	Full    bool              // as many items to a page as Discord has room for, instead of a few
	Picture *briefing.Picture // shown on the first page; nil for none
	Try     []Try             // other questions to offer, at most five
	Alarm   bool              // something is wrong or missing
}

// An Item is a piece of a reply that is never split over pages.
type Item struct {
	Text    markdown
	Buttons []Button
	Name    markdown // its first words, where Why is given
	Why     markdown // why it is here; "" when nobody need ask
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
	verbPage    Verb = "p"
	verbShare   Verb = "s"
	verbContext Verb = "c"
	verbTry     Verb = "t"
	verbWhyHere Verb = "y"
	verbWhy     Verb = "w" // on a posted digest: why its items are in it, kept in the ledger

	verbDigestRun     Verb = "dr"
	verbDigestPause   Verb = "dp"
	verbDigestResume  Verb = "du"
	verbDigestPreview Verb = "dv"
)
