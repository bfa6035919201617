package people

import "slices"

// namesakes is full names, each a number, by what other full names must share with them
// to be one person's: the surname's Key, a given name, and a second one where both have it.
// Looking names up in it spares comparing each with all.
type namesakes map[namesake][]int

type namesake struct{ surname, given, second string }

// second is one of these where a name has no second given name, or any.
const (
	none   = "-"
	anyone = "+"
)

// add files a name of the folded words parts; numbers must ascend.
func (n namesakes) add(parts []string, number int) {
	seconds := []string{none, anyone}
	if len(parts) > 2 {
		seconds = append(filed(parts[1]), anyone)
	}
	surname := foldedKey(parts[len(parts)-1])
	for _, given := range filed(parts[0]) {
		for _, second := range seconds {
			key := namesake{surname, given, second}
			n[key] = append(n[key], number)
		}
	}
}

// of is the names filed that agree with the name of the folded words parts, in ascending
// order.
func (n namesakes) of(parts []string) []int {
	seconds := []string{anyone}
	if len(parts) > 2 {
		seconds = append(sought(parts[1]), none)
	}
	var out []int
	surname := foldedKey(parts[len(parts)-1])
	for _, given := range sought(parts[0]) {
		for _, second := range seconds {
			out = append(out, n[namesake{surname, given, second}]...)
		}
	}
	slices.Sort(out)
	return out
}

// filed is the forms under which a given name is found, and sought those under which all
// are that agree with it by sameGivenName: an initial agrees with all of its letter.
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
