package loopback

import (
	"encoding/json"
	"slices"
)

// A session is what survives a lost connection: it is resumed with its ID and the number of the last event received.
type session struct {
	id      string
	conn    *conn // nil while the bot is away
	shard   int
	shards  int
	intents int
	events  []packet // numbers dropped+1 and following
	dropped int
}

// keptEvents is how many events of a session can be sent again; a bot further behind must identify anew.
const keptEvents = 10_000

// last is the number of the newest event.
func (s *session) last() int { return s.dropped + len(s.events) }

// dispatch sends an event, or keeps it until the session is resumed.
func (s *session) dispatch(kind string, data any) {
	seq := s.last() + 1
	// Marshalled now: data may point to what changes before a resume.
	p := packet{Op: opDispatch, Data: json.RawMessage(mustJSON(data)), Seq: &seq, Type: kind}
	s.events = append(s.events, p)
	if len(s.events) > 2*keptEvents {
		s.events = slices.Clone(s.events[keptEvents:])
		s.dropped += keptEvents
	}
	if s.conn != nil {
		s.conn.send(p)
	}
}

// has reports whether a guild belongs to the session's shard; direct messages belong to shard 0.
func (s *session) has(guild string) bool { return int(number(guild)>>22%uint64(s.shards)) == s.shard }
