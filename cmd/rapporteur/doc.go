// Command rapporteur keeps a Discord channel briefed from a corpus of news articles: who said what, what happened
// when, and digests on schedule.
//
// This comment is a tour of the whole program from the bottom up. Imports run one way: corpus, which reads, is below
// briefing, which answers, which is below bot, which talks, which is below this command. The tours in
// [rapporteur/corpus] and [rapporteur/bot] go deeper into their halves.
//
//	reading  file -> Article -> Sentences -> Statements, Dates -> Store
//	asking   interaction -> Question -> Store query -> ranked hits -> Answer -> Reply -> message
//	digest   clock -> Schedule -> Ledger -> Desk -> Courier -> message -> Ledger
//
// # Days and byte ranges
//
// A [rapporteur/corpus/civil] day has no clock and no zone, like the dates that newspapers print. A
// [rapporteur/corpus/span] is a byte range of a text, with a map back to the bytes of the file. Every line that is
// shown is such a range, so an answer can be checked against its source.
//
// # Articles
//
// [rapporteur/corpus/article] turns the bytes of a file into articles, with one file for each format.
// [rapporteur/corpus/sample] is the built-in corpus of sixteen invented articles.
//
// # Text
//
// [rapporteur/corpus/text] splits an article into sentences and words, finds quotation marks and marks boilerplate.
// [rapporteur/corpus/text/english] has the word lists that several packages share, [rapporteur/corpus/text/term]
// decides which words count as the same in a search, and [rapporteur/corpus/text/near] decides which sentences do.
//
// # People and dates
//
// [rapporteur/corpus/people] finds and matches names, roles and bodies. [rapporteur/corpus/when] finds dates in words
// and places them on the calendar. Reading and asking share both, so a name or "last Friday" means the same in each.
// [rapporteur/corpus/consolidate] says who is one person across all articles.
//
// # Who said what
//
// [rapporteur/corpus/attribution] finds statements: [rapporteur/corpus/attribution/tagger] marks source, cue and
// content, [rapporteur/corpus/attribution/linker] joins them, and [rapporteur/corpus/attribution/identity] says who
// the source is, or that it cannot be known. [rapporteur/corpus/attribution/train] trains the models on articles that
// [rapporteur/corpus/attribution/polnear] reads.
//
// # Store
//
// [rapporteur/corpus/store] keeps articles with the facts read from them in SQLite, behind walls between collections.
// [rapporteur/corpus/store/storetest] is the conformance suite of every store. [rapporteur/corpus/store/dbfile]
// opens, upgrades and checks SQLite files, also that of the ledger. [rapporteur/corpus] itself runs the reading, from
// files to the store. [rapporteur/corpus/testenv] gives tests evaluation data, repeat counts and seeds.
//
// # Answers
//
// [rapporteur/briefing] is the desk: it takes questions and returns cited answers, and knows nothing of Discord.
// [rapporteur/briefing/phrase] compares half-remembered words with printed ones, and [rapporteur/briefing/reprint]
// tells which articles print one agency's text. [rapporteur/briefing/story] groups sentences into stories and selects
// those of a digest; [rapporteur/briefing/story/train] fits its weights, measured with
// [rapporteur/briefing/story/gold].
//
// # Digests
//
// [rapporteur/briefing/schedule] computes when a digest is due. [rapporteur/briefing/digest] checks and keeps the
// settings of digests. [rapporteur/briefing/ledger] records which digests exist, what is due and what was delivered,
// so that each is delivered once; [rapporteur/briefing/ledger/ledgertest] is its conformance suite.
//
// # Discord
//
// [rapporteur/bot/kv] is a small key-value store for what must survive a restart, such as the questions behind
// buttons. [rapporteur/bot/discord] is the connection: REST, gateway, permissions, message types and limits. It alone
// imports discordgo, and it knows nothing of briefing. [rapporteur/bot/card] turns an answer into a message:
// markdown, escaping, layout and custom ids; [rapporteur/bot/card/cardtest] helps its tests and those above.
//
// # Commands and delivery
//
// [rapporteur/bot/command] has the table of slash commands, one file a command, with buttons and completion.
// [rapporteur/bot/courier] delivers digests, each once. [rapporteur/bot] wires these together and answers within
// Discord's three seconds.
//
// # Discord without Discord
//
// [rapporteur/bot/loopback] is a Discord on 127.0.0.1 for tests and the preview; [rapporteur/bot/loopback/openapi]
// checks requests against Discord's own description of its API. [rapporteur/bot/preview] is the prompt of the preview
// subcommand.
//
// # Settings
//
// [rapporteur/config] reads the operator's settings: defaults, then a TOML file, then the environment.
//
// # This command
//
// The files of this package from the bottom up: session.go (what every subcommand gets, exit codes), hints.go (what
// to do about an error), corpus_flags.go and answer.go (articles, questions and answers at the command line), show.go
// (answers for a terminal), backend.go (the bot on a data directory), checkup.go (doctor's checks), one file for each
// subcommand, and main.go (the command line).
//
// What the asking subcommands print with --json is fixed: scorers depend on it.
package main
