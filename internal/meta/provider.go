package meta

import (
	"net/url"
	"strings"
)

// A provider is a platform whose players and posts stories embed.
type provider struct{ name, media string }

// providers are the platforms by the ends of their hosts, some with a path.
var providers = func() map[string]provider {
	out := map[string]provider{}
	for media, lines := range table("providers.txt") {
		for _, line := range lines {
			name, hosts, _ := strings.Cut(line, "=")
			for host := range strings.SplitSeq(hosts, ",") {
				out[host] = provider{name, media}
			}
		}
	}
	return out
}()

// Provider is the name of the platform that an embed is of, and what that shows: video, audio,
// post, map, chart, document. One that is not known goes by its host.
func Provider(address string) (name, media string) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return "", ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	first, _, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "/")
	for h := host; h != ""; _, h, _ = strings.Cut(h, ".") {
		if p, ok := providers[h+"/"+first]; ok {
			return p.name, p.media
		}
		if p, ok := providers[h]; ok {
			return p.name, p.media
		}
	}
	return host, ""
}
