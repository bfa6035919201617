// Package bot talks: it turns what Discord sends into questions for a desk, and the
// desk's answers into messages.
//
// An interaction travels down this list:
//
//	gateway, wire, frames, identify   one connection at a time, supervised; discordgo carries the frames
//	session, transport, rest, encode  REST through discordgo, behind one RoundTripper that keeps the rules
//	bot, dispatch, quota, seen        what it is, who may, and how often
//	commands, buttons                 the tables: one row a command, one row a button
//	register, slash                   the tables told to Discord, and commands that can be pressed
//	who, said, …                      a command a file: a request into a question, an answer into a reply
//	page, try, ticket                 what the buttons of a card do, and what they remember
//	render, escape, link, limits      words of news as markdown that does nothing but show them
//	layout, deliver, withhold         a reply as a card that Discord accepts, inside three seconds
//	digests, courier                  what moderators set, and digests carried out of a ledger, once
//	pool, credit                      how many of them at a time, and no guild at the cost of another
//	probe, place, permission          what an operator or a moderator wants checked
//
// Handlers return a Reply or an error and never send; failure, in deliver.go, is the one
// place that turns errors into words. quiet.go is the one place that keeps messages from
// pinging anybody.
//
// # Why discordgo's reconnecting is not used
//
// It deadlocks when the gateway's first packet is op 7 or op 9, waits for ever on a
// silent gateway and retries fatal close codes without end. Each connection here is a
// fresh session that is never reused, on a wire that turns those faults into read errors
// before discordgo sees them.
//
// # Why one connection
//
// Discord lets one connection serve 2,500 guilds and refuses the bot beyond that (close
// code 4011). This program needs no state of a guild and one intent, so a connection of
// that size costs little, and shards would bring what they always bring: one process must
// know which of them identifies when, and digests must be owned by one. From about 2,000
// guilds the log says each time that Discord advises more; an operator then makes a second
// application with a data directory of its own, in which the same articles are ingested,
// and invites that one to the further guilds.
//
// # Why a lost connection is not resumed
//
// What could be replayed are interactions, and those expire in three seconds: a fresh
// connection, which is there in two, loses no more than a resumed one. It costs one of
// 1,000 Identifies a day, of which this program allows itself 200 and counts them on disk.
//
// # Why cards are Components V2
//
// A source stands beside its statement with a button of its own, which embeds cannot do,
// and the text of one card may be twice as long as a plain message.
//
// # Why questions are kept sealed
//
// Buttons must work after a restart, and a custom_id of 100 bytes cannot hold a phrase.
// So the question is kept, encrypted with a key that only the button holds: whoever reads
// the data directory learns nothing of what members asked.
package bot
