package bot

// NewCourier makes the courier that posts the bot's digests. Ledger and Editor are
// required; the bot fills in what it shares with the courier.
func (b *Bot) NewCourier(o CourierOptions) *Courier {
	o.Discord, o.Refusals, o.Signer, o.Log, o.Now = b.rest, &b.costly, b.sealing, b.log, b.now
	return NewCourier(o)
}
