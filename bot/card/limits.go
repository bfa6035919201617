package card

// Our own limits of a card: short enough to read, and below Discord's. Texts are counted
// in UTF-16 units, as Discord counts them.
const (
	maxPageText     = 3400 // items of one page together
	maxItems        = 5    // of a page
	maxItemsFull    = 8    // of a full page: each takes 4 of Discord's 40 components; head, foot and buttons take 8
	maxQuote        = 1500 // a longer quotation ends with a whole sentence before that
	maxNeighbour    = 500  // of a sentence beside the quoted one
	maxTitle        = 240
	maxEcho         = 120 // of what a member typed, when a card repeats it
	MaxName         = 80
	maxContextBytes = 76 // of source IDs in a button: a custom_id has 100 bytes, its other parts take up to 24

	MaxHints = 5 // names, phrases or days offered when nothing was found
)
