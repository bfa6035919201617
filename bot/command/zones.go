package command

import "strings"

// zoneName is the common zone that a moderator means by its city alone or by a name in
// other letter case; anything else stays as it was typed.
func zoneName(typed string) string {
	low := strings.ReplaceAll(strings.ToLower(typed), " ", "_")
	for _, zone := range commonZones() {
		name := strings.ToLower(zone)
		if _, city, ok := strings.Cut(name, "/"); name == low || ok && city == low || strings.HasSuffix(city, "/"+low) {
			return zone
		}
	}
	return typed
}

// commonZones are the IANA zones that most people live in, one for each region; any other name can be typed.
func commonZones() []string {
	return strings.Fields(`UTC Europe/London Europe/Dublin Europe/Lisbon Europe/Paris Europe/Berlin Europe/Madrid
		Europe/Rome Europe/Amsterdam Europe/Brussels Europe/Zurich Europe/Vienna Europe/Prague Europe/Warsaw
		Europe/Budapest Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Helsinki Europe/Tallinn Europe/Riga
		Europe/Vilnius Europe/Kyiv Europe/Bucharest Europe/Sofia Europe/Athens Europe/Istanbul Europe/Moscow
		Africa/Casablanca Africa/Lagos Africa/Cairo Africa/Nairobi Africa/Johannesburg Asia/Jerusalem Asia/Beirut
		Asia/Baghdad Asia/Riyadh Asia/Tehran Asia/Dubai Asia/Tbilisi Asia/Yerevan Asia/Karachi Asia/Kolkata
		Asia/Kathmandu Asia/Dhaka Asia/Bangkok Asia/Jakarta Asia/Ho_Chi_Minh Asia/Singapore Asia/Kuala_Lumpur
		Asia/Manila Asia/Hong_Kong Asia/Shanghai Asia/Taipei Asia/Seoul Asia/Tokyo Australia/Perth Australia/Darwin
		Australia/Adelaide Australia/Brisbane Australia/Sydney Australia/Melbourne Pacific/Auckland Pacific/Honolulu
		America/Anchorage America/Los_Angeles America/Vancouver America/Denver America/Phoenix America/Chicago
		America/Mexico_City America/New_York America/Toronto America/Halifax America/St_Johns America/Bogota
		America/Lima America/Caracas America/Santiago America/Sao_Paulo America/Argentina/Buenos_Aires`)
}
