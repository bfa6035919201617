package discord

import "time"

// Discord's limits, each from the reference page named. Text is counted in UTF-16
// units, the strictest of the ways Discord's parts count it.
const (
	MaxCustomID        = 100  // Components, "Custom ID", bytes
	MaxDisplayText     = 4000 // Components, all text displays of a message together
	MaxComponents      = 40   // Components, with nesting
	MaxRowButtons      = 5    // Components, buttons in a row
	MaxLabelLength     = 38   // Components, before a button's label is cut on a phone
	MaxChoices         = 25   // Application Commands, autocomplete
	MaxChoiceLength    = 100  // Application Commands, name and value of a choice
	MaxDescription     = 100  // Application Commands, descriptions
	MaxOptions         = 25   // Application Commands, options or subcommands of a level
	MaxSlashCommands   = 100  // Application Commands, global
	MaxMessageCommands = 15   // Application Commands, global message commands
	MaxCommandText     = 8000 // Application Commands, all text of one command
	MaxOptionText      = 600  // ours: what an option may hold; Discord allows 6,000
	MaxMessageContent  = 2000 // Message
	maxThreadName      = 100  // Channels, thread name
)

// NonceWindow is how long this program trusts Discord to recognise a nonce. Discord
// promises "the past few minutes" (Create Message, enforce_nonce).
const NonceWindow = 2 * time.Minute

// ClockTolerance is how far this machine's clock may be from Discord's without a warning.
const ClockTolerance = 30 * time.Second
