// Package bot is the talking half of the program: it turns Discord interactions into
// questions for a desk, the desk's answers into messages, and due digests into posts. This
// package only wires its rooms together; each room's own package comment describes it.
//
// An interaction travels
//
//	discord.Gateway     an event arrives on the one connection to Discord
//	bot.go, dedupe      accepted once, unless it is too old or too many are in flight
//	dispatch            its row in the table of commands or buttons, and whether the member may
//	command.Request     what was asked; the row's function asks the desk
//	card.Reply          the answer; card lays it out within Discord's limits
//	respond             sent within three seconds, or deferred and sent later
//	discord.Message     posted by discord.Client
//
// and a digest travels
//
//	courier             the clock wakes it, and the ledger knows which occurrences are due
//	Editor.Edition      what the digest says now, laid out by card
//	ledger.Freeze       kept on disk before anything is sent
//	discord.Message     posted once, by nonce and mark
//
// The rooms, from the bottom up; each imports only rooms above it:
//
//	kv                  small values that outlive the process
//	discord             REST, gateway, permissions, message types, limits; knows no briefing
//	card                a Reply as a message: markdown, escaping, layout, custom IDs
//	command             the table of commands, one file each; buttons; completion
//	courier             digests, delivered once (does not know command)
//	bot                 bot, register, dispatch, respond, autocomplete, redact
//
// Tests and the preview add loopback (a Discord on 127.0.0.1) and preview (its web page).
//
// Handlers return a Reply or an error and never send. Bot.failure, in respond.go, is the only function that turns
// errors into words for members, and redact.go keeps members' words out of the log.
package bot
