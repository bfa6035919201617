// Package bot talks: it turns what Discord sends into questions for a desk, and the
// desk's answers into messages.
//
// An interaction travels down this list:
//
//	gateway, wire, identify   one connection at a time, supervised; discordgo carries the frames
//	session, transport, rest  REST through discordgo, behind one RoundTripper that keeps the rules
//	dispatch, quota, seen     who may ask, how often, and answering inside three seconds
//	commands                  the command table; one file a command (who.go, said.go, …)
//	ticket, buttons           what a button remembers, sealed so that nobody else can press it
//	render, escape, limits    words of news into cards that Discord accepts
//
// # Why discordgo's reconnecting is not used
//
// It deadlocks when the gateway's first packet is op 7 or op 9, waits for ever on a
// silent gateway and retries fatal close codes without end. Each connection here is a
// fresh session that is never reused; see gateway.go.
package bot
