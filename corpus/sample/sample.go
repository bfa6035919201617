// Package sample is a small corpus to try the program with, built into it: sixteen articles of the first half of
// March 2026 about a river, a ferry strike and a bank, in every file format that the program reads. Its country,
// people, newspapers and events are invented.
//
// The articles have the faults that real ones have: wording that varies between newspapers, stripped quotation
// marks, lines out of order, misspelt names, unnamed sources, a denial, figures that differ, an article without a
// date, appeals for money.
package sample

import (
	"embed"
	"io/fs"
)

//go:embed articles
var files embed.FS

// FS is the articles, in the root of the file system.
func FS() fs.FS {
	sub, err := fs.Sub(files, "articles")
	if err != nil {
		panic(err) // the name above is not a valid path
	}
	return sub
}
