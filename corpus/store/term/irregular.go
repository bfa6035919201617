package term

// irregular has the base of forms that no stemmer reaches: members ask when
// somebody met whom newspapers announced would meet. Forms that are commoner as
// another word ("bound", "wound", "ground") are left out.
var irregular = map[string]string{
	"became": "become", "began": "begin", "begun": "begin", "brought": "bring", "built": "build",
	"bought": "buy", "caught": "catch", "chose": "choose", "chosen": "choose", "came": "come", "dealt": "deal",
	"drew": "draw", "drawn": "draw", "drove": "drive", "driven": "drive", "ate": "eat", "eaten": "eat",
	"fell": "fall", "fallen": "fall", "felt": "feel", "fought": "fight", "found": "find", "fled": "flee",
	"flew": "fly", "flown": "fly", "forbade": "forbid", "forbidden": "forbid", "forgot": "forget",
	"forgotten": "forget", "froze": "freeze", "frozen": "freeze", "got": "get", "gotten": "get", "gave": "give",
	"given": "give", "went": "go", "gone": "go", "grew": "grow", "grown": "grow", "heard": "hear",
	"hid": "hide", "hidden": "hide", "held": "hold", "kept": "keep", "knew": "know", "known": "know",
	"laid": "lay", "led": "lead", "left": "leave", "lent": "lend", "lost": "lose", "made": "make",
	"meant": "mean", "met": "meet", "paid": "pay", "rode": "ride", "ridden": "ride", "rose": "rise",
	"risen": "rise", "ran": "run", "saw": "see", "seen": "see", "sought": "seek", "sold": "sell",
	"sent": "send", "shook": "shake", "shaken": "shake", "shot": "shoot", "shrank": "shrink",
	"shrunk": "shrink", "sang": "sing", "sung": "sing", "sank": "sink", "sunk": "sink", "sat": "sit",
	"slept": "sleep", "spoke": "speak", "spoken": "speak", "spent": "spend", "stood": "stand", "stole": "steal",
	"stolen": "steal", "struck": "strike", "stricken": "strike", "swore": "swear", "sworn": "swear",
	"swept": "sweep", "swam": "swim", "swum": "swim", "took": "take", "taken": "take", "taught": "teach",
	"tore": "tear", "torn": "tear", "told": "tell", "thought": "think", "threw": "throw", "thrown": "throw",
	"understood": "understand", "woke": "wake", "woken": "wake", "wore": "wear", "worn": "wear", "won": "win",
	"withdrew": "withdraw", "withdrawn": "withdraw", "wrote": "write", "written": "write",
	"overthrew": "overthrow", "overthrown": "overthrow", "underwent": "undergo", "undergone": "undergo",
	"undertook": "undertake", "undertaken": "undertake", "men": "man", "women": "woman", "children": "child",
}
