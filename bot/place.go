package bot

import "context"

// A Place is a channel as the bot finds it.
type Place struct {
	Name    string   // of the channel, without "#"
	Guild   string   // the guild's name
	Missing []string // permissions that the bot lacks there, as Discord names them
	Gone    string   // why the bot cannot be there at all; "" when it can
}

// place finds a channel as the bot, whose user ID is me, finds it.
func (r *rest) place(ctx context.Context, me, channel string, threads bool) (Place, error) {
	var c channelInfo
	switch err := r.get(ctx, "channels/"+channel, "channels", &c); {
	case refusedBy(err):
		return Place{Gone: "the channel is gone, or hidden from the bot"}, nil
	case err != nil:
		return Place{}, err
	}
	if c.isThread() {
		var parent channelInfo
		if err := r.get(ctx, "channels/"+c.Parent, "channels", &parent); err != nil && !refusedBy(err) {
			return Place{}, err
		}
		c.Overwrites = parent.Overwrites
	}
	var g guildInfo
	switch err := r.get(ctx, "guilds/"+c.Guild, "guilds", &g); {
	case refusedBy(err):
		return Place{Name: c.Name, Gone: "the bot is not in that server any more"}, nil
	case err != nil:
		return Place{}, err
	}
	var m memberInfo
	if err := r.get(ctx, "guilds/"+c.Guild+"/members/"+me, "guilds/members", &m); err != nil {
		return Place{}, err
	}
	may := held(me, g, c, m)
	return Place{Name: c.Name, Guild: g.Name, Missing: lacking(may, c.isThread(), threads)}, nil
}
