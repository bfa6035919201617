package preview

import (
	"fmt"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"

	"rapporteur/bot/loopback"
)

// startBot runs a loopback with a small bot: the librarian of a newspaper, who knows
// two people.
func startBot(t *testing.T) *loopback.Server {
	t.Helper()
	s, err := loopback.Start(loopback.Options{})
	if err != nil {
		t.Fatal(err)
	}
	bot, err := discordgo.New("Bot " + loopback.Token)
	if err != nil {
		t.Fatal(err)
	}
	bot.Client, bot.StateEnabled, bot.ShouldReconnectOnError = s.Client(), false, false
	bot.AddHandler(librarian)
	if err := bot.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		s.Close()
		bot.Close()
	})
	if _, err := bot.ApplicationCommandBulkOverwrite(loopback.ApplicationID, "", commands()); err != nil {
		t.Fatal(err)
	}
	return s
}

func commands() []*discordgo.ApplicationCommand {
	text := discordgo.ApplicationCommandOptionString
	admin := int64(discordgo.PermissionManageGuild)
	return []*discordgo.ApplicationCommand{
		{Name: "said", Description: "What has somebody said?", Options: []*discordgo.ApplicationCommandOption{
			{Type: text, Name: "person", Description: "a name, or part of one", Required: true, Autocomplete: true},
			{Type: text, Name: "about", Description: "words it must be about"},
		}},
		{Name: "who", Description: "Who said this?", Options: []*discordgo.ApplicationCommandOption{
			{Type: text, Name: "said", Description: "the words", Required: true},
		}},
		{Name: "admin", Description: "For moderators", DefaultMemberPermissions: &admin, Options: []*discordgo.ApplicationCommandOption{
			{Type: discordgo.ApplicationCommandOptionSubCommandGroup, Name: "digest", Description: "Digests", Options: []*discordgo.ApplicationCommandOption{
				{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "add", Description: "Post a digest", Options: []*discordgo.ApplicationCommandOption{
					{Type: discordgo.ApplicationCommandOptionChannel, Name: "channel", Description: "where", Required: true},
					{Type: text, Name: "at", Description: "when"},
				}},
				{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "rename", Description: "Rename the digest"},
			}},
		}},
		{Name: "card", Description: "A card"},
		{Name: "Who said this?", Type: discordgo.MessageApplicationCommand},
	}
}

// librarian answers every interaction.
func librarian(bot *discordgo.Session, i *discordgo.InteractionCreate) {
	switch i.Type {
	case discordgo.InteractionApplicationCommandAutocomplete:
		suggest(bot, i)
	case discordgo.InteractionMessageComponent:
		pressed(bot, i)
	case discordgo.InteractionModalSubmit:
		row := i.ModalSubmitData().Components[0].(*discordgo.ActionsRow)
		reply(bot, i, &discordgo.InteractionResponseData{
			Content: "The digest is now called **" + row.Components[0].(*discordgo.TextInput).Value + "**.",
		})
	default:
		commanded(bot, i)
	}
}

func reply(bot *discordgo.Session, i *discordgo.InteractionCreate, data *discordgo.InteractionResponseData) {
	respond(bot, i, discordgo.InteractionResponseChannelMessageWithSource, data)
}

func respond(bot *discordgo.Session, i *discordgo.InteractionCreate, kind discordgo.InteractionResponseType, data *discordgo.InteractionResponseData) {
	if err := bot.InteractionRespond(i.Interaction, &discordgo.InteractionResponse{Type: kind, Data: data}); err != nil {
		panic(err)
	}
}

func suggest(bot *discordgo.Session, i *discordgo.InteractionCreate) {
	var choices []*discordgo.ApplicationCommandOptionChoice
	typed := strings.ToLower(i.ApplicationCommandData().Options[0].StringValue())
	for _, name := range []string{"Mira Varga", "Mirko Stan"} {
		if strings.HasPrefix(strings.ToLower(name), typed) {
			choices = append(choices, &discordgo.ApplicationCommandOptionChoice{
				Name: name + " (3 statements)", Value: "person:" + strings.ToLower(name),
			})
		}
	}
	respond(bot, i, discordgo.InteractionApplicationCommandAutocompleteResult, &discordgo.InteractionResponseData{Choices: choices})
}

func commanded(bot *discordgo.Session, i *discordgo.InteractionCreate) {
	data := i.ApplicationCommandData()
	switch data.Name {
	case "said":
		given := ""
		for _, o := range data.Options {
			given += fmt.Sprintf("%s=%q ", o.Name, o.StringValue())
		}
		reply(bot, i, &discordgo.InteractionResponseData{
			Content: given, Flags: discordgo.MessageFlagsEphemeral, Embeds: []*discordgo.MessageEmbed{page(1)}, Components: pager(1),
		})
	case "card":
		reply(bot, i, card())
	case "who":
		reply(bot, i, &discordgo.InteractionResponseData{Content: `\*Nobody\* said ` + "`" + data.Options[0].StringValue() + "`"})
	case "Who said this?":
		reply(bot, i, &discordgo.InteractionResponseData{Content: "> " + data.Resolved.Messages[data.TargetID].Content + "\nMira Varga, [Hill Courier](<https://courier.example/a>), <t:1773360000:d>"})
	default:
		administer(bot, i, data.Options[0].Options[0])
	}
}

func administer(bot *discordgo.Session, i *discordgo.InteractionCreate, sub *discordgo.ApplicationCommandInteractionDataOption) {
	if sub.Name == "rename" {
		respond(bot, i, discordgo.InteractionResponseModal, &discordgo.InteractionResponseData{
			CustomID: "rename", Title: "Rename the digest", Components: []discordgo.MessageComponent{
				discordgo.ActionsRow{Components: []discordgo.MessageComponent{
					discordgo.TextInput{CustomID: "name", Label: "New name", Style: discordgo.TextInputShort},
				}},
			},
		})
		return
	}
	channel := sub.Options[0].Value.(string)
	if _, err := bot.ChannelMessageSend(channel, "Good morning. This is the first digest."); err != nil {
		panic(err)
	}
	reply(bot, i, &discordgo.InteractionResponseData{Content: "A digest will go to <#" + channel + ">.", Flags: discordgo.MessageFlagsEphemeral})
}

// card is a reply of Components V2.
func card() *discordgo.InteractionResponseData {
	text := func(s string) discordgo.TextDisplay { return discordgo.TextDisplay{Content: s} }
	return &discordgo.InteractionResponseData{Flags: discordgo.MessageFlagsIsComponentsV2, Components: []discordgo.MessageComponent{
		discordgo.Container{Components: []discordgo.MessageComponent{
			text("## Friday, 13 March"),
			discordgo.Section{
				Components: []discordgo.MessageComponent{text("The council signed.\n-# Hill Courier")},
				Accessory:  discordgo.Button{Label: "Context", CustomID: "context", Style: discordgo.SecondaryButton},
			},
			discordgo.Separator{},
			text("> “We will not pay twice.”"),
		}},
		discordgo.ActionsRow{Components: []discordgo.MessageComponent{
			discordgo.SelectMenu{CustomID: "about", Placeholder: "About", Options: []discordgo.SelectMenuOption{
				{Label: "The dam", Value: "dam", Description: "2 statements"}, {Label: "The toll", Value: "toll"},
			}},
		}},
	}}
}

func page(n int) *discordgo.MessageEmbed {
	return &discordgo.MessageEmbed{
		Title: "Mira Varga", URL: "https://courier.example/varga", Description: "“We will **not** pay twice.”",
		Fields: []*discordgo.MessageEmbedField{{Name: "Hill Courier", Value: "12 March 2026"}},
		Footer: &discordgo.MessageEmbedFooter{Text: fmt.Sprintf("Page %d of 2", n)},
	}
}

func pager(n int) []discordgo.MessageComponent {
	return []discordgo.MessageComponent{discordgo.ActionsRow{Components: []discordgo.MessageComponent{
		discordgo.Button{Label: "Back", CustomID: "back", Disabled: n == 1, Style: discordgo.SecondaryButton},
		discordgo.Button{Label: "Next", CustomID: "next", Disabled: n == 2, Style: discordgo.PrimaryButton},
		discordgo.Button{Label: "Share", CustomID: "share", Style: discordgo.SecondaryButton},
		discordgo.Button{Label: "Source", URL: "https://courier.example/varga", Style: discordgo.LinkButton},
	}}}
}

func pressed(bot *discordgo.Session, i *discordgo.InteractionCreate) {
	switch i.MessageComponentData().CustomID {
	case "about":
		respond(bot, i, discordgo.InteractionResponseDeferredMessageUpdate, nil)
		if _, err := bot.FollowupMessageCreate(i.Interaction, false, &discordgo.WebhookParams{
			Content: "About: " + i.MessageComponentData().Values[0], Flags: discordgo.MessageFlagsEphemeral,
		}); err != nil {
			panic(err)
		}
	case "next":
		respond(bot, i, discordgo.InteractionResponseUpdateMessage, &discordgo.InteractionResponseData{
			Embeds: []*discordgo.MessageEmbed{page(2)}, Components: pager(2),
		})
	case "share":
		reply(bot, i, &discordgo.InteractionResponseData{Content: "Shared by <@" + i.Member.User.ID + ">", Embeds: []*discordgo.MessageEmbed{page(1)}})
	}
}

// commandOptions are two options as split sees them.
func commandOptions() []loopback.OptionDefinition {
	return []loopback.OptionDefinition{{Name: "person"}, {Name: "about"}}
}
