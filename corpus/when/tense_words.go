package when

import "rapporteur/corpus/text/english"

// Words that help to tell the tense.
var (
	putsOff = english.Set("postponed delayed moved rescheduled extended pushed adjourned deferred back forward") // the date
	perfect = english.Set("had")
	asks    = english.Set("asked ordered demanded urged required instructed requested needed wanted challenged invited")
	// leansOnTo has what tells of the future before "to".
	leansOnTo = english.Set("going likely unlikely yet ready about sure bound certain")
	// outcomes are nouns that news uses of what has happened.
	outcomes = english.Set("ruling decision announcement results defeat victory win close statement arrest arrests incident storm fire")
	mishaps  = english.Set("attack attacks bombing bombings shooting shootings blast blasts explosion explosions killing killings slaying " +
		"slayings murder murders crash earthquake quake accident disaster spill massacre derailment collapse coup raid raids riot " +
		"riots flood floods tsunami blowout")
	// infinitives are verbs that headlines use of the future: "Smith to meet Jones Friday".
	infinitives = english.Set("meet visit travel hold speak begin resume announce testify vote open close appear arrive leave launch start " +
		"return host sign release face attend address join")
)
