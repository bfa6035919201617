package article

import (
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	for want, text := range map[string]string{
		"en": "The mayor of the town said that the bridge was open and that the trams would run to the harbour in the spring, and he was glad of it.",
		"de": "Der Bürgermeister hat die Brücke am Montag mit einer Rede eröffnet, und die Menschen sind den Weg von der Stadt zu dem Hafen gegangen, das ist nicht weit.",
		"fr": "Le maire a ouvert le pont dans une fête, et les tramways du port sont pour les gens des deux rives, qui est une bonne chose dans la ville.",
		"es": "El alcalde abrió el puente y los tranvías del puerto, por la tarde, con una fiesta en las calles que son las mejores del país.",
		"it": "Il sindaco ha aperto il ponte della città, che non è lontano, per la festa di una sera che sono in molti con il vino di casa.",
		"nl": "De burgemeester heeft het park en de brug van het dorp geopend, dat niet ver is van een haven die de boten niet zijn.",
		"pt": "O prefeito abriu a ponte do porto com uma festa, que não foi por um dia em que os navios da cidade e do rio em paz.",
		"":   "Nulla 14 7 3 xyz qwerty asdf.",
	} {
		a := parseOne(t, "x.txt", "Title\n\n"+strings.Repeat(text+"\n\n", 2))
		if a.Language != want {
			t.Errorf("language %q, want %q, of %s", a.Language, want, text)
		}
	}
}
