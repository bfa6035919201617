package loopback

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"time"
)

// discordEpoch is the first millisecond of 2015, from which snowflakes count.
const discordEpoch = 1420070400000

// worker is a worker number, as Discord puts one into every ID, so that no ID equals the bare time it was made at.
const worker = 1 << 17

// snowflake is smaller than every ID made at t or later.
func snowflake(t time.Time) uint64 { return uint64(max(0, t.UnixMilli()-discordEpoch)) << 22 }

// An idMaker makes IDs that only grow, even when the clock stops or goes back.
type idMaker struct {
	now  func() time.Time
	last uint64
}

func (m *idMaker) next() string {
	m.last = max(m.last+1, snowflake(m.now())|worker)
	return strconv.FormatUint(m.last, 10)
}

// number is an ID as a number, for ordering; 0 when it is not a number.
func number(id string) uint64 {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// byID lists the values that keep accepts, in the order of their IDs.
func byID[T any](all map[string]*T, keep func(*T) bool) []*T {
	list := []*T{}
	ids := slices.SortedFunc(maps.Keys(all), func(a, b string) int {
		return cmp.Or(cmp.Compare(number(a), number(b)), cmp.Compare(a, b))
	})
	for _, id := range ids {
		if keep(all[id]) {
			list = append(list, all[id])
		}
	}
	return list
}
