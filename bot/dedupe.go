package bot

import "sync"

// seenEntries is how many interactions are remembered: more than can be in flight.
const seenEntries = 4096

// A seen remembers the interactions already taken, since a gateway may tell one twice.
type deduper struct {
	mu   sync.Mutex
	ids  map[string]bool
	ring [seenEntries]string
	next int
}

func newDeduper() *deduper { return &deduper{ids: map[string]bool{}} }

// before reports whether the interaction was taken before, and remembers it.
func (s *deduper) before(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ids[id] {
		return true
	}
	delete(s.ids, s.ring[s.next])
	s.ring[s.next], s.ids[id] = id, true
	s.next = (s.next + 1) % seenEntries
	return false
}
