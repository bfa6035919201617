package loopback

import (
	"strconv"
	"time"
)

// discordEpoch is the first millisecond of 2015, from which snowflakes count.
const discordEpoch = 1420070400000

// worker is in every ID made here, as Discord's workers put their number in: an
// ID is never that of a bare moment.
const worker = 1 << 17

// Snowflake is smaller than every ID made at t or later: compare it with IDs, or
// pass it as "after" when listing messages.
func Snowflake(t time.Time) string { return strconv.FormatUint(snowflake(t), 10) }

func snowflake(t time.Time) uint64 {
	ms := t.UnixMilli() - discordEpoch
	if ms < 0 {
		ms = 0
	}
	return uint64(ms) << 22
}

// An idMaker makes IDs that only grow, also when the clock stands or jumps back.
type idMaker struct {
	now  func() time.Time
	last uint64
}

func (m *idMaker) next() string {
	m.last = max(m.last+1, snowflake(m.now())|worker)
	return strconv.FormatUint(m.last, 10)
}

// number reads an ID for ordering; what is no number counts as 0.
func number(id string) uint64 {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return 0
	}
	return n
}
