// Package card turns answers into Discord messages that show the words of news and do
// nothing else: no foreign mark-up, mention or link becomes active.
//
// In reading order:
//
//	reply, suggestion              what a handler answers: Markdown, items, buttons
//	escape, address, mention       foreign words, addresses and command names as Markdown
//	format, quotation, source      days, numbers, quotes and source lines, built from those
//	who, said, happened, …         one file for each kind of answer: an answer into a Reply
//	not_found, coverage            what a card says when nothing matches, and what was searched
//	limits, layout                 a Reply as pages, and a page as a message within Discord's limits
//	custom_id                      signed buttons, and the stored question behind a card
//
// Handlers return a Reply and never send. Foreign words become Markdown only through
// Escape, and the labels of links through linkLabel.
//
// # Why cards are Components V2
//
// A source stands beside its statement with its own button, which embeds cannot do, and the text of one card may be
// twice as long as that of a plain message.
//
// # Why saved questions are encrypted
//
// Buttons must work after a restart, and a custom_id of 100 bytes cannot hold a phrase. So the question is stored,
// encrypted with a key that only the button holds: the data directory alone does not reveal what members asked.
package card
