package loopback

import (
	"strconv"
	"time"
)

// Five messages in five seconds to a channel is what bot authors measure. Discord
// publishes no figure and may change it, so a bot must go by the headers.
const (
	bucketSize   = 5
	bucketPeriod = 5 * time.Second
)

// A bucket counts the messages a channel still takes in one period.
type bucket struct {
	left  int
	until time.Time
}

// take counts one message and writes the bucket's headers; err is a 429 when none is left.
func (b *bucket) take(now time.Time, headers map[string]string) error {
	if !now.Before(b.until) {
		*b = bucket{left: bucketSize, until: now.Add(bucketPeriod)}
	}
	wait := b.until.Sub(now)
	headers["X-RateLimit-Limit"] = strconv.Itoa(bucketSize)
	headers["X-RateLimit-Reset"] = decimalSeconds(time.Duration(b.until.UnixMilli()) * time.Millisecond)
	headers["X-RateLimit-Reset-After"] = decimalSeconds(wait)
	headers["X-RateLimit-Bucket"] = "loopback-messages"
	if b.left == 0 {
		headers["X-RateLimit-Remaining"] = "0"
		return rateLimited(ScopeUser, wait)
	}
	b.left--
	headers["X-RateLimit-Remaining"] = strconv.Itoa(b.left)
	return nil
}
