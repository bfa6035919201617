//go:build race

package identity

// raced is whether the race detector is on, under which sync.Pool forgets at random.
const raced = true
