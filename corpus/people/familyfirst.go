package people

import (
	"strings"
	"sync"
)

// FamilyFirst reports whether the family name of a folded full name stands in front, as
// in names of China, Korea and Vietnam: the first word is a frequent family name of those
// countries, and the last is none.
func FamilyFirst(parts []string) bool {
	return len(parts) > 1 && familyNames()[parts[0]] && !familyNames()[parts[len(parts)-1]]
}

// syllables reports whether a word is a given name of two syllables as Korean ones are
// printed: "Min-soo".
func syllables(w string) bool {
	first, second, ok := strings.Cut(w, "-")
	return ok && len(first) > 1 && len(second) > 1 && len(w) < 12 && first[0] < 'a' && second == strings.ToLower(second) && !strings.Contains(second, "-")
}

// familyNames are the most frequent family names of China, Korea and Vietnam in Latin
// letters.
var familyNames = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo luo zheng liang xie tang xi deng feng han cao zeng peng xiao cai pan tian dong yuan jiang ren qin
		kim lee park choi jung jeong kang cho yoon lim shin seo kwon hwang ahn song hong moon ban ri pak nguyen tran pham huynh hoang vu vo dang bui ngo`) {
		out[w] = true
	}
	return out
})
