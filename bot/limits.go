package bot

// Discord's limits, each from the reference page named. Text is counted in UTF-16
// units, the strictest of the ways Discord's parts count it.
const (
	maxCustomID       = 100  // Components, "Custom ID", bytes
	maxText           = 4000 // Components, all text displays of a message together
	maxComponents     = 40   // Components, with nesting
	maxRow            = 5    // Components, buttons in a row
	maxLabel          = 38   // Components, before a button's label is cut on a phone
	maxChoices        = 25   // Application Commands, autocomplete
	maxChoice         = 100  // Application Commands, name and value of a choice
	maxHelp           = 100  // Application Commands, descriptions
	maxOptions        = 25   // Application Commands, options or subcommands of a level
	maxSlashCommands  = 100  // Application Commands, global
	maxMessageMenu    = 15   // Application Commands, global message commands
	maxCommandText    = 8000 // Application Commands, all text of one command
	maxTypedLen       = 600  // ours: what an option may hold; Discord allows 6,000
	maxMessageContent = 2000 // Message
)

// Our own limits of a card, which keep it short of Discord's and pleasant to read.
const (
	pageText  = 3400 // items of one page together
	fullItems = 8    // each with a button and a line is 4 of maxComponents; head, foot and buttons take 8
	pageItems = 5
	itemText  = 3000
	quoteText = 1500 // a quotation that is longer ends with a whole sentence before that
	titleText = 240
	echoText  = 120 // of what a member typed, when a card repeats it
	nameText  = 80  // the first words by which an item is named
)

const maxThreadName = 100 // Channels, thread name

// flagQuietPost keeps a routine post from ringing (Discord, SUPPRESS_NOTIFICATIONS).
const flagQuietPost = 1 << 12
