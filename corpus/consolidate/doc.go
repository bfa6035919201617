// Package consolidate says who is who across the articles of a corpus: pure functions, facts in, people out.
package consolidate
