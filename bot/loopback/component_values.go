package loopback

import (
	"fmt"
	"slices"
)

// checkChosen checks values chosen in a select menu.
func checkChosen(c Component, values []string) error {
	low, high := c.selectRange()
	if len(values) < low || len(values) > high {
		return fmt.Errorf("choose %d to %d values", low, high)
	}
	for _, v := range values {
		known := slices.ContainsFunc(c.Options, func(o SelectOption) bool { return o.Value == v })
		if c.Type == StringSelect && !known {
			return fmt.Errorf("there is no value %q", v)
		}
	}
	return nil
}

// submittedAll lists the components of a form with what was typed into them.
func submittedAll(list []Component, values map[string]string) ([]map[string]any, error) {
	var parts []map[string]any
	for _, c := range list {
		part, err := submitted(c, values)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// submitted is a component of a form with what was typed into it.
func submitted(c Component, values map[string]string) (map[string]any, error) {
	part := map[string]any{"type": c.Type, "id": c.ID}
	text, given := values[c.CustomID]
	var err error
	switch {
	case c.Type == ActionRow:
		part["components"], err = submittedAll(c.Components, values)
	case c.Type == Label:
		part["component"], err = submitted(*c.Component, values)
	case c.Type == TextInput:
		if !given {
			text = c.Value
		}
		part["custom_id"], part["value"] = c.CustomID, text
		err = checkTyped(c, text)
	case c.isSelect():
		part["custom_id"], part["values"] = c.CustomID, []string{}
		if given {
			part["values"] = []string{text}
		}
	}
	return part, err
}

func checkTyped(c Component, text string) error {
	n := runes(text)
	switch {
	case text == "" && valueOr(c.Required, true):
		return fmt.Errorf("input %q is required", c.CustomID)
	case c.MinLength != nil && n < *c.MinLength && n > 0, c.MaxLength != nil && n > *c.MaxLength, n > maxInputText:
		return fmt.Errorf("input %q has the wrong length", c.CustomID)
	}
	return nil
}
