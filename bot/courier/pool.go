package courier

import (
	"slices"
	"time"

	"rapporteur/briefing/ledger"
)

// atATime bounds the channels that are written to at once; Discord's global limit would
// not let many more through. It is even: a guild alone has half of them.
const maxDeliveries = 32

// A pool is what a courier has in hand: one run for a channel, so that digests arrive
// there one after the other, and of one guild no more than are left for the others, so
// that none waits for the slow channels of another.
type pool struct {
	inHand  map[string]string // guilds, by channel
	guilds  map[string]int    // runs in hand, by guild
	ended   chan ending
	waiting []ledger.Occurrence // as the ledger last had them, in their order
	next    time.Time           // when another will wait
}

// An ending is a run that went as far as it would.
type ending struct {
	channel string
	err     error // of the ledger
}

func newPool() *pool {
	return &pool{inHand: map[string]string{}, guilds: map[string]int{}, ended: make(chan ending, maxDeliveries)}
}

// see notes what the ledger has, but for what is in hand.
func (p *pool) see(open []ledger.Occurrence, next time.Time) {
	p.waiting, p.next = slices.DeleteFunc(open, p.holds), next
}

// holds reports whether something for the run's channel is in hand.
func (p *pool) holds(r ledger.Occurrence) bool {
	_, busy := p.inHand[r.Channel]
	return busy
}

// low reports whether so little is waiting that the ledger may know better. A look at it
// for each run that ends would be most of the work when many are due.
func (p *pool) low() bool { return len(p.waiting) < maxDeliveries/2 }

// room reports whether a run may be taken up now.
func (p *pool) room(r ledger.Occurrence) bool {
	return p.guilds[r.Guild] < maxDeliveries-len(p.inHand) && !p.holds(r)
}

// takeUp begins a run.
func (p *pool) takeUp(r ledger.Occurrence, do func() error) {
	p.inHand[r.Channel] = r.Guild
	p.guilds[r.Guild]++
	go func() { p.ended <- ending{r.Channel, do()} }()
}

// putDown ends a run.
func (p *pool) putDown(e ending) {
	guild := p.inHand[e.channel]
	delete(p.inHand, e.channel)
	if p.guilds[guild]--; p.guilds[guild] == 0 {
		delete(p.guilds, guild)
	}
}

// drain waits for all that is in hand.
func (p *pool) drain() {
	for len(p.inHand) > 0 {
		p.putDown(<-p.ended)
	}
}
