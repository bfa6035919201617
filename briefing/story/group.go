package story

import "rapporteur/corpus/text/near"

// tellers finds the sentences that say the same as sentence i, itself first, then the nearest.
// Likeness only proposes; near.Text decides word by word, so that two figures for one thing, or a
// claim and its denial, stay two stories.
func (c *composer) tellers(i int) []int {
	out := []int{i}
	own := c.near(i)
	for _, j := range c.likeness(i).near {
		if own.Same(c.near(j)) {
			out = append(out, j)
		}
	}
	return out
}

// near is sentence i as package near reads it, cached.
func (c *composer) near(i int) near.Text {
	if _, ok := c.texts[i]; !ok {
		c.texts[i] = near.Read(c.reading.told[i].text)
	}
	return c.texts[i]
}
