package card

import (
	"regexp"
	"strings"
)

// slash names a command in a reply, so that pressing the name begins to type it. The
// name becomes pressable in link, once Discord has said the command's ID.
func CommandMention(name string) Markdown { return Markdown("</" + name + ":0>") }

// slashMark is what slash writes. Foreign words cannot: their angles are escaped.
var mentionMark = regexp.MustCompile(`</([a-z0-9_ -]+):0>`)

// commandIDs are Discord's IDs of the registered commands, by their first word; the
// zero value knows none.
type CommandIDs map[string]string

// pressable makes the commands that a reply names pressable.
func (ids CommandIDs) LinkCommands(r Reply) Reply {
	lead := make([]Markdown, len(r.Lead))
	for i, line := range r.Lead {
		lead[i] = ids.link(line)
	}
	items := make([]Item, len(r.Items))
	for i, item := range r.Items {
		item.Text = ids.link(item.Text)
		items[i] = item
	}
	r.Lead, r.Items, r.Foot = lead, items, ids.link(r.Foot)
	return r
}

// link makes command mentions of what slash wrote (Discord, "Message Formatting"); a
// command without a known ID is only named.
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

// typedSlash is a command as mistakes name it, in words that are not markdown.
var typedSlash = regexp.MustCompile(`(^|[ (])/([a-z]+(?: [a-z]+)*)`)

// explain is a member's mistake as markdown, with the commands that it names pressable.
// What stands in quotation marks is the member's own and stays as it is.
func Explain(problem string, known func(command string) bool) Markdown {
	var out strings.Builder
	for rest := string(Escape(problem)); rest != ""; {
		own, quoted := rest, ""
		if at := strings.Index(rest, "“"); at >= 0 {
			own, quoted = rest[:at], rest[at:]
		}
		rest = ""
		if end := strings.Index(quoted, "”"); end >= 0 {
			quoted, rest = quoted[:end], quoted[end:]
		}
		out.WriteString(typedSlash.ReplaceAllStringFunc(own, func(mark string) string { return slashed(mark, known) }))
		out.WriteString(quoted)
	}
	return Markdown(out.String())
}

// slashed makes pressable the longest name of a command with which a mark begins.
func slashed(mark string, known func(command string) bool) string {
	at := strings.IndexByte(mark, '/')
	for name := mark[at+1:]; name != ""; name = name[:max(0, strings.LastIndexByte(name, ' '))] {
		if known(name) {
			return mark[:at] + string(CommandMention(name)) + mark[at+1+len(name):]
		}
	}
	return mark
}
