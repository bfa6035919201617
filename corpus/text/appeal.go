package text

import "strings"

// appeal reports whether a sentence asks the reader for money or an address, or
// for consent. Two of its phrases must meet, and the sentence must speak to the
// reader; one that reports what somebody said is news.
func appeal(s string) bool {
	if !addresses(s) || reports(s) {
		return false
	}
	low := strings.ToLower(s)
	found := 0
	for _, p := range appeals() {
		if strings.Contains(low, p) {
			found++
		}
	}
	return found > 1
}

// appeals are phrases in which newspapers speak of themselves and of money. None
// contains another, so that each counts once.
func appeals() [42]string {
	return [...]string{
		"readers like you", "our readers", "paywall", "our journalism", "independent journalism", "quality journalism", "our journalists", "our newsroom",
		"meaningful news", "reliable news", "trusted news", "local news", "donation", "donate", "contribution", "contribute to", "monthly payment", "cup of coffee",
		"ability to pay", "subscrib", "subscription", "newsletter", "inbox", "sign up", "support us", "support our", "support the", "become a member", "membership",
		"ad-free", "cookies", "privacy policy", "terms of", "unlimited access", "this article", "our work", "free trial", "your email", "your support", "advertising",
		"breaking news", "personalis",
	}
}

// addresses reports whether a sentence speaks to the reader or of its own article.
func addresses(s string) bool {
	first := true
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isWord(r) }) {
		switch w {
		case "you", "your", "You", "Your", "YOU", "YOUR", "we", "We", "us", "our", "Our", "OUR", "please", "Please", "youre", "youll":
			return true
		case "Subscribe", "Sign", "Join", "Support":
			if first {
				return true
			}
		}
		first = false
	}
	return strings.Contains(s, "this article") || strings.Contains(s, "this story")
}

// reports reports whether a sentence may tell what somebody said: it holds a
// quotation mark or a verb of saying.
func reports(s string) bool {
	if strings.ContainsAny(s, "\"“”„«»") {
		return true
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isWord(r) }) {
		switch w {
		case "said", "says", "told", "according", "added", "tweeted", "wrote", "announced", "warned", "claimed", "argued", "stated", "asked":
			return true
		}
	}
	return false
}
