package courier

import (
	"time"

	"rapporteur/briefing/ledger"
)

// maxDeliveries bounds the channels that are written to at once; Discord's global limit
// would not let many more through. It is even: a guild alone may use half of them.
const maxDeliveries = 32

// A pool holds the deliveries that are running. There is one per channel, so that digests
// arrive there one after the other. A guild gets at most as many as are left for the others,
// so that its slow channels do not delay other guilds.
type pool struct {
	busy    map[string]string // guilds, by channel
	done    chan result
	waiting []ledger.Occurrence // in the ledger's order
	next    time.Time           // when another occurrence will wait
}

// A result is the end of a delivery.
type result struct {
	channel string
	err     error // of the ledger
}

// isBusy reports whether a delivery to the occurrence's channel is running.
func (p *pool) isBusy(o ledger.Occurrence) bool {
	_, busy := p.busy[o.Channel]
	return busy
}

// isLow reports whether so little waits that the ledger should be read again. Reading it
// after every delivery would be most of the work when many are due.
func (p *pool) isLow() bool { return len(p.waiting) < maxDeliveries/2 }

func (p *pool) hasRoom(o ledger.Occurrence) bool {
	running := 0
	for _, guild := range p.busy {
		if guild == o.Guild {
			running++
		}
	}
	return running < maxDeliveries-len(p.busy) && !p.isBusy(o)
}

// start runs a delivery in a goroutine. Its result must be passed to finish.
func (p *pool) start(o ledger.Occurrence, deliver func() error) {
	p.busy[o.Channel] = o.Guild
	go func() { p.done <- result{o.Channel, deliver()} }()
}

func (p *pool) finish(r result) { delete(p.busy, r.channel) }

// drain waits for all deliveries.
func (p *pool) drain() {
	for len(p.busy) > 0 {
		p.finish(<-p.done)
	}
}
