package loopback

import "fmt"

// checkModal allows one to five rows or labels with one input each, and text displays.
func checkModal(path string, m *Modal) error {
	e := formErrors{}
	e.between(join(path, "custom_id"), m.CustomID, maxCustomID)
	e.between(join(path, "title"), m.Title, 45)
	path = join(path, "components")
	e.countBetween(path, len(m.Components), 1, 5)
	k := newComponentCheck(e)
	for i, c := range m.Components {
		at := join(path, i)
		switch c.Type {
		case ActionRow:
			e.countBetween(join(at, "components"), len(c.Components), 1, 1)
			for j, in := range c.Components {
				k.input(join(at, "components", j), in, true)
			}
		case Label:
			e.between(join(at, "label"), c.Label, maxModalLabel)
			e.atMost(join(at, "description"), c.Description, maxSelectText)
			if c.Component == nil {
				e.missing(join(at, "component"))
				continue
			}
			k.input(join(at, "component"), *c.Component, false)
		case TextDisplay:
			e.between(join(at, "content"), c.Content, maxV2Text)
		default:
			e.notOfType(at, fmt.Sprintf("(%d, %d, %d)", ActionRow, TextDisplay, Label))
		}
	}
	return e.err()
}

// input checks what a member fills in. It carries its own label in a row, and none in a Label.
func (k *componentCheck) input(path string, c Component, inRow bool) {
	switch {
	case c.Type == TextInput:
		k.customID(path, c)
		if inRow {
			k.between(join(path, "label"), c.Label, maxModalLabel)
		}
		if c.Style != 1 && c.Style != 2 {
			k.notOneOf(join(path, "style"), "1, 2")
		}
		k.atMost(join(path, "placeholder"), c.Placeholder, 100)
		k.atMost(join(path, "value"), c.Value, maxInputText)
		for name, n := range map[string]*int{"min_length": c.MinLength, "max_length": c.MaxLength} {
			if n != nil {
				k.number(join(path, name), *n, 0, maxInputText)
			}
		}
	case c.isSelect():
		k.selectMenu(path, c)
	case c.Type == FileUpload:
		k.customID(path, c)
	default:
		k.notOfType(path, "(3, 4, 5, 6, 7, 8, 19)")
	}
}
