package discord

import (
	"cmp"
	"time"
)

// A Pace is how patient the bot is with the gateway. Each zero field has a default that
// suits Discord; tests use shorter ones.
type Pace struct {
	Open           time.Duration // from dialling to READY; 0 means 30 s
	Hello          time.Duration // until the gateway's first bytes; 0 means 15 s
	MissedBeats    float64       // heartbeats without acknowledgement before the connection counts as dead; 0 means 2.5
	BackOff        time.Duration // first wait between connections, doubled each time; 0 means 1 s
	MaxWait        time.Duration // longest wait between connections; 0 means 10 min
	MaxOfflineWait time.Duration // the same while Discord is out of reach, which costs no Identify; 0 means 1 min
	Stable         time.Duration // a connection that lived this long resets the back-off; 0 means 5 min
	Spacing        time.Duration // between two Identifies; 0 means 5 s, as Discord asks
	Identify       int           // Identifies in 24 h; 0 means 200 of the 1,000 after which Discord resets the token
}

// WithDefaults returns the pace with every zero field set to its default.
func (p Pace) WithDefaults() Pace {
	return Pace{
		Open:           cmp.Or(p.Open, 30*time.Second),
		Hello:          cmp.Or(p.Hello, 15*time.Second),
		MissedBeats:    cmp.Or(p.MissedBeats, 2.5),
		BackOff:        cmp.Or(p.BackOff, time.Second),
		MaxWait:        cmp.Or(p.MaxWait, 10*time.Minute),
		MaxOfflineWait: cmp.Or(p.MaxOfflineWait, time.Minute),
		Stable:         cmp.Or(p.Stable, 5*time.Minute),
		Spacing:        cmp.Or(p.Spacing, 5*time.Second),
		Identify:       cmp.Or(p.Identify, 200),
	}
}
