package loopback

import (
	"fmt"
	"net/url"
	"slices"
)

// checkComponents allows five action rows; with Components V2 forty components of most kinds and 4,000 characters.
func checkComponents(e formErrors, path string, list []Component, v2 bool) {
	k := newComponentCheck(e)
	kinds := []int{ActionRow}
	if v2 {
		kinds = append(kinds, Section, TextDisplay, MediaGallery, FileComponent, Separator, Container)
	} else {
		e.count(path, len(list), 5)
	}
	k.all(path, list, kinds...)
	if v2 && k.total > maxV2Components {
		e.add(path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
			"The total number of components exceeds %d.", maxV2Components)
	}
	if k.text > maxV2Text {
		e.add(path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
			"The total displayable text size exceeds the limit of %d.", maxV2Text)
	}
}

// A componentCheck goes through the components of one message or modal.
type componentCheck struct {
	formErrors
	customIDs map[string]bool
	ids       map[int]bool
	total     int // components
	text      int // characters of text displays
}

func newComponentCheck(e formErrors) *componentCheck {
	return &componentCheck{formErrors: e, customIDs: map[string]bool{}, ids: map[int]bool{}}
}

func (k *componentCheck) all(path string, list []Component, kinds ...int) {
	for i, c := range list {
		k.one(join(path, i), c, kinds...)
	}
}

// one checks a component where only certain kinds are allowed.
func (k *componentCheck) one(path string, c Component, kinds ...int) {
	k.total++
	if !slices.Contains(kinds, c.Type) {
		k.notOfType(path, fmt.Sprint(kinds))
		return
	}
	if c.ID != 0 {
		unique(k.formErrors, k.ids, c.ID, join(path, "id"), "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
	}
	inside := join(path, "components")
	switch c.Type {
	case ActionRow:
		k.countBetween(inside, len(c.Components), 1, 5)
		k.all(inside, c.Components, Button, StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect)
		notButton := func(c Component) bool { return c.Type != Button }
		if len(c.Components) > 1 && slices.ContainsFunc(c.Components, notButton) {
			k.add(inside, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width")
		}
	case Button:
		k.button(path, c)
	case StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect:
		k.selectMenu(path, c)
	case Section:
		k.countBetween(inside, len(c.Components), 1, 3)
		k.all(inside, c.Components, TextDisplay)
		if c.Accessory == nil {
			k.missing(join(path, "accessory"))
			return
		}
		k.one(join(path, "accessory"), *c.Accessory, Button, Thumbnail)
	case TextDisplay:
		k.between(join(path, "content"), c.Content, maxV2Text)
		k.text += runes(c.Content)
	case MediaGallery:
		k.countBetween(join(path, "items"), len(c.Items), 1, 10)
		for i, item := range c.Items {
			k.atMost(join(path, "items", i, "description"), item.Description, maxAltText)
		}
	case Thumbnail:
		k.atMost(join(path, "description"), c.Description, maxAltText)
	case Container:
		k.countBetween(inside, len(c.Components), 1, maxV2Components)
		k.all(inside, c.Components, ActionRow, Section, TextDisplay, MediaGallery, FileComponent, Separator)
	}
}

// button checks a button. Style 6 opens Discord's shop, and needs nothing more.
func (k *componentCheck) button(path string, c Component) {
	k.atMost(join(path, "label"), c.Label, 80)
	switch {
	case c.Style == 6:
		return
	case c.Style == LinkButton:
		k.link(path, c)
	default:
		if c.Style < 1 || c.Style > 6 {
			k.notOneOf(join(path, "style"), "1, 2, 3, 4, 5, 6")
		}
		if c.URL != "" {
			k.add(join(path, "url"), "BUTTON_COMPONENT_INVALID_FIELD", "A button with a custom id cannot have a url")
		}
		k.customID(path, c)
	}
	if c.Label == "" && c.Emoji == nil {
		k.add(path, "BUTTON_COMPONENT_NO_LABEL_OR_EMOJI", "A button must have a label or an emoji")
	}
}

func (k *componentCheck) link(path string, c Component) {
	if c.CustomID != "" {
		k.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified")
	}
	k.required(join(path, "url"), c.URL, 512)
	u, err := url.Parse(c.URL)
	if err != nil || !slices.Contains([]string{"http", "https", "discord"}, u.Scheme) {
		k.add(join(path, "url"), "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'discord').")
	}
}

// customID checks that a custom_id has 1 to 100 characters and is used once.
func (k *componentCheck) customID(path string, c Component) {
	path = join(path, "custom_id")
	k.between(path, c.CustomID, maxCustomID)
	const repeated = "Component custom id cannot be duplicated"
	unique(k.formErrors, k.customIDs, c.CustomID, path, "COMPONENT_CUSTOM_ID_DUPLICATED", repeated)
}

func (k *componentCheck) selectMenu(path string, c Component) {
	k.customID(path, c)
	k.atMost(join(path, "placeholder"), c.Placeholder, 150)
	low, high := c.selectRange()
	k.number(join(path, "min_values"), low, 0, maxSelectOptions)
	if high < 1 || high > maxSelectOptions || high < low {
		k.add(join(path, "max_values"), "NUMBER_TYPE_MAX",
			"int value should be between 1 and 25 and not below min_values.")
	}
	if c.Type != StringSelect {
		return
	}
	path = join(path, "options")
	k.countBetween(path, len(c.Options), 1, maxSelectOptions)
	seen := map[string]bool{}
	for i, o := range c.Options {
		k.between(join(path, i, "label"), o.Label, maxSelectText)
		k.between(join(path, i, "value"), o.Value, maxSelectText)
		k.atMost(join(path, i, "description"), o.Description, maxSelectText)
		unique(k.formErrors, seen, o.Value, join(path, i, "value"),
			"SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
	}
}
