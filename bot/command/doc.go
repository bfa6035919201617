// Package command holds what members and moderators can ask of the bot: slash commands, buttons and completions.
//
// In reading order:
//
//	command, button            a row of each table, a request, a press of a button
//	commands, buttons          the two tables
//	desk, digests, services    what handlers need from outside
//	who, said, happened, …     one command for each file: a request into a question, an answer into a reply
//	help, admin_…              help, and the commands for moderators
//	digest_actions, …_card     what a command or a button does to a digest, and how a digest is shown
//	card_buttons, reasons, …   the buttons of a card: paging, sharing, context, reasons, suggestions
//	complete, zones            what is offered while an option is typed
//	definitions                the command table as Discord wants it
//	rate_limit                 how often members and servers may ask
//
// A handler takes Services and a Request and returns a card.Reply or an error; it never
// sends. A mistake of a member is a *briefing.InputError, whose text is shown to them. A
// new command is one file and one line in Commands.
package command
