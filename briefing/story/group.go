package story

import "rapporteur/corpus/text/near"

// tellers finds the sentences that tell the same as sentence i, itself first, the
// nearest after it. Likeness only proposes: near.Text decides word by word, so that
// two figures for one thing, or a claim and its denial, stay two stories.
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

// near is sentence i as the package near reads it, read once.
func (c *composer) near(i int) near.Text {
	if _, ok := c.texts[i]; !ok {
		c.texts[i] = near.Read(c.reading.told[i].text)
	}
	return c.texts[i]
}
