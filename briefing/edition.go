package briefing

// An EditionQuestion asks for what one run of a scheduled digest tells.
type EditionQuestion struct {
	Asker
	Kind   string // new, day, week, years or replay, as the ledger names them
	About  string
	Items  int      // at most so many lines; 0 for as many as a short digest has
	Start  string   // of replay: its first day
	Cursor string   // of the run before; "" at the first
	Told   []string // keys of stories the channel has been told

	words int // about how many words the headlines have; 0 means 150
}

// An Edition is what one run of a digest tells, and what to remember of it.
type Edition struct {
	BriefAnswer
	Cursor string   // where the next run begins
	Told   []string // keys of the stories in it, to be remembered for the channel
}
