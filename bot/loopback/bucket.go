package loopback

import (
	"net/http"
	"strconv"
	"time"
)

// Five messages in five seconds to a channel is what bot authors measure; Discord
// publishes no figure and may change it, so the headers are what counts.
const (
	bucketSize   = 5
	bucketPeriod = 5 * time.Second
)

type bucket struct {
	left  int
	until time.Time
}

// limit counts a request against its bucket and tells the rest in headers. The
// caller holds s.mu.
func (s *Server) limit(c *call) error {
	if !s.opts.Buckets || c.Method != http.MethodPost || c.Route != "/channels/{channel_id}/messages" {
		return nil
	}
	now := s.opts.Now()
	b := s.rest.buckets[c.Path]
	if b == nil || !now.Before(b.until) {
		b = &bucket{left: bucketSize, until: now.Add(bucketPeriod)}
		s.rest.buckets[c.Path] = b
	}
	wait := b.until.Sub(now)
	c.headers["X-RateLimit-Limit"] = strconv.Itoa(bucketSize)
	c.headers["X-RateLimit-Reset"] = strconv.FormatFloat(float64(b.until.UnixMilli())/1000, 'f', 3, 64)
	c.headers["X-RateLimit-Reset-After"] = strconv.FormatFloat(wait.Seconds(), 'f', 3, 64)
	c.headers["X-RateLimit-Bucket"] = "loopback-messages"
	if b.left == 0 {
		c.headers["X-RateLimit-Remaining"] = "0"
		return rateLimited(ScopeUser, wait)
	}
	b.left--
	c.headers["X-RateLimit-Remaining"] = strconv.Itoa(b.left)
	return nil
}
