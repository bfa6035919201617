// Package loopback is a Discord on 127.0.0.1: its REST API (v9 and v10) and its gateway over a websocket. The tests
// of the whole program and the preview talk to it through the bot's real client code. It imports none of that code,
// so it judges what really goes over the wire.
//
// A bot reaches it with an http.Client whose transport sends https://discord.com/api/vN/… to [Server.URL] (or with
// [Server.Client]); the gateway's address comes from GET /gateway and READY, as on Discord. Members act through
// [Server.Command], [Server.Autocomplete], [Server.Press], [Server.MessageCommand] and [Server.Submit], each of
// which returns what the member would see. Nothing sleeps; every time limit goes by [Options].Now.
//
// # Files
//
// A file calls only files above it in this list:
//
//   - permissions, guild, message, embed, component, definition, request: Discord's objects
//   - api_error, limits, check_…: the rules for bodies
//   - state, json_objects, actor, interaction: what Discord stores, and its JSON
//   - gateway_script, conn, session, gateway_state: connections and their sessions
//   - server, post, mentions: the server with its lock, and how a message is posted
//   - request_body, route, …_routes, rest: REST
//   - identify, gateway: the gateway
//   - option_values, component_values, invocation: what members do
//   - inspect, control: what tests look at and change
//   - start: listening and closing
//
// # Rules
//
// Discord's OpenAPI document cannot express these. They are enforced here, with
// Discord's error codes and shapes. Characters are code points.
//
//  1. Names of slash commands and options: 1 to 32 of Discord's characters, lower case.
//  2. Descriptions of commands and options: 1 to 100; none on a context menu.
//  3. Options: 25 per level, each name once, required before optional.
//  4. Nesting: command, group, subcommand; subcommands do not mix with options.
//  5. Choices of a command: 25, names and string values 1 to 100, not together with autocomplete.
//  6. A command in all its longest locale: 8,000 (APPLICATION_COMMAND_TOO_LARGE).
//  7. Commands per scope: 100 slash, 15 of each menu (30032), each name once per kind.
//  8. Creates per scope and day: 200 (30034); names that exist do not count.
//  9. Content: 2,000.
//  10. Embeds: 10; title 256, description 4,096, 25 fields of 256 and 1,024, footer 2,048, author 256.
//  11. Embeds together: 6,000 (MAX_EMBED_SIZE_EXCEEDED).
//  12. Empty field name, value, footer or embed: "This field is required".
//  13. A message with nothing to show: 50006.
//  14. Rows: 5; buttons per row: 5; a select menu alone in its row; without Components V2 only rows at the top.
//  15. custom_id: 1 to 100, once per message.
//  16. Buttons: label 80, a label or emoji; link buttons have a web address up to 512 and no custom_id.
//  17. Selects: 25 options, label, value and description 100, placeholder 150, each value once.
//  18. Components V2: no content, embeds, stickers or poll; 40 components; 4,000 characters; the flag stays.
//  19. Flags: those a bot may set; ephemeral on answers to interactions only, on a deferral no other.
//  20. allowed_mentions: well-formed; with Options.NoPings present and allowing nothing.
//  21. nonce: 25; with enforce_nonce the author's earlier message is returned for Options.NonceWindow,
//     10008 once it is deleted.
//  22. First answer within 3 s, else 10062; a second one 40060; an unknown interaction or token 10062.
//  23. Kinds of answer: choices only for autocomplete, updates only for components and their forms, no
//     form in answer to a form.
//  24. Token life: 15 min, then 50027; before the first answer the webhook is unknown (10015).
//  25. Autocomplete: 25 choices, names and string values 1 to 100.
//  26. Forms: title 45, 1 to 5 parts, labels 45, inputs of 4,000.
//  27. Threads: name 1 to 100, archiving after 60, 1440, 4320 or 10080 minutes, one per message (160004).
//  28. Files: 10 per message, 10 MiB each, 25 MiB per request (40005).
//  29. Tokens: 401 without the bot's; 401 for everything once the token is reset.
//  30. Places: 10003 for an unknown channel, 50001 without ViewChannel, 50013 without the permission,
//     50005 for others' messages.
//  31. Gateway: close codes 4001 to 4005, 4007, 4008 (120 packets in 60 s), 4010, 4012 to 4014;
//     Identifies per day and the time between them.
//
// # Faults
//
// control.go makes what goes wrong in practice: scripts for connections to come, [Server.Reconnect],
// [Server.Invalidate], [Server.Drop], [Server.CloseWith] and [Server.StopAcks] for open ones, [RESTFault] with
// [Server.Fail] for REST, and [Server.Deny], [Server.RemoveChannel] and [Server.RemoveGuild] for lost access.
package loopback
