package term

// Common reports whether a folded word is so frequent in any English text that it
// says nothing about which sentence is meant: articles, pronouns, auxiliaries,
// prepositions, conjunctions, with their contracted forms, and the commonest
// words of reporting.
func Common(word string) bool {
	switch word {
	case "a", "an", "the", "this", "that", "these", "those", "here", "there", "theres",
		"i", "im", "ive", "id", "ill", "me", "my", "mine", "myself",
		"we", "were", "weve", "wed", "our", "ours", "ourselves", "lets",
		"you", "youre", "youve", "youd", "youll", "your", "yours", "yourself",
		"he", "hes", "hed", "hell", "him", "his", "himself",
		"she", "shes", "shed", "her", "hers", "herself",
		"it", "its", "itd", "itll", "itself", "one",
		"they", "theyre", "theyve", "theyd", "theyll", "them", "their", "theirs", "themselves",
		"who", "whos", "whom", "whose", "which", "what", "whats", "where", "when", "why", "how",
		"am", "is", "isnt", "are", "arent", "was", "wasnt", "werent", "be", "been", "being",
		"have", "has", "had", "having", "havent", "hasnt", "hadnt",
		"do", "does", "did", "done", "doing", "dont", "doesnt", "didnt",
		"will", "would", "shall", "should", "can", "could", "may", "might", "must",
		"wont", "wouldnt", "shouldnt", "cant", "cannot", "couldnt", "mustnt",
		"of", "to", "in", "on", "at", "by", "for", "with", "from", "into", "onto", "upon",
		"about", "as", "than", "then", "through", "during", "until", "over", "under", "up", "down", "out", "off",
		"and", "or", "but", "if", "so", "because", "while", "though", "although", "nor", "yet",
		"not", "no", "only", "just", "also", "too", "very", "more", "most", "much", "many", "some", "any", "all", "both",
		"such", "own", "same", "other", "each", "few", "again", "once", "now", "well", "even", "still",
		"said", "says", "say", "saying", "told":
		return true
	}
	return false
}
