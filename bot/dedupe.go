package bot

import "sync"

// dedupeEntries is how many interactions are remembered: more than can be in flight.
const dedupeEntries = 4096

// A deduper remembers recent interactions, since a gateway may send one twice.
type deduper struct {
	mu   sync.Mutex
	ids  map[string]bool
	ring [dedupeEntries]string
	next int
}

func newDeduper() *deduper { return &deduper{ids: map[string]bool{}} }

// seenBefore reports whether the interaction was seen before, and remembers it.
func (d *deduper) seenBefore(id string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.ids[id] {
		return true
	}
	delete(d.ids, d.ring[d.next])
	d.ring[d.next], d.ids[id] = id, true
	d.next = (d.next + 1) % dedupeEntries
	return false
}
