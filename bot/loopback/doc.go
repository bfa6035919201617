// Package loopback is a Discord on 127.0.0.1: its REST (v9 and v10) and its
// gateway over a websocket. The tests of the whole program and the preview talk
// to it through the bot's real client code; it imports none of that code, so it
// judges what really goes over the wire.
//
// A bot reaches it with an http.Client whose transport sends
// https://discord.com/api/vN/… to [Server.URL] (or with [Server.Client]); the
// gateway's address comes from GET /gateway and READY, as it does on Discord.
// People act through [Server.Command], [Server.Autocomplete], [Server.Press],
// [Server.MessageCommand] and [Server.Submit], each of which returns what the
// person would see. Nothing sleeps; every limit in time goes by [Options].Now.
//
// # Rules
//
// What Discord's OpenAPI document cannot express is enforced here, with errors
// of Discord's codes and shapes. Characters are code points.
//
//  1. Names of slash commands and options: 1 to 32 of Discord's characters, lower case.
//  2. Descriptions of commands and options: 1 to 100; none on a context menu.
//  3. Options: 25 a level, names once, required before optional.
//  4. Nesting: command, group, subcommand; subcommands do not mix with options.
//  5. Choices of a command: 25, names and string values 1 to 100, not together with autocomplete.
//  6. A command in all its longest locale: 8,000 (APPLICATION_COMMAND_TOO_LARGE).
//  7. Commands a scope: 100 slash, 15 of each menu (30032), names once a kind.
//  8. Creates a scope and day: 200 (30034); names that exist cost nothing.
//  9. Content: 2,000.
//  10. Embeds: 10; title 256, description 4,096, 25 fields of 256 and 1,024, footer 2,048, author 256.
//  11. Embeds together: 6,000 (MAX_EMBED_SIZE_EXCEEDED).
//  12. Empty field name, value, footer or embed: "This field is required".
//  13. A message with nothing to show: 50006.
//  14. Rows: 5; buttons a row: 5; a select stands alone; without Components V2 only rows at the top.
//  15. custom_id: 1 to 100, once a message.
//  16. Buttons: label 80, a label or emoji; link buttons have a web address up to 512 and no custom_id.
//  17. Selects: 25 options, label, value and description 100, placeholder 150, values once.
//  18. Components V2: no content, embeds, stickers or poll beside them; 40 components; 4,000 characters; the flag stays.
//  19. Flags: those a bot may set; ephemeral on answers to interactions only, on a deferral nothing else.
//  20. allowed_mentions: well-formed; with Options.NoPings present and allowing nothing.
//  21. nonce: 25; with enforce_nonce the same author's old message is returned for Options.NonceWindow, 10008 once it is deleted.
//  22. First answer within 3 s, else 10062; a second one 40060; an unknown interaction or token 10062.
//  23. Kinds of answer: choices for autocomplete alone, updates for components and their forms alone, no form upon a form.
//  24. Token life: 15 min, then 50027; before the first answer the webhook is unknown (10015).
//  25. Autocomplete: 25 choices, names and string values 1 to 100.
//  26. Forms: title 45, 1 to 5 parts, labels 45, inputs of 4,000.
//  27. Threads: name 1 to 100, archiving after 60, 1440, 4320 or 10080 minutes, one a message (160004).
//  28. Files: 10 a message, 10 MiB each, 25 MiB a request (40005).
//  29. Tokens: 401 without the bot's; all is 401 once the token is reset.
//  30. Places: 10003 for an unknown channel, 50001 without ViewChannel, 50013 without the permission, 50005 for others' messages.
//  31. Gateway: close codes 4001 to 4005, 4007, 4008 (120 packets in 60 s), 4010, 4012 to 4014; Identifies a day and apart.
//
// # Faults
//
// On request it plays what goes wrong in practice: see [Play] with
// [Server.PlayNext] for connections to come, [Server.Reconnect],
// [Server.Invalidate], [Server.Drop], [Server.CloseWith] and [Server.StopAcks]
// for those that stand, [RESTFault] with [Server.Fail] for REST, and
// [Server.Deny], [Server.RemoveChannel] and [Server.RemoveGuild] for places lost.
package loopback
