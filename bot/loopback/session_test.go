package loopback

import "testing"

// TestSessionKeepsTheLatestEvents bounds what a session remembers, and keeps the
// numbers of what it does remember.
func TestSessionKeepsTheLatestEvents(t *testing.T) {
	t.Parallel()
	var s session
	const n = 5 * keptEvents
	for range n {
		s.dispatch("TYPING_START", map[string]any{})
	}
	if len(s.events) > 2*keptEvents || s.last() != n {
		t.Errorf("%d events kept, the last is %d, want %d", len(s.events), s.last(), n)
	}
	for i, e := range s.events {
		if *e.Seq != s.dropped+i+1 {
			t.Fatalf("event %d has number %d, want %d", i, *e.Seq, s.dropped+i+1)
		}
	}
}
