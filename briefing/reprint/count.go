package reprint

import (
	"cmp"
	"fmt"
	"slices"

	"rapporteur/corpus/article"
)

// A Count is who reports something: how many publishers, and how many of them by texts of their own.
type Count struct{ Publishers, Texts int }

// Say is the count in words: "3 publishers, one agency text". The function count writes a number with its noun.
func (c Count) Say(count func(n int, noun string) string) string {
	publishers := count(c.Publishers, "publisher")
	switch {
	case c.Texts >= c.Publishers:
		return publishers
	case c.Texts == 1:
		return publishers + ", one agency text"
	}
	return fmt.Sprintf("%s, %s", publishers, count(c.Texts, "independent text"))
}

// Publisher is who publishes an article; one without a publisher counts by its title.
func Publisher(a *article.Article) string { return cmp.Or(a.Publisher, "title:"+a.Title) }

// Counts counts who reports each of several things, by the articles that do. Only articles of things that have several
// publishers are compared.
func Counts(things [][]*article.Article) []Count {
	var compared []*article.Article
	at := map[article.ID]int{}
	for _, articles := range things {
		if Tally(articles, func(i int) int { return i }).Publishers < 2 {
			continue
		}
		for _, a := range articles {
			if _, ok := at[a.ID]; !ok {
				at[a.ID] = len(compared)
				compared = append(compared, a)
			}
		}
	}
	texts, out := Texts(compared), make([]Count, len(things))
	for i, articles := range things {
		out[i] = Tally(articles, func(j int) int {
			if n, ok := at[articles[j].ID]; ok {
				return texts[n]
			}
			return -1
		})
	}
	return out
}

// Tally counts who reports something, by the articles that do and the number of each one's text. A publisher counts
// once, whatever it prints: as many are independent as there are pairs of a publisher and a text of which no two share
// either. Texts with the fewest publishers are paired first, so that a paper with a report of its own counts by that.
func Tally(articles []*article.Article, text func(i int) int) Count {
	printedBy, all := map[int][]string{}, map[string]bool{}
	var texts []int
	for i, a := range articles {
		n, p := text(i), Publisher(a)
		if printedBy[n] == nil {
			texts = append(texts, n)
		}
		if all[p] = true; !slices.Contains(printedBy[n], p) {
			printedBy[n] = append(printedBy[n], p)
		}
	}
	slices.SortStableFunc(texts, func(a, b int) int { return cmp.Compare(len(printedBy[a]), len(printedBy[b])) })
	c, counted := Count{Publishers: len(all)}, map[string]bool{}
	for _, n := range texts {
		if i := slices.IndexFunc(printedBy[n], func(p string) bool { return !counted[p] }); i >= 0 {
			counted[printedBy[n][i]] = true
			c.Texts++
		}
	}
	return c
}
