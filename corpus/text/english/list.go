package english

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

//go:embed lists/*.txt
var files embed.FS

// A List is one list of words, named after its file in lists/. A file has an entry a
// line; "#" begins a remark, and "+name" takes in another list. The files are part of
// the program: a list without a file is a mistake of the program, and panics.
type List string

// Has reports whether the list, or one that it takes in, holds a word. All lists are in
// small letters but those of abbreviations.
func (l List) Has(word string) bool { return sets()[l][word] }

// Entries is the entries of the list itself, in the order of its file.
func (l List) Entries() []string {
	return slices.DeleteFunc(l.lines(), func(line string) bool { return line[0] == '+' })
}

func (l List) lines() []string {
	switch l { // calendar.go has these
	case "weekdays":
		return strings.Fields(Weekdays)
	case "months":
		return strings.Fields(Months)
	}
	return Lines(files, "lists/"+string(l)+".txt")
}

// Lines is the lines of a word list, trimmed, without blank ones and remarks. Word lists
// are part of the program, so a missing one panics.
func Lines(lists embed.FS, name string) []string {
	text, err := lists.ReadFile(name)
	if err != nil {
		panic(err)
	}
	var out []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// Table reads lists whose entries are a base and its forms: each form to the base. The base itself is no form.
func (l List) Table() map[string]string {
	out := map[string]string{}
	for _, entry := range l.Entries() {
		words := strings.Fields(entry)
		for _, form := range words[1:] {
			out[form] = words[0]
		}
	}
	return out
}

// Groups reads lists whose entries are a word and what belongs to it: each first word to the others.
func (l List) Groups() map[string][]string {
	out := map[string][]string{}
	for _, entry := range l.Entries() {
		words := strings.Fields(entry)
		out[words[0]] = words[1:]
	}
	return out
}

// Set is the words of a string, for the few that only one rule asks for.
func Set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// sets is the lists to ask whether they hold a word, all read at the first question.
var sets = sync.OnceValue(func() map[List]map[string]bool {
	found, err := files.ReadDir("lists")
	if err != nil {
		panic(err)
	}
	out := map[List]map[string]bool{}
	for _, f := range found {
		l := List(strings.TrimSuffix(f.Name(), ".txt"))
		out[l] = map[string]bool{}
		l.into(out[l])
	}
	return out
})

// into adds the entries of a list, and of those that it takes in, to a set.
func (l List) into(set map[string]bool) {
	for _, line := range l.lines() {
		if other, ok := strings.CutPrefix(line, "+"); ok {
			List(other).into(set)
		} else {
			set[line] = true
		}
	}
}
