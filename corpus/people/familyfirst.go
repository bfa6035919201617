package people

import "strings"

// FamilyFirst reports whether a folded full name begins with the family name, as names of China,
// Korea and Vietnam do: the first word is a frequent family name there, and the last is not.
func FamilyFirst(parts []string) bool {
	names := lists().familyNames
	return len(parts) > 1 && names[parts[0]] && !names[parts[len(parts)-1]]
}

// syllables reports whether a word is a given name of two syllables as Korean ones are printed: "Min-soo".
func syllables(w string) bool {
	first, second, ok := strings.Cut(w, "-")
	return ok && len(first) > 1 && len(second) > 1 && len(w) < 12 && first[0] < 'a' &&
		second == strings.ToLower(second) && !strings.Contains(second, "-")
}
