package command

import "rapporteur/briefing"

// The program's desk implements the interface.
var _ Desk = (*briefing.Desk)(nil)
