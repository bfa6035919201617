package term

import "strings"

// irregular has the base of forms that the stemmer does not reach: members ask when
// somebody met whom newspapers announced would meet. Forms that are commoner as
// another word ("bound", "wound", "ground", "fed", "lives", "better") are left out.
var irregular = map[string]string{
	"analyses": "analyse", "analysis": "analyse", "arisen": "arise", "arose": "arise", "awoke": "awake",
	"awoken": "awake", "bacteria": "bacterium", "beaten": "beat", "became": "become", "befallen": "befall",
	"befell": "befall", "began": "begin", "begun": "begin", "bent": "bend", "bigger": "big", "biggest": "big",
	"bitten": "bite", "bled": "bleed", "blew": "blow", "blown": "blow", "broke": "break", "broken": "break",
	"bred": "breed", "brought": "bring", "built": "build", "burnt": "burn", "buses": "bus", "busses": "bus",
	"bought": "buy", "calves": "calf", "caught": "catch", "children": "child", "chose": "choose", "chosen": "choose",
	"clung": "cling", "came": "come", "crept": "creep", "crises": "crisis", "criteria": "criterion", "cried": "cry",
	"cries": "cry", "crying": "cry", "deadlier": "deadly", "deadliest": "deadly", "dealt": "deal",
	"diagnosis": "diagnose", "dug": "dig", "drawn": "draw", "drew": "draw", "dreamt": "dream", "drank": "drink",
	"driven": "drive", "drove": "drive", "dried": "dry", "dries": "dry", "drying": "dry", "dwelt": "dwell",
	"ate": "eat", "eaten": "eat", "fallen": "fall", "fell": "fall", "faster": "fast", "fastest": "fast", "felt": "feel",
	"fought": "fight", "found": "find", "fled": "flee", "flung": "fling", "flew": "fly", "flies": "fly", "flown": "fly",
	"flying": "fly", "feet": "foot", "forbade": "forbid", "forbidden": "forbid", "forgot": "forget",
	"forgotten": "forget", "forgave": "forgive", "forgiven": "forgive", "froze": "freeze", "frozen": "freeze",
	"fried": "fry", "fries": "fry", "frying": "fry", "gases": "gas", "got": "get", "gotten": "get", "gave": "give",
	"given": "give", "gone": "go", "went": "go", "geese": "goose", "grew": "grow", "grown": "grow", "halves": "half",
	"hung": "hang", "heard": "hear", "heavier": "heavy", "heaviest": "heavy", "hid": "hide", "hidden": "hide",
	"higher": "high", "highest": "high", "held": "hold", "hooves": "hoof", "hypotheses": "hypothesis",
	"judgement": "judgment", "judgements": "judgment", "kept": "keep", "knelt": "kneel", "knives": "knife",
	"knew": "know", "known": "know", "larger": "large", "largest": "large", "laid": "lay", "led": "lead",
	"leant": "lean", "leapt": "leap", "learnt": "learn", "left": "leave", "lent": "lend", "lit": "light",
	"loaves": "loaf", "longer": "long", "longest": "long", "lost": "lose", "made": "make", "men": "man",
	"meant": "mean", "met": "meet", "memoranda": "memorandum", "mistaken": "mistake", "mistook": "mistake",
	"mice": "mouse", "oases": "oasis", "older": "old", "oldest": "old", "overthrew": "overthrow",
	"overthrown": "overthrow", "oxen": "ox", "paid": "pay", "phenomena": "phenomenon", "poorer": "poor",
	"poorest": "poor", "practise": "practice", "practised": "practice", "practising": "practice",
	"programme": "program", "programmes": "program", "proven": "prove", "quitting": "quit", "referenda": "referendum",
	"richer": "rich", "richest": "rich", "ridden": "ride", "rode": "ride", "risen": "rise", "rose": "rise",
	"ran": "run", "scarves": "scarf", "saw": "see", "seen": "see", "sought": "seek", "sold": "sell", "sent": "send",
	"shaken": "shake", "shook": "shake", "shelves": "shelf", "shone": "shine", "shot": "shoot", "shorter": "short",
	"shortest": "short", "shown": "show", "shrank": "shrink", "shrunk": "shrink", "sang": "sing", "sung": "sing",
	"sank": "sink", "sunk": "sink", "sunken": "sink", "sat": "sit", "slain": "slay", "slew": "slay", "slept": "sleep",
	"slid": "slide", "slung": "sling", "smaller": "small", "smallest": "small", "spoke": "speak", "spoken": "speak",
	"spent": "spend", "spilt": "spill", "spoilt": "spoil", "sprang": "spring", "sprung": "spring", "spied": "spy",
	"spies": "spy", "spying": "spy", "stood": "stand", "stole": "steal", "stolen": "steal", "stuck": "stick",
	"stung": "sting", "strewn": "strew", "stricken": "strike", "struck": "strike", "striven": "strive",
	"strove": "strive", "stronger": "strong", "strongest": "strong", "swore": "swear", "sworn": "swear",
	"swept": "sweep", "swollen": "swell", "swam": "swim", "swum": "swim", "swung": "swing", "taken": "take",
	"took": "take", "taught": "teach", "tore": "tear", "torn": "tear", "told": "tell", "theses": "thesis",
	"thieves": "thief", "thought": "think", "threw": "throw", "thrown": "throw", "teeth": "tooth", "trod": "tread",
	"trodden": "tread", "tried": "try", "tries": "try", "trying": "try", "undergone": "undergo", "underwent": "undergo",
	"understood": "understand", "undertaken": "undertake", "undertook": "undertake", "undid": "undo", "undone": "undo",
	"upheld": "uphold", "woke": "wake", "woken": "wake", "weaker": "weak", "weakest": "weak", "wore": "wear",
	"worn": "wear", "wove": "weave", "woven": "weave", "wept": "weep", "wives": "wife", "won": "win",
	"withdrawn": "withdraw", "withdrew": "withdraw", "withheld": "withhold", "withstood": "withstand", "wolves": "wolf",
	"women": "woman", "wrung": "wring", "written": "write", "wrote": "write",
}

// deeds has the verb of nouns that the stemmer parts from it: a ferry that collided
// is asked for as a collision.
var deeds = map[string]string{
	"collision": "collide", "decision": "decide", "destruction": "destroy", "death": "die", "division": "divide",
	"erosion": "erode", "evasion": "evade", "exclusion": "exclude", "expansion": "expand", "explosion": "explode",
	"extension": "extend", "intrusion": "intrude", "invasion": "invade", "suspension": "suspend",
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
