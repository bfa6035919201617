package command

import "rapporteur/briefing"

// The desk that answers in earnest is a Desk.
var _ Desk = (*briefing.Desk)(nil)
