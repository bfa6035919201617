// Package courier delivers digests: once, at the time asked for, through restarts, crashes,
// clock jumps and failures of the network.
//
// A digest is a standing order, an occurrence one due time of it, an edition what it says
// then, and a message what is posted. The files, in the order an occurrence travels:
//
//	ledger     the interface of what remembers due and delivered occurrences
//	courier    wakes up, plans what is due and starts deliveries
//	pool       the deliveries that are running: one per channel, shared fairly between guilds
//	deliver    one occurrence: edition written, messages frozen, each posted
//	render     an edition as messages
//	clock      Discord's clock, by which its nonces expire
//	failure    when to try again, and when to tell a moderator
//
// # Why nothing is posted twice
//
// The ledger keeps the messages before the first is sent, and the time of the first try of
// each. Within discord.NonceWindow of that, a repeated nonce makes Discord return the message
// it already has. After that the channel is searched for the message's mark before it is
// posted again. So the process may be killed at any instant.
package courier
