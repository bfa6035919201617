package card

import (
	"regexp"
	"slices"
	"strings"
)

// CommandMention names a command in a reply, so that pressing the name begins to type it.
// LinkCommands fills in the ID that Discord gave the command.
func CommandMention(name string) Markdown { return Markdown("</" + name + ":0>") }

// mentionMark is what CommandMention writes. Foreign words cannot: their angles are escaped.
var mentionMark = regexp.MustCompile(`</([a-z0-9_ -]+):0>`)

// CommandIDs are Discord's IDs of the registered commands, by their first word; the zero value knows none.
type CommandIDs map[string]string

// LinkCommands lets members press the commands that a reply mentions.
func (ids CommandIDs) LinkCommands(r Reply) Reply {
	r.Lead, r.Items, r.Foot = slices.Clone(r.Lead), slices.Clone(r.Items), ids.link(r.Foot)
	for i, line := range r.Lead {
		r.Lead[i] = ids.link(line)
	}
	for i, item := range r.Items {
		r.Items[i].Text = ids.link(item.Text)
	}
	return r
}

// link fills in command IDs (Discord, "Message Formatting"); a command without a known ID is only named.
func (ids CommandIDs) link(text Markdown) Markdown {
	return Markdown(mentionMark.ReplaceAllStringFunc(string(text), func(mark string) string {
		name := mentionMark.FindStringSubmatch(mark)[1]
		first, _, _ := strings.Cut(name, " ")
		if id := ids[first]; id != "" {
			return "</" + name + ":" + id + ">"
		}
		return "`/" + name + "`"
	}))
}

// quotedOrCommand is a quotation, or a command as an error names it, in words that are not Markdown.
var quotedOrCommand = regexp.MustCompile(`“[^”]*|(^|[ (])/([a-z]+(?: [a-z]+)*)`)

// Explain is the text of an error for a member as Markdown, with the commands that it
// names as mentions. Words in quotation marks are the member's and stay as they are.
func Explain(problem string, known func(command string) bool) Markdown {
	return Markdown(quotedOrCommand.ReplaceAllStringFunc(string(Escape(problem)), func(mark string) string {
		if strings.HasPrefix(mark, "“") {
			return mark
		}
		at := strings.IndexByte(mark, '/')
		for name := mark[at+1:]; name != ""; name = name[:max(0, strings.LastIndexByte(name, ' '))] {
			if known(name) { // the longest name that is
				return mark[:at] + string(CommandMention(name)) + mark[at+1+len(name):]
			}
		}
		return mark
	}))
}
