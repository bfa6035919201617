package identity

import "rapporteur/corpus/people"

// index finds the cast by the offices that descriptions name, so that a description costs no more in an article of a
// thousand names.
func (t *threads) index() {
	t.byOffice = map[string][]int{}
	for i, e := range t.cast {
		if e.kind != people.Human {
			continue
		}
		for _, o := range e.roles {
			noun := officeNoun(o.head)
			if list := t.byOffice[noun]; len(list) == 0 || list[len(list)-1] != i { // each once
				t.byOffice[noun] = append(list, i)
			}
		}
	}
}

// mostHolders is how many people of an article may hold an office before the bare word means none of them: such an
// article is a list.
const mostHolders = 64

// printedWith is the people printed with an office of the noun wanted; none where they are more than mostHolders.
func (t *threads) printedWith(want office) []int {
	holders := t.byOffice[officeNoun(want.head)]
	if len(holders) > mostHolders {
		return nil
	}
	return holders
}
