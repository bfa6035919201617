package loopback

import (
	"fmt"
	"net/url"
	"slices"
)

// checkComponents demands what a message's components must keep to: action rows
// alone without Components V2; with it forty components and 4,000 characters.
func checkComponents(t tree, path string, list []Component, v2 bool) {
	k := checker{tree: t, v2: v2, customIDs: map[string]bool{}, ids: map[int]bool{}}
	if !v2 {
		t.count(path, len(list), maxRows)
	}
	for i, c := range list {
		k.top(join(path, i), c)
	}
	if v2 && k.total > maxV2Components {
		t.add(path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", fmt.Sprintf("The total number of components exceeds %d.", maxV2Components))
	}
	if k.text > maxV2Text {
		t.add(path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
			fmt.Sprintf("The total displayable text size exceeds the limit of %d.", maxV2Text))
	}
}

// A checker goes through one message's components.
type checker struct {
	tree
	v2        bool
	customIDs map[string]bool
	ids       map[int]bool
	total     int
	text      int
}

func (k *checker) top(path string, c Component) {
	switch {
	case !k.v2:
		k.one(path, c, ActionRow)
	default:
		k.one(path, c, ActionRow, Section, TextDisplay, MediaGallery, FileComponent, Separator, Container)
	}
}

// one checks a component where only certain kinds may stand.
func (k *checker) one(path string, c Component, kinds ...int) {
	k.total++
	if !slices.Contains(kinds, c.Type) {
		k.add(join(path, "type"), "UNION_TYPE_CHOICES", fmt.Sprintf("Value of field \"type\" must be one of %v.", kinds))
		return
	}
	if c.ID != 0 && k.ids[c.ID] {
		k.add(join(path, "id"), "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
	}
	k.ids[c.ID] = true
	switch c.Type {
	case ActionRow:
		k.row(path, c)
	case Button:
		k.button(path, c)
	case StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect:
		k.selection(path, c)
	case Section:
		k.section(path, c)
	case TextDisplay:
		k.between(join(path, "content"), c.Content, maxV2Text)
		k.text += runes(c.Content)
	case MediaGallery:
		k.countBetween(join(path, "items"), len(c.Items), 1, maxGalleryItems)
		for i, item := range c.Items {
			k.atMost(join(path, "items", i, "description"), item.Description, maxAltText)
		}
	case Thumbnail:
		k.atMost(join(path, "description"), c.Description, maxAltText)
	case Container:
		k.container(path, c)
	}
}

// row is up to five buttons, or one select.
func (k *checker) row(path string, c Component) {
	k.countBetween(join(path, "components"), len(c.Components), 1, maxButtons)
	selects := 0
	for i, in := range c.Components {
		k.one(join(path, "components", i), in, Button, StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect)
		if in.Type != Button {
			selects++
		}
	}
	if selects > 0 && len(c.Components) > 1 {
		k.add(join(path, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width")
	}
}

func (k *checker) button(path string, c Component) {
	k.atMost(join(path, "label"), c.Label, maxLabel)
	switch {
	case c.Style < 1 || c.Style > 6:
		k.add(join(path, "style"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6).")
	case c.Style == LinkButton:
		k.link(path, c)
		return
	case c.Style == 6:
		return
	}
	if c.URL != "" {
		k.add(join(path, "url"), "BUTTON_COMPONENT_INVALID_FIELD", "A button with a custom id cannot have a url")
	}
	k.customID(path, c)
	if c.Label == "" && c.Emoji == nil {
		k.add(path, "BUTTON_COMPONENT_NO_LABEL_OR_EMOJI", "A button must have a label or an emoji")
	}
}

func (k *checker) link(path string, c Component) {
	if c.CustomID != "" {
		k.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified")
	}
	k.required(join(path, "url"), c.URL, maxLinkURL)
	u, err := url.Parse(c.URL)
	if err != nil || !slices.Contains([]string{"http", "https", "discord"}, u.Scheme) {
		k.add(join(path, "url"), "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'discord').")
	}
	if c.Label == "" && c.Emoji == nil {
		k.add(path, "BUTTON_COMPONENT_NO_LABEL_OR_EMOJI", "A button must have a label or an emoji")
	}
}

// customID is 1 to 100 characters and stands once in a message.
func (k *checker) customID(path string, c Component) {
	k.between(join(path, "custom_id"), c.CustomID, maxCustomID)
	if k.customIDs[c.CustomID] {
		k.add(join(path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
	}
	k.customIDs[c.CustomID] = true
}

func (k *checker) selection(path string, c Component) {
	k.customID(path, c)
	k.atMost(join(path, "placeholder"), c.Placeholder, maxPlaceholder)
	low, high := 1, 1
	if c.MinValues != nil {
		low = *c.MinValues
	}
	if c.MaxValues != nil {
		high = *c.MaxValues
	}
	if low < 0 || low > maxSelectOptions {
		k.add(join(path, "min_values"), "NUMBER_TYPE_MAX", "int value should be between 0 and 25.")
	}
	if high < 1 || high > maxSelectOptions || high < low {
		k.add(join(path, "max_values"), "NUMBER_TYPE_MAX", "int value should be between 1 and 25 and not below min_values.")
	}
	if c.Type != StringSelect {
		return
	}
	k.countBetween(join(path, "options"), len(c.Options), 1, maxSelectOptions)
	seen := map[string]bool{}
	for i, o := range c.Options {
		k.between(join(path, "options", i, "label"), o.Label, maxSelectText)
		k.between(join(path, "options", i, "value"), o.Value, maxSelectText)
		k.atMost(join(path, "options", i, "description"), o.Description, maxSelectText)
		if seen[o.Value] {
			k.add(join(path, "options", i, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
		}
		seen[o.Value] = true
	}
}

func (k *checker) section(path string, c Component) {
	k.countBetween(join(path, "components"), len(c.Components), 1, maxSectionTexts)
	for i, in := range c.Components {
		k.one(join(path, "components", i), in, TextDisplay)
	}
	if c.Accessory == nil {
		k.add(join(path, "accessory"), "BASE_TYPE_REQUIRED", "This field is required")
		return
	}
	k.one(join(path, "accessory"), *c.Accessory, Button, Thumbnail)
}

func (k *checker) container(path string, c Component) {
	k.countBetween(join(path, "components"), len(c.Components), 1, maxV2Components)
	for i, in := range c.Components {
		k.one(join(path, "components", i), in, ActionRow, Section, TextDisplay, MediaGallery, FileComponent, Separator)
	}
}
