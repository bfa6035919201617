// Package discord speaks Discord's REST API and gateway. It knows nothing of news or
// briefings, and discordgo.go is the only file of this program that imports discordgo.
//
// The files, in reading order; each uses only what stands above it:
//
//	limits, snowflake, text, wait          Discord's numbers, IDs and lengths of text
//	message, command_definition,
//	permission, interaction                the JSON that is sent and received
//	error                                  what can go wrong
//	refusal_budget, breaker, silence       how many requests Discord may still refuse, and when
//	request, allowed_mentions,
//	rest_transport                         one REST request, and the rules that each keeps
//	pace, frame_scanner, conn              one gateway connection, watched from below discordgo
//	discordgo, client                      requests and connections through discordgo
//	answer, register, post, channel        the calls: interactions, commands, digests, permissions
//	identify_budget, gateway               one connection after another, until the bot stops
//	diagnostics                            what an operator checks before serving
//
// Invariants: no message can ping anybody (allowed_mentions.go), no error or log line holds
// a token, and requests stop long before Discord bans the address (breaker.go).
//
// # Why discordgo's reconnecting is not used
//
// It deadlocks when the gateway's first packet is op 7 or op 9, waits forever on a silent gateway and retries fatal
// close codes without end. Here each connection is a fresh session that is never reused. Its net.Conn turns those
// faults into read errors before discordgo sees them.
//
// # Why one connection
//
// Discord lets one connection serve 2,500 guilds and refuses the bot beyond that (close code 4011). This program
// needs no guild state and one intent, so a connection of that size costs little. Shards would have a price: the
// processes must agree on who identifies when, and exactly one of them must own the digests. From about 2,000
// guilds the log says each time that Discord advises more connections. The operator then creates a second
// application with its own data directory, ingests the same articles there, and invites it to new guilds.
//
// # Why a lost connection is not resumed
//
// A resume would replay interactions, and those expire after three seconds. A fresh
// connection is ready in two, so it loses no more than a resumed one. It costs one of 1,000
// Identifies a day; this program allows itself 200 and counts them on disk.
package discord
