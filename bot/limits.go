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

const maxThreadName = 100 // Channels, thread name

// flagQuietPost keeps a routine post from ringing (Discord, SUPPRESS_NOTIFICATIONS).
const flagQuietPost = 1 << 12
