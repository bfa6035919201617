// Package briefing answers questions about the corpus with exact words and their
// sources, and says what a digest holds and when it is due. It knows no Discord.
package briefing

// A Source is where words stand: an article and a range of bytes of its file.
type Source struct {
	ID        string `json:"-"` // permanent: /source shows it again
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Published Day    `json:"published"`
	Path      string `json:"path"`
	Start     int    `json:"start"` // byte offsets of the file on disk, End not included
	End       int    `json:"end"`
}

// A Statement is what somebody said, in the exact words of its first source, as
// told by one or more articles.
type Statement struct {
	Speaker    string   `json:"speaker"`    // canonical name; "" for unnamed and unattributed
	AsPrinted  string   `json:"as_printed"` // the mention: "the top Putin ally", "he"
	Basis      string   `json:"basis"`      // named, description, pronoun, unnamed, unattributed
	Confidence float64  `json:"confidence"` // that Speaker is right
	Form       string   `json:"form"`       // direct, indirect, mixed
	Quote      string   `json:"quote"`      // exact words; pieces of one quotation are joined by " … "
	SaidOn     Day      `json:"said_on"`
	Sources    []Source `json:"sources"`
	ID         string   `json:"-"` // of the first source
	Sentence   string   `json:"-"` // the whole sentence round the quote, for context
	Evidence   string   `json:"-"` // why the speaker is who it is, for members
	Conflict   bool     `json:"-"` // other sources credit the same words to somebody else
	Negated    bool     `json:"-"` // the cue denies: the sentence must be shown with the quote
	Publishers int      `json:"-"` // how many independent publishers tell it
}

// Coverage is what the corpus holds for an asker; every answer carries it, so
// that "nothing found" can be judged.
type Coverage struct {
	Articles   int `json:"articles"`
	Publishers int `json:"publishers"`
	First      Day `json:"first"`
	Last       Day `json:"last"`
}

// A WhoAnswer is who said a phrase, best first. No answer is an answer.
type WhoAnswer struct {
	Phrase     string      `json:"phrase"`
	Answers    []Statement `json:"answers"`
	DidYouMean []string    `json:"did_you_mean"` // phrases or people that do exist
	Coverage   Coverage    `json:"-"`
}

// A MatchedPerson is who was meant by what a member typed.
type MatchedPerson struct {
	Name      string   `json:"name"`
	Roles     []string `json:"roles"`
	MatchedBy string   `json:"matched_by"` // exact, alias, role, misspelling
}

// A SaidAnswer is what one person said.
type SaidAnswer struct {
	Person     *MatchedPerson `json:"person"` // nil when nobody of the corpus was meant
	Statements []Statement    `json:"statements"`
	DidYouMean []string       `json:"did_you_mean"`
	Coverage   Coverage       `json:"-"`
}

// An Event is a sentence that tells what happened in an interval.
type Event struct {
	From       Day      `json:"from"`
	To         Day      `json:"to"`
	Precision  string   `json:"precision"`
	Text       string   `json:"text"` // exact words
	Sources    []Source `json:"sources"`
	Planned    bool     `json:"-"` // told as still to come
	DatedBy    string   `json:"-"` // the expression that dates it: "on Friday"
	Why        string   `json:"-"` // how that expression was resolved
	Publishers int      `json:"-"`
}

// A NearDay is a day that does have news, offered where the asked one has none.
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

// A BriefItem is one line of a digest.
type BriefItem struct {
	Section string   `json:"section"` // headlines, said, ahead, figures; of earlier years the day, "4 May 2019"
	Text    string   `json:"text"`    // exact words
	Speaker string   `json:"speaker"` // "" outside said
	Sources []Source `json:"sources"`
	Why     string   `json:"-"` // why it is here, for the button that asks
	Day     Day      `json:"-"` // of ahead: when it is to happen
}

// A BriefAnswer is a digest of a stretch of days.
type BriefAnswer struct {
	From     Day         `json:"from"`
	To       Day         `json:"to"`
	Items    []BriefItem `json:"items"`
	Coverage Coverage    `json:"coverage"`
}

// A SourceAnswer is where words stand, with what stands beside them.
type SourceAnswer struct {
	Found    bool // false: no such source, or behind a wall
	Source   Source
	Words    string // exact words at the source
	Sentence string // the whole sentences that hold them
	Before   string // the sentence before; "" where order tells nothing
	After    string // the sentence after, likewise
	Dated    string // how the day of publication is known: header, text, flag, moderator, unknown
	Coverage Coverage
}

// A PersonChoice is a person to choose from, with how much there is of theirs.
type PersonChoice struct {
	Name       string
	Statements int
}

// An AskAnswer is the answer of the one question that plain words were read as.
type AskAnswer struct {
	ReadAs   string // who, said, happened, brief
	Who      *WhoAnswer
	Said     *SaidAnswer
	Happened *HappenedAnswer
	Brief    *BriefAnswer
}
