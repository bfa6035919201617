// Package briefing answers questions about the corpus in exact words, and writes digests. It knows no Discord.
package briefing

import "rapporteur/briefing/reprint"

// A Source is a passage: an article and a range of bytes of its file.
type Source struct {
	ID        string `json:"-"` // permanent; /source shows the passage
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Published Day    `json:"published"`
	Path      string `json:"path"`
	Start     int    `json:"start"` // byte offsets of the file on disk, End not included
	End       int    `json:"end"`
}

// A Statement is what somebody said, in the exact words of its first source, with all articles that report it.
type Statement struct {
	Speaker    string   `json:"speaker"`         // canonical name; "" for unnamed and unattributed
	AsPrinted  string   `json:"as_printed"`      // the mention: "the top Putin ally", "he"
	Basis      string   `json:"basis"`           // named, description, pronoun, unnamed, unattributed
	Confidence float64  `json:"confidence"`      // that Speaker is right
	Grade      string   `json:"grade,omitempty"` // certain or probable; "" where no name is given
	Form       string   `json:"form"`            // direct, indirect, mixed
	Quote      string   `json:"quote"`           // exact words; pieces of one quotation are joined by " … "
	SaidOn     Day      `json:"said_on"`
	Sources    []Source `json:"sources"`
	ID         string   `json:"-"` // of the first source
	Sentence   string   `json:"-"` // the whole sentence around the quote
	Evidence   string   `json:"-"` // how the speaker is known, in words for members
	Conflict   bool     `json:"-"` // other sources attribute the words to somebody else
	Negated    bool     `json:"-"` // the speaker denies it: show the sentence with the quote
	Told       Told     `json:"-"`
}

// Hedge is what stands before the speaker's name where it is no more than probable.
func (s Statement) Hedge() string {
	if s.Grade == "probable" {
		return "probably "
	}
	return ""
}

// Told is who reports something: how many publishers, and how many of these by texts of their own.
type Told = reprint.Count

// Coverage is what the corpus has for an asker. Every answer carries it, so that members can judge "nothing found".
type Coverage struct {
	Articles   int `json:"articles"`
	Publishers int `json:"publishers"`
	First      Day `json:"first"`
	Last       Day `json:"last"`
}

// A WhoAnswer is who said a phrase, best fit first; perhaps nobody.
type WhoAnswer struct {
	Phrase     string      `json:"phrase"`
	Answers    []Statement `json:"answers"`
	DidYouMean []string    `json:"did_you_mean"` // phrases or people that do exist
	Coverage   Coverage    `json:"-"`
}

// A MatchedPerson is the person that the member meant.
type MatchedPerson struct {
	Name      string   `json:"name"`
	Roles     []string `json:"roles"`
	MatchedBy string   `json:"matched_by"` // exact, alias, role, misspelling
}

// A SaidAnswer is what one person said.
type SaidAnswer struct {
	Person     *MatchedPerson `json:"person"` // nil when the corpus has no such person
	Statements []Statement    `json:"statements"`
	DidYouMean []string       `json:"did_you_mean"`
	Coverage   Coverage       `json:"-"`
}

// An Event is a sentence that reports an event in an interval.
type Event struct {
	From      Day      `json:"from"`
	To        Day      `json:"to"`
	Precision string   `json:"precision"`
	Text      string   `json:"text"` // exact words
	Sources   []Source `json:"sources"`
	Planned   bool     `json:"-"` // still to come when it was reported
	DatedBy   string   `json:"-"` // the words that give the date: "on Friday"
	Why       string   `json:"-"` // how those words were understood
	Told      Told     `json:"-"`
}

// A NearDay is a day that has news, suggested when the one asked about has none.
type NearDay struct {
	Day    Day `json:"day"`
	Events int `json:"events"`
}

// A HappenedAnswer is what happened in the interval asked about.
type HappenedAnswer struct {
	From     Day       `json:"from"`
	To       Day       `json:"to"`
	Events   []Event   `json:"events"`
	Nearest  []NearDay `json:"nearest,omitempty"` // only when there are no events
	Coverage Coverage  `json:"-"`
}

// A BriefItem is one item of a summary or an edition.
type BriefItem struct {
	Section string   `json:"section"` // headlines, said, ahead, figures; for earlier years the day, "4 May 2019"
	Text    string   `json:"text"`    // exact words
	Speaker string   `json:"speaker"` // "" outside said
	Sources []Source `json:"sources"`
	Why     string   `json:"-"` // why it was chosen
	Day     Day      `json:"-"` // of ahead: when it will happen
}

// A BriefAnswer is a summary of a stretch of days.
type BriefAnswer struct {
	From     Day         `json:"from"`
	To       Day         `json:"to"`
	Items    []BriefItem `json:"items"`
	Coverage Coverage    `json:"coverage"`
}

// A SourceAnswer is a passage and the sentences beside it.
type SourceAnswer struct {
	Found    bool // false: there is none that the asker may see
	Source   Source
	Words    string // exact
	Sentence string // the whole sentences around them
	Before   string // "" when the sentences are out of order
	After    string // likewise
	Dated    string // where the publication day comes from: header, text, flag, moderator, unknown
	Coverage Coverage
}

// A PersonChoice is a suggested person, with how many statements there are.
type PersonChoice struct {
	Name       string
	Statements int
}

// An AskAnswer is the answer to the question that the plain words were read as.
type AskAnswer struct {
	ReadAs   string // who, said, happened, brief
	Who      *WhoAnswer
	Said     *SaidAnswer
	Happened *HappenedAnswer
	Brief    *BriefAnswer
}
