package main

import "fmt"

// doctor checks what serve needs and says how to fix what it finds. It changes neither database.
type doctor struct {
	Data string `type:"path" placeholder:"DIR" help:"The data directory; default: the data setting."`
}

func (c *doctor) Run(s session) error {
	all := &checkup{session: s, dir: s.dataDir(c.Data)}
	all.check("data directory", all.checkDirectory)
	all.check("articles", all.checkArticles)
	all.check("digests", all.checkLedger)
	all.check("time zone", all.checkZone)
	all.checkDiscord()
	if all.failed > 0 {
		return fmt.Errorf("problems found: %d of %d checks failed", all.failed, all.checked)
	}
	return nil
}
