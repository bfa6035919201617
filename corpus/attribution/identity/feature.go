package identity

import (
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
)

// features describes the candidate last met at s for the pronoun at.
func (t *threads) features(s sight, at span.Span, c clause) vector {
	var v vector
	k := c.sentence
	switch d := t.back(s.sentence, k); {
	case d <= 0:
		v[sameSentence] = 1
	case d == 1:
		v[previousSentence] = 1
	case d == 2:
		v[secondBack] = 1
	default:
		v[farther] = min(1, float64(d-2)/reach)
	}
	if s.entity == nobody {
		v[genderUnknown] = yes(s.gender == people.Unknown)
	} else {
		e := t.cast[s.entity]
		v[frequency] = float64(len(e.at)) / float64(t.most)
		v[genderUnknown] = yes(e.gender == people.Unknown)
	}
	v[sameParagraph] = yes(s.paragraph == t.doc.Sentences[k].Paragraph)
	v[isObject] = yes(s.object)
	t.speakerFeatures(&v, s, at, k)
	v[coordinate] = yes(s.entity != nobody && c.first == s.entity)
	v[fresh] = yes(s.entity != nobody && t.isFresh(s.entity, k))
	for o := range t.metSince(0) {
		if t.back(o.sentence, k) > 1 {
			break
		}
		if o.entity == s.entity && o.entity != nobody && o.subject && !o.quoted && o.sentence < k {
			v[subjectLast] = 1
			v[opensLast] = max(v[opensLast], yes(o.opens))
		}
	}
	if c.tags {
		v[tagSpeaker], v[tagSubject] = v[lastSpeaker], v[subjectLast]
	}
	if s.entity == nobody {
		v[unnamed] = 1
	} else {
		v[voice] = min(1, float64(t.voices[s.entity])/3)
	}
	return v
}

// speakerFeatures tells whether the candidate spoke just before. An unnamed one did where its very phrase was the
// source, so that "he" after "a spokesman said" is the spokesman and nobody named.
func (t *threads) speakerFeatures(v *vector, s sight, at span.Span, k int) {
	is := func(said credit) bool {
		if s.entity == nobody {
			return said.entity == nobody && said.at.Overlaps(s.Span)
		}
		return said.entity == s.entity
	}
	for said := range t.spokenSince(0) {
		if said.at.Start >= at.Start {
			continue
		}
		if said.sentence == k {
			v[saidInSentence] = max(v[saidInSentence], yes(is(said)))
			continue
		}
		if is(said) {
			far := t.doc.Sentences[k].Paragraph - t.doc.Sentences[said.sentence].Paragraph
			v[speakerBack] = 1 / float64(t.back(said.sentence, k))
			if far <= 1 {
				v[lastSpeaker] = 1
			} else if far <= 4 {
				v[lastSpeakerFar] = 1
			}
		}
		return
	}
}

// compare sets the features that depend on the other candidates.
func (t *threads) compare(cs []candidate) {
	last := -1
	for i, c := range cs {
		if !c.last.quoted {
			last = i
		}
	}
	for i := range cs {
		cs[i].vector[nearest] = yes(i == last)
	}
}

func yes(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
