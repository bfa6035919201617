// Package attribution finds who said what: it turns the sentences of an article into statements (source, cue, content).
// Who the source is, with the evidence, or that it cannot be known, is the work of its subpackage identity.
//
// An Extractor reads a paragraph at a time (a line, where lines are in any order): tagger marks the words of sources,
// cues and contents, linker says which belong together, and this package makes statements of them, with their quotation
// marks, form and denial; captions ("QUILL: …", "“…” — Mara Quill") it reads by their shape, and the rest of a
// quotation that runs over paragraphs it gives to the statement that began it. MODEL.md is the model's card.
//
// # Measures
//
// On PolNeAR's dev set, whole articles as the program reads them. The middle
// column is two human annotators against each other, on 18 articles.
//
//	F1, per cent        here   humans
//	source              78.4     80.6
//	cue                 72.7     71.0
//	content             62.3     67.1
//	attribution         69.2     71.8
//	direct              87.2     89.1
//	direct speaker      95.4     96.1   (of the direct contents found, per cent)
//
// In copies without quotation marks and apostrophes the attribution figure is
// 64.1. The figures are those of testdata/score.txt, which
//
//	go test ./corpus/attribution -run TestScore
//
// holds the program to (-update rewrites it; -extracted FILE writes what was found
// as `rapporteur extract --json` does, for other measures).
//
// Exact parts in CofeNet's tokenised paragraphs, beside what Wang et al. (CofeNet,
// COLING 2022) publish for their test set (testdata/cofenet.txt; -run TestCofeNet):
//
//	F1, per cent    source    cue   content
//	here, on dev      77.2   72.9      65.4
//	rules             10.7   22.8       5.6
//	CoreNLP           13.9      -      17.5
//	CRF               50.6   53.4      28.6
//	BiLSTM-CRF        69.6   66.7      59.0
//	BERT-CRF          82.2   74.9      71.0
//
// Speed: go test ./corpus/attribution -run none -bench Statements -cpu 1 gave 2,400 sentences a second on one core
// of a busy 2023 server, from text to statements. Vectors, model and cache of words take under 50 MB.
//
// Of 200 statements with a certain name, drawn by seed from 400 articles of unread news and read against them
// (testdata/audit.jsonl: file, bytes and verdict), 180 are wholly right. Nine are no statements ("reads this story",
// "rejected a measure"), six have a bad span, most of them glued headlines, and five another speaker: two of a label
// that is a given name to one and a surname to another ("John:"), a cable "obtained by" its teller, a source read as a
// town, and a sentence that is broken in the article.
//
// # Errors
//
// Counts by kind are in testdata/score.txt. Most are attributions missed or found where the annotators saw none; of
// human annotators, too, one in four differs. Examples of each kind, made up in the manner of those in dev:
//
//   - missed, a noun as cue: "Okoro's claim that the wells were full".
//   - missed, a gesture as cue: "The crowd serenaded Quill with “Home at Last”."
//   - found where none is: "The tunnel is meant to spare the old town."
//   - ends late, at a coordination: "Quill said the bridge was safe, but went by
//     boat herself" (all after "said" is taken).
//   - ends early, at an insertion: "She asked that the wells -- all forty of them --
//     be closed" (cut at the first dash).
//   - begins early: "In hindsight, Okoro thought, it was a mistake" (the phrase
//     before is taken with the content).
//   - begins late: "He called the harbour at low tide a disgrace" (only "a
//     disgrace" is taken).
//   - source cut short: "Farrow, who kept the shop for thirty years, said" (only
//     the name is taken).
//   - source missed: "Okoro walked out, saying the session was a circus".
//   - one attribution within another: "Quill said that Farrow denied it" (one of
//     the two, never both).
package attribution
