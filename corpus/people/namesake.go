package people

import "slices"

// namesakes finds the full names that may be one person's: their surnames share a Key and, where
// many do, their given names agree. It saves comparing each name with all.
type namesakes struct {
	names     [][]string // folded words, by number
	bySurname map[string][]int
	byGiven   map[namesake][]int // of frequent surnames
}

type namesake struct{ surname, given, second string }

// fewNames is how many names of one surname are looked at one by one.
const fewNames = 16

// second is one of these where a name has no second given name, or any.
const none, anyone = "-", "+"

func newNamesakes() *namesakes {
	return &namesakes{bySurname: map[string][]int{}, byGiven: map[namesake][]int{}}
}

// add files the next name.
func (n *namesakes) add(parts []string) {
	key := foldedKey(parts[len(parts)-1])
	n.names = append(n.names, parts)
	n.bySurname[key] = append(n.bySurname[key], len(n.names)-1)
	if list := n.bySurname[key]; len(list) > fewNames+1 {
		n.file(key, len(n.names)-1)
	} else if len(list) > fewNames {
		for _, number := range list {
			n.file(key, number)
		}
	}
}

// file puts a name where its given names are looked up.
func (n *namesakes) file(surname string, number int) {
	parts := n.names[number]
	seconds := []string{none, anyone}
	if len(parts) > 2 {
		seconds = append(filed(parts[1]), anyone)
	}
	for _, given := range filed(parts[0]) {
		for _, second := range seconds {
			key := namesake{surname, given, second}
			n.byGiven[key] = append(n.byGiven[key], number)
		}
	}
}

// of is the numbers of the names filed that may agree with a name, in ascending order: all that do are among them.
func (n *namesakes) of(parts []string) []int {
	surname := foldedKey(parts[len(parts)-1])
	if list := n.bySurname[surname]; len(list) <= fewNames {
		return list
	}
	seconds := []string{anyone}
	if len(parts) > 2 {
		seconds = append(sought(parts[1]), none)
	}
	var out []int
	for _, given := range sought(parts[0]) {
		for _, second := range seconds {
			out = append(out, n.byGiven[namesake{surname, given, second}]...)
		}
	}
	slices.Sort(out)
	return out
}

// filed is the forms under which a given name is stored, and sought those under which every name
// that agrees with it by sameGivenName is found: an initial agrees with all names of its letter.
func filed(given string) []string {
	initial := given[:1]
	if len(given) == 1 {
		return []string{initial + "*", initial + "."}
	}
	return []string{initial + "*", givenClass(given)}
}

func sought(given string) []string {
	initial := given[:1]
	if len(given) == 1 {
		return []string{initial + "*"}
	}
	return []string{givenClass(given), initial + "."}
}
