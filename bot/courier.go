package bot

import (
	"rapporteur/bot/courier"
)

// NewCourier makes the courier that posts the bot's digests. Ledger and Editor are
// required; the bot fills in what it shares with the courier.
func (b *Bot) NewCourier(o courier.Options) *courier.Courier {
	o.Discord, o.Refusals, o.Signer, o.Log, o.Now = b.rest, &b.refusals, b.loadSigner, b.log, b.now
	return courier.New(o)
}
