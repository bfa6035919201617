package people

import "strings"

// Key is a coarser form of one folded word of a name, alike for the ways in which
// one foreign name is written in Latin letters: Sergei, Sergey and Sergej;
// Zelensky, Zelenskyy and Zelenskiy; Yevgeny and Evgeni. Two different names may
// share a key, so a key is a reason to look, never proof.
func Key(word string) string { return foldedKey(Fold(word)) }

func foldedKey(w string) string {
	folded := w
	if given, ok := sameGiven[w]; ok {
		return given
	}
	w = transliterations.Replace(w)
	w = strings.TrimSuffix(w, "j")
	if w == "" {
		return folded
	}
	var b strings.Builder
	for i := 0; i < len(w); i++ {
		if i > 0 && w[i] == w[i-1] {
			continue
		}
		b.WriteByte(w[i])
	}
	return b.String()
}

// transliterations brings Slavic, Arabic and Turkish letters to one Latin form;
// the longer patterns stand first.
var transliterations = strings.NewReplacer(
	"shch", "s", "sch", "s", "tch", "c", "dzh", "j",
	"iyy", "i", "yy", "i", "iy", "i", "yi", "i", "ij", "i", "ii", "i", "ey", "ei", "ej", "ei", "ai", "ai", "ay", "ai",
	"kh", "h", "zh", "j", "sh", "s", "ch", "c", "ts", "c", "tz", "c", "cz", "c", "ph", "f", "th", "t",
	"ye", "e", "yo", "o", "yu", "u", "ya", "a", "ju", "u", "ja", "a", "ia", "a", "iu", "u", "jo", "o", "je", "e",
	"ks", "x", "ck", "k", "q", "k", "y", "i", "w", "v", "ou", "u", "oo", "u", "ee", "i", "dh", "d", "gh", "g",
)

// sameGiven has given names that one person bears in two languages.
var sameGiven = map[string]string{
	"serhiy": "sergei", "serhii": "sergei", "sergiy": "sergei", "sergei": "sergei", "sergey": "sergei", "sergej": "sergei", "sergie": "sergei", "serge": "serge",
	"volodymyr": "vladimir", "vladimir": "vladimir", "volodimir": "vladimir",
	"dmytro": "dmitri", "dmitry": "dmitri", "dmitri": "dmitri", "dmitriy": "dmitri", "dmitrii": "dmitri",
	"oleksandr": "alexander", "aleksandr": "alexander", "alexandr": "alexander", "alexander": "alexander", "aleksander": "alexander",
	"oleksiy": "alexei", "oleksii": "alexei", "aleksey": "alexei", "alexey": "alexei", "alexei": "alexei", "aleksei": "alexei",
	"mykola": "nikolai", "nikolay": "nikolai", "nikolai": "nikolai",
	"mykhailo": "mikhail", "mikhail": "mikhail", "mihail": "mikhail",
	"petro": "petr", "pyotr": "petr", "petr": "petr",
	"pavlo": "pavel", "pavel": "pavel", "andriy": "andrei", "andrii": "andrei", "andrey": "andrei", "andrei": "andrei",
	"yevhen": "evgeni", "yevgeny": "evgeni", "evgeny": "evgeni", "yevgeni": "evgeni", "evgeni": "evgeni",
	"ihor": "igor", "igor": "igor", "oleh": "oleg", "oleg": "oleg", "yuriy": "yuri", "yury": "yuri", "yurii": "yuri", "yuri": "yuri", "iouri": "yuri",
	"viktoriya": "viktoria", "victoria": "viktoria", "viktoria": "viktoria", "viktor": "viktor", "victor": "viktor",
	"mohammed": "muhammad", "mohamed": "muhammad", "muhammad": "muhammad", "mohammad": "muhammad", "muhammed": "muhammad", "mohamad": "muhammad",
	"ahmad": "ahmed", "ahmed": "ahmed", "hussein": "hussein", "husain": "hussein", "hossein": "hussein", "hussain": "hussein",
	"yousef": "yusuf", "yusuf": "yusuf", "youssef": "yusuf", "joseph": "joseph", "osama": "usama", "usama": "usama",
}

// shortGiven has the given names that English shortens, each with the full form.
var shortGiven = map[string]string{
	"joe": "joseph", "bill": "william", "will": "william", "bob": "robert", "bobby": "robert", "rob": "robert",
	"jim": "james", "jimmy": "james", "mike": "michael", "tom": "thomas", "tommy": "thomas", "tim": "timothy",
	"dan": "daniel", "danny": "daniel", "dave": "david", "steve": "stephen", "steven": "stephen",
	"tony": "anthony", "antony": "anthony", "chris": "christopher", "matt": "matthew", "nick": "nicholas",
	"rick": "richard", "dick": "richard", "rich": "richard", "ron": "ronald", "don": "donald", "ken": "kenneth",
	"ed": "edward", "eddie": "edward", "ted": "edward", "ben": "benjamin", "sam": "samuel", "greg": "gregory",
	"jeff": "jeffrey", "geoff": "geoffrey", "andy": "andrew", "drew": "andrew", "alex": "alexander",
	"liz": "elizabeth", "beth": "elizabeth", "betsy": "elizabeth", "kate": "katherine", "kathy": "katherine", "katie": "katherine",
	"sue": "susan", "jen": "jennifer", "jenny": "jennifer", "deb": "deborah", "debbie": "deborah", "pat": "patrick",
	"larry": "lawrence", "jerry": "gerald", "gerry": "gerald", "harry": "henry", "hank": "henry", "jack": "john", "johnny": "john",
	"charlie": "charles", "chuck": "charles", "fred": "frederick", "al": "albert", "bernie": "bernard", "walt": "walter",
	"ray": "raymond", "phil": "philip", "phillip": "philip", "pete": "peter", "ralph": "ralph", "rudy": "rudolph", "mitch": "mitchell",
	"vlad": "vladimir", "sandy": "sandra", "becky": "rebecca", "maggie": "margaret", "meg": "margaret", "peggy": "margaret", "nate": "nathan",
}

// sameGivenName reports whether two folded given names may be one person's:
// equal, an initial of the other, a short form, or one name in two languages.
func sameGivenName(a, b string) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	return givenClass(a) == givenClass(b)
}

// givenClass is one form of all folded given names that one person may bear.
func givenClass(given string) string {
	if full, ok := shortGiven[given]; ok {
		given = full
	}
	return foldedKey(given)
}
