package loopback

import "fmt"

// A Modal is a form the bot opens: answer type 9.
type Modal struct {
	CustomID   string      `json:"custom_id"`
	Title      string      `json:"title"`
	Components []Component `json:"components"`
}

// checkModal demands one to five rows or labels with one input each.
func checkModal(path string, m *Modal) error {
	t := tree{}
	t.between(join(path, "custom_id"), m.CustomID, maxCustomID)
	t.between(join(path, "title"), m.Title, maxModalTitle)
	t.countBetween(join(path, "components"), len(m.Components), 1, maxModalParts)
	k := checker{tree: t, v2: true, customIDs: map[string]bool{}, ids: map[int]bool{}}
	for i, c := range m.Components {
		at := join(path, "components", i)
		switch c.Type {
		case ActionRow:
			t.countBetween(join(at, "components"), len(c.Components), 1, 1)
			for j, in := range c.Components {
				k.input(join(at, "components", j), in, true)
			}
		case Label:
			t.between(join(at, "label"), c.Label, maxModalLabel)
			t.atMost(join(at, "description"), c.Description, maxSelectText)
			if c.Component == nil {
				t.add(join(at, "component"), "BASE_TYPE_REQUIRED", "This field is required")
				continue
			}
			k.input(join(at, "component"), *c.Component, false)
		case TextDisplay:
			t.between(join(at, "content"), c.Content, maxV2Text)
		default:
			t.add(join(at, "type"), "UNION_TYPE_CHOICES", fmt.Sprintf("Value of field \"type\" must be one of (%d, %d, %d).", ActionRow, TextDisplay, Label))
		}
	}
	return t.err()
}

// input is what a member fills in. labelled says that it carries its own label,
// as it must in a row and must not in a Label.
func (k *checker) input(path string, c Component, labelled bool) {
	switch c.Type {
	case TextInput:
		k.customID(path, c)
		if labelled {
			k.between(join(path, "label"), c.Label, maxModalLabel)
		}
		if c.Style != 1 && c.Style != 2 {
			k.add(join(path, "style"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2).")
		}
		k.atMost(join(path, "placeholder"), c.Placeholder, maxInputHint)
		k.atMost(join(path, "value"), c.Value, maxInputText)
		for name, n := range map[string]*int{"min_length": c.MinLength, "max_length": c.MaxLength} {
			if n != nil && (*n < 0 || *n > maxInputText) {
				k.add(join(path, name), "NUMBER_TYPE_MAX", "int value should be between 0 and 4000.")
			}
		}
	case StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect:
		k.selection(path, c)
	case FileUpload:
		k.customID(path, c)
	default:
		k.add(join(path, "type"), "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (3, 4, 5, 6, 7, 8, 19).")
	}
}
