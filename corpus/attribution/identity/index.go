package identity

import "rapporteur/corpus/people"

// index finds the cast by what descriptions say, so that a description costs no more in an article of a thousand names.
func (t *threads) index() {
	t.byOffice, t.byWord = map[string][]int{}, map[string][]int{}
	for i, e := range t.cast {
		switch {
		case e.kind == people.Body:
			put(t.byWord, i, e.words...)
		case e.kind == people.Human:
			for _, o := range e.roles {
				put(t.byOffice, i, officeNoun(o.head))
			}
		}
	}
}

// put files an entity under words, each once; entities come in ascending order.
func put(index map[string][]int, entity int, words ...string) {
	for _, w := range words {
		if list := index[w]; len(list) == 0 || list[len(list)-1] != entity {
			index[w] = append(list, entity)
		}
	}
}

// mostHolders is how many people of an article may hold an office, or bodies have a noun in their
// names, before the bare word means none of them: such an article is a list.
const mostHolders = 64

// printedWith is the people printed with an office of the noun wanted; none where they are more than mostHolders.
func (t *threads) printedWith(want office) []int {
	holders := t.byOffice[officeNoun(want.head)]
	if len(holders) > mostHolders {
		return nil
	}
	return holders
}
