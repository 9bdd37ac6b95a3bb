package newsparse

import (
	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/meta"
)

// A Media is what an [Embed] shows.
type Media string

// The kinds of media.
const (
	MediaVideo    Media = "video"
	MediaAudio    Media = "audio"
	MediaPost     Media = "post" // of a social network
	MediaMap      Media = "map"
	MediaChart    Media = "chart"
	MediaDocument Media = "document"
)

// embedOf is the Embed of an address, with its platform; tag is the element that shows it.
func embedOf(address string, tag atom.Atom) Block {
	b := Block{Kind: Embed, URL: address}
	b.describeEmbed()
	switch {
	case b.Media != "":
	case tag == atom.Video:
		b.Media = MediaVideo
	case tag == atom.Audio:
		b.Media = MediaAudio
	}
	return b
}

// describeEmbed sets the platform of an Embed by its address.
func (b *Block) describeEmbed() {
	provider, media := meta.Provider(b.URL)
	b.Provider = provider
	if media != "" {
		b.Media = Media(media)
	}
}
