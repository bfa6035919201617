package loopback

import (
	"errors"
	"fmt"
	"slices"
)

func (s *Server) sendMessageCommand(a Actor, name, message string) (*interaction, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	who, err := s.resolve(a)
	if err != nil {
		return nil, err
	}
	d, err := s.find(who, MessageCommand, name)
	if err != nil {
		return nil, err
	}
	m, err := s.visible(who, message)
	if err != nil {
		return nil, err
	}
	data := map[string]any{
		"id": d.ID, "name": d.Name, "type": MessageCommand, "target_id": m.ID,
		"resolved": map[string]any{"messages": map[string]any{m.ID: *m}},
	}
	if d.GuildID != "" {
		data["guild_id"] = d.GuildID
	}
	in := &interaction{kind: interactionCommand, who: who, name: d.Name}
	return in, s.begin(in, data, nil)
}

// visible finds a message the actor can see. Its channel becomes the actor's.
func (s *Server) visible(who resolved, id string) (*Message, error) {
	m := s.world.anyMessage(id)
	if m == nil || m.seenBy != "" && m.seenBy != who.member.ID {
		return nil, fmt.Errorf("no message %q is shown to %s", id, who.member.Name)
	}
	return m, nil
}

func (s *Server) sendPress(a Actor, message, customID string, values []string) (*interaction, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.world.anyMessage(message); m != nil && a.Channel == "" && !a.Direct {
		a.Channel = m.ChannelID
		if c := s.world.channels[m.ChannelID]; c != nil {
			a.Direct = c.Type == DirectMessage
		}
	}
	who, err := s.resolve(a)
	if err != nil {
		return nil, err
	}
	m, err := s.visible(who, message)
	if err != nil {
		return nil, err
	}
	var pressed *Component
	Walk(m.Components, func(c Component) {
		if c.CustomID == customID && customID != "" {
			pressed = &c
		}
	})
	switch {
	case pressed == nil:
		return nil, errors.New("the message has no such component")
	case pressed.Disabled:
		return nil, errors.New("the component is disabled")
	}
	data := map[string]any{"component_type": pressed.Type, "custom_id": customID, "id": pressed.ID}
	if pressed.Type != Button {
		if err := chosen(*pressed, values); err != nil {
			return nil, err
		}
		data["values"] = append([]string{}, values...)
	}
	in := &interaction{kind: interactionComponent, who: who, source: m}
	return in, s.begin(in, data, map[string]any{"message": *m})
}

// chosen checks values against a select.
func chosen(c Component, values []string) error {
	low, high := 1, 1
	if c.MinValues != nil {
		low = *c.MinValues
	}
	if c.MaxValues != nil {
		high = *c.MaxValues
	}
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

func (s *Server) sendForm(a Actor, form Reply, values map[string]string) (*interaction, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	who, err := s.resolve(a)
	if err != nil {
		return nil, err
	}
	if form.Modal == nil {
		return nil, errors.New("the reply opened none")
	}
	var parts []map[string]any
	for _, c := range form.Modal.Components {
		part, err := submitted(c, values)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	in := &interaction{kind: interactionModal, who: who}
	extra := map[string]any{}
	if opener := s.asked[form.Interaction]; opener != nil && opener.source != nil {
		in.source = opener.source
		extra["message"] = *in.source
	}
	return in, s.begin(in, map[string]any{"custom_id": form.Modal.CustomID, "components": parts}, extra)
}

// submitted is a component of a form with what was typed into it.
func submitted(c Component, values map[string]string) (map[string]any, error) {
	part := map[string]any{"type": c.Type, "id": c.ID}
	switch c.Type {
	case ActionRow:
		var inside []map[string]any
		for _, in := range c.Components {
			one, err := submitted(in, values)
			if err != nil {
				return nil, err
			}
			inside = append(inside, one)
		}
		part["components"] = inside
	case Label:
		one, err := submitted(*c.Component, values)
		if err != nil {
			return nil, err
		}
		part["component"] = one
	case TextInput:
		text, given := values[c.CustomID]
		if !given {
			text = c.Value
		}
		part["custom_id"], part["value"] = c.CustomID, text
		return part, typedInto(c, text)
	case StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect:
		part["custom_id"], part["values"] = c.CustomID, []string{}
		if text, given := values[c.CustomID]; given {
			part["values"] = []string{text}
		}
	}
	return part, nil
}

func typedInto(c Component, text string) error {
	n := runes(text)
	switch {
	case text == "" && (c.Required == nil || *c.Required):
		return fmt.Errorf("input %q is required", c.CustomID)
	case c.MinLength != nil && n < *c.MinLength && n > 0, c.MaxLength != nil && n > *c.MaxLength, n > maxInputText:
		return fmt.Errorf("input %q has the wrong length", c.CustomID)
	}
	return nil
}
