package term

import "strings"

// irregular has the base of forms that the stemmer does not reach: members ask when
// somebody met whom newspapers announced would meet. Forms that are commoner as
// another word ("bound", "wound", "ground", "fed", "lives", "better") are left out.
var irregular = bases(`
	analyse analyses analysis; arise arisen arose; awake awoke awoken; bacterium bacteria; beat beaten;
	become became; befall befallen befell; begin began begun; bend bent; big bigger biggest; bite bitten;
	bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built; burn burnt;
	bus buses busses; buy bought; calf calves; catch caught; child children; choose chose chosen; cling clung;
	come came; creep crept; crisis crises; criterion criteria; cry cried cries crying; deadly deadlier deadliest;
	deal dealt; diagnose diagnosis; dig dug; draw drawn drew; dream dreamt; drink drank; drive driven drove;
	dry dried dries drying; dwell dwelt; eat ate eaten; fall fallen fell; fast faster fastest; feel felt;
	fight fought; find found; flee fled; fling flung; fly flew flies flown flying; foot feet;
	forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen;
	fry fried fries frying; gas gases; get got gotten; give gave given; go gone went; goose geese;
	grow grew grown; half halves; hang hung; hear heard; heavy heavier heaviest; hide hid hidden;
	high higher highest; hold held; hoof hooves; hypothesis hypotheses; judgment judgement judgements; keep kept;
	kneel knelt; knife knives; know knew known; large larger largest; lay laid; lead led; lean leant; leap leapt;
	learn learnt; leave left; lend lent; light lit; loaf loaves; long longer longest; lose lost; make made;
	man men; mean meant; meet met; memorandum memoranda; mistake mistaken mistook; mouse mice; oasis oases;
	old older oldest; overthrow overthrew overthrown; ox oxen; pay paid; phenomenon phenomena;
	poor poorer poorest; practice practise practised practising; program programme programmes; prove proven;
	quit quitting; referendum referenda; rich richer richest; ride ridden rode; rise risen rose; run ran;
	scarf scarves; see saw seen; seek sought; sell sold; send sent; shake shaken shook; shelf shelves;
	shine shone; shoot shot; short shorter shortest; show shown; shrink shrank shrunk; sing sang sung;
	sink sank sunk sunken; sit sat; slay slain slew; sleep slept; slide slid; sling slung;
	small smaller smallest; speak spoke spoken; spend spent; spill spilt; spoil spoilt; spring sprang sprung;
	spy spied spies spying; stand stood; steal stole stolen; stick stuck; sting stung; strew strewn;
	strike stricken struck; strive striven strove; strong stronger strongest; swear swore sworn; sweep swept;
	swell swollen; swim swam swum; swing swung; take taken took; teach taught; tear tore torn; tell told;
	thesis theses; thief thieves; think thought; throw threw thrown; tooth teeth; tread trod trodden;
	try tried tries trying; undergo undergone underwent; understand understood; undertake undertaken undertook;
	undo undid undone; uphold upheld; wake woke woken; weak weaker weakest; wear wore worn; weave wove woven;
	weep wept; wife wives; win won; withdraw withdrawn withdrew; withhold withheld; withstand withstood;
	wolf wolves; woman women; wring wrung; write written wrote`)

// deeds has the verb of nouns that the stemmer parts from it: a ferry that collided
// is asked for as a collision.
var deeds = bases(`
	collide collision; decide decision; destroy destruction; die death; divide division; erode erosion;
	evade evasion; exclude exclusion; expand expansion; explode explosion; extend extension; intrude intrusion;
	invade invasion; suspend suspension`)

// bases reads a table, each entry of which is a base and its forms, as a map from form
// to base.
func bases(table string) map[string]string {
	out := make(map[string]string)
	for entry := range strings.SplitSeq(table, ";") {
		words := strings.Fields(entry)
		for _, form := range words[1:] {
			out[form] = words[0]
		}
	}
	return out
}

// base is the form of a folded word that is stemmed.
func base(word string) string {
	if b, ok := irregular[word]; ok {
		return b
	}
	if b, ok := deeds[strings.TrimSuffix(word, "s")]; ok {
		return b
	}
	if b, ok := strings.CutSuffix(word, "men"); ok && len(b) >= 3 && !notMen(word) {
		return b + "man"
	}
	return again(word)
}

// notMen reports whether the ending of a word is not the plural of man.
func notMen(word string) bool {
	switch word {
	case "abdomen", "bremen", "carmen", "drammen", "regimen", "specimen", "tiananmen", "turkmen":
		return true
	}
	return false
}

// again is the base of a prefixed irregular form: rebuilt, oversaw, misled.
func again(word string) string {
	for _, prefix := range []string{"fore", "mis", "out", "over", "re", "under"} {
		rest, ok := strings.CutPrefix(word, prefix)
		if !ok || word == "resent" { // seldom sent again
			continue
		}
		if b, ok := irregular[rest]; ok {
			return prefix + b
		}
	}
	return word
}
