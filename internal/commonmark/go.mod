module github.com/seed-90a94633/newsparse/internal/commonmark

go 1.26.0

require (
	github.com/seed-90a94633/newsparse v0.0.0
	github.com/yuin/goldmark v1.8.7
	golang.org/x/net v0.62.0
)

require (
	github.com/PuerkitoBio/goquery v1.13.0 // indirect
	github.com/andybalholm/cascadia v1.3.5 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/seed-90a94633/newsparse => ../..
