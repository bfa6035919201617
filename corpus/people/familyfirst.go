package people

import "strings"

// FamilyFirst reports whether the family name of a folded full name stands in front, as
// in names of China, Korea and Vietnam: the first word is a frequent family name of those
// countries, and the last is none.
func FamilyFirst(parts []string) bool {
	names := lists().familyNames
	return len(parts) > 1 && names[parts[0]] && !names[parts[len(parts)-1]]
}

// syllables reports whether a word is a given name of two syllables as Korean ones are
// printed: "Min-soo".
func syllables(w string) bool {
	first, second, ok := strings.Cut(w, "-")
	return ok && len(first) > 1 && len(second) > 1 && len(w) < 12 && first[0] < 'a' && second == strings.ToLower(second) && !strings.Contains(second, "-")
}
