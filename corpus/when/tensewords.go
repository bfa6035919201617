package when

// putsOff reports whether s is a verb that moves a date.
func putsOff(s string) bool {
	switch s {
	case "postponed", "delayed", "moved", "rescheduled", "extended", "pushed", "adjourned", "deferred", "back", "forward":
		return true
	}
	return false
}

// asks reports whether s is a verb that wants something done.
func asks(s string) bool {
	switch s {
	case "asked", "ordered", "demanded", "urged", "required", "instructed", "requested", "needed", "wanted", "challenged", "invited":
		return true
	}
	return false
}

// leansOnTo reports whether s with "to" tells of what is to come.
func leansOnTo(s string) bool {
	switch s {
	case "going", "likely", "unlikely", "yet", "ready", "about", "sure", "bound", "certain":
		return true
	}
	return false
}

// outcome reports whether s is a noun that news uses of what has happened.
func outcome(s string) bool {
	switch s {
	case "ruling", "decision", "announcement", "results", "defeat", "victory", "win", "close", "statement", "arrest", "arrests",
		"incident", "storm", "fire":
		return true
	}
	return false
}

// mishap reports whether s is a disaster or a crime.
func mishap(s string) bool {
	switch s {
	case "attack", "attacks", "bombing", "bombings", "shooting", "shootings", "blast", "blasts", "explosion", "explosions", "killing",
		"killings", "slaying", "slayings", "murder", "murders", "crash", "earthquake", "quake", "accident", "disaster", "spill",
		"massacre", "derailment", "collapse", "coup", "raid", "raids", "riot", "riots", "flood", "floods", "tsunami", "blowout":
		return true
	}
	return false
}

// infinitive reports whether s is a verb that news uses of things to come: "Smith
// to meet Jones Friday".
func infinitive(s string) bool {
	switch s {
	case "meet", "visit", "travel", "hold", "speak", "begin", "resume", "announce", "testify", "vote", "open", "close",
		"appear", "arrive", "leave", "launch", "start", "return", "host", "sign", "release", "face", "attend", "address", "join":
		return true
	}
	return false
}
