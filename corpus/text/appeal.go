package text

import "strings"

// appeal reports whether a sentence asks the reader for money, an address, consent
// or a comment. One of the plain phrases is enough; of the others two must meet, and
// the sentence must speak to the reader. One that reports what somebody said is news.
func appeal(s string) bool {
	if !addresses(s) && !strings.Contains(s, "omments") && !strings.Contains(s, "discussion") || reports(s) {
		return false
	}
	low := strings.ToLower(s)
	for _, p := range plainAppeals() {
		if strings.Contains(low, p) {
			return true
		}
	}
	found := 0
	for _, p := range appeals() {
		if strings.Contains(low, p) {
			found++
		}
	}
	return found > 1 && addresses(s)
}

// plainAppeals are phrases that no news has, outside quotations.
func plainAppeals() [20]string {
	return [...]string{
		"readers like you", "we welcome comments", "views expressed in the comments", "this discussion is now closed", "comments are closed", "comments are moderated",
		"selection of your comments", "your comments may be published", "may edit your comments", "leave a comment", "leave your comment", "in the comments below",
		"join the conversation", "your contact details", "javascript", "via these feeds", "reading via rss", "filling in the form", "using the form below", "content posted by third parties",
	}
}

// appeals are phrases in which newspapers speak of themselves and of money. None
// contains another, so that each counts once.
func appeals() [49]string {
	return [...]string{
		"our readers", "paywall", "our journalism", "independent journalism", "quality journalism", "our journalists", "our newsroom",
		"meaningful news", "reliable news", "trusted news", "local news", "donation", "donate", "contribution", "contribute to", "monthly payment", "cup of coffee",
		"ability to pay", "subscrib", "subscription", "newsletter", "inbox", "sign up", "support us", "support our", "support the", "become a member", "membership",
		"ad-free", "cookies", "privacy policy", "terms of", "terms and conditions", "unlimited access", "this article", "our work", "free trial", "your email", "your support", "advertising",
		"breaking news", "personalis", "news alerts", "e-mail news", "constant updates", "latest updates", "our reporters", "your comment", "be published",
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
