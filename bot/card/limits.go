package card

// Our own limits of a card, which keep it short of Discord's and pleasant to read.
const (
	pageText  = 3400 // items of one page together
	fullItems = 8    // each with a button and a line is 4 of maxComponents; head, foot and buttons take 8
	pageItems = 5
	itemText  = 3000
	QuoteText = 1500 // a quotation that is longer ends with a whole sentence before that
	titleText = 240
	echoText  = 120 // of what a member typed, when a card repeats it
	NameText  = 80  // the first words by which an item is named
)
