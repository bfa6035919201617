package text

// An abbreviation says whether the full stop of a word ends a sentence as well.
type abbreviation uint8

const (
	whole        abbreviation = iota // no abbreviation: it does
	never                            // a title before a name, or "vs."
	beforeNumber                     // it does not before a figure: "No. 10"
	sometimes                        // a month: not before a figure, else as seldom
	seldom                           // a company's or a state's: only before a word that begins sentences
)

// kindOf knows the abbreviations of the English-language press, in the capitals
// they are written with. Forms with stops inside, such as "U.S.", need no list.
func kindOf(token string) abbreviation {
	switch token {
	case "Mr", "Mrs", "Ms", "Mx", "Dr", "Drs", "Prof", "Gen", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Lt", "Col", "Sgt", "Capt", "Cmdr", "Cpl", "Pfc", "Pvt",
		"Adm", "Maj", "Brig", "Rev", "Revs", "Hon", "Pres", "Supt", "Insp", "Det", "Atty", "Messrs", "Mme", "Mlle", "Amb", "Sec", "Ald", "Asst", "Assoc", "Cllr", "Fr", "Ven",
		"St", "Ste", "Mt", "vs", "v", "cf", "viz", "Ft", "approx", "et", "al", "ca", "Spc", "Tech", "Det-Insp", "Vice-Adm", "Sr-Sgt":
		return never
	case "No", "Nos", "no", "nos", "p", "pp", "Fig", "Figs", "fig", "Sect", "Art", "Ch", "Vol", "vol", "Op", "Rule":
		return beforeNumber
	case "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return sometimes
	case "Inc", "Corp", "Co", "Cos", "Ltd", "Bros", "Plc", "plc", "Jr", "Sr", "Esq", "Dept", "Univ", "Assn", "Ave", "Blvd", "Rd", "Hwy", "etc", "est", "Bldg", "Intl", "Natl", "Mfg",
		"Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass", "Md", "Mich", "Minn", "Miss",
		"Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Penn", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo", "Alta", "Ont", "Que", "Sask", "Man", "Dak":
		return seldom
	}
	return whole
}

// starts reports whether w is a word that sentences of news often begin with and
// names do not.
func starts(w string) bool {
	switch w {
	case "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "We", "They", "You", "I", "His", "Her", "Its", "Their", "Our", "My", "Your",
		"But", "And", "Or", "So", "Yet", "Nor", "In", "On", "At", "By", "For", "From", "To", "Of", "With", "Without", "Under", "Over", "About", "Among", "Amid",
		"After", "Before", "Since", "Until", "During", "While", "When", "Where", "Why", "How", "Who", "What", "Which", "If", "Unless", "Although", "Though", "Because", "As",
		"There", "Here", "Then", "Now", "Today", "Yesterday", "Tomorrow", "Meanwhile", "However", "Moreover", "Still", "Also", "Even", "Only", "Once", "Both", "Either", "Neither",
		"Not", "No", "Yes", "All", "Any", "Some", "Many", "Most", "Few", "Several", "Each", "Every", "Another", "Other", "Others", "Such", "Nearly", "Almost", "Despite",
		"Earlier", "Later", "Last", "Next", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "One", "Police", "Officials", "Analysts", "Critics",
		"Mr", "Mrs", "Ms", "Dr", "According", "Asked", "Speaking", "Instead", "Perhaps", "Maybe", "Just", "Let", "Is", "Are", "Was", "Were", "Do", "Does", "Did",
		"Can", "Could", "Will", "Would", "Should", "May", "Has", "Have", "Had", "Separately", "Overall", "Elsewhere", "Between", "Through", "Throughout", "Within", "Against", "Across":
		return true
	}
	return false
}
