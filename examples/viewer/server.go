package main

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io"
	"net"
	"net/http"
	"net/netip"
	"path"
	"strings"
	"sync"
)

//go:embed web
var web embed.FS

//go:embed samples
var samples embed.FS

const (
	maxPageBytes = 32 << 20
	maxPages     = 32 // that are kept; the oldest goes first
)

// A server answers the viewer's requests. It keeps the last pages in memory.
type server struct {
	handler      http.Handler
	page         *template.Template
	originalCSS  template.CSS
	originalHash string // of originalCSS, as a content security policy names it
	samples      []sample

	mu    sync.Mutex
	views map[string]*view
	order []string // of views, the oldest first
}

// A sample is a bundled page.
type sample struct{ File, Name string }

func newServer() (*server, error) {
	s := &server{views: map[string]*view{}}
	css, err := web.ReadFile("web/original.css")
	if err != nil {
		return nil, err
	}
	hash := sha256.Sum256(css)
	s.originalCSS = template.CSS(css)
	s.originalHash = "'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"
	if s.page, err = template.ParseFS(web, "web/page.html", "web/outputs.html"); err != nil {
		return nil, err
	}
	entries, err := samples.ReadDir("samples")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), path.Ext(e.Name()))
		s.samples = append(s.samples, sample{File: e.Name(), Name: strings.ReplaceAll(name, "-", " ")})
	}
	newView(context.Background(), "", []byte("The first page loads the model."), "") // its time would mislead
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.start)
	mux.HandleFunc("POST /pages", s.parse)
	mux.HandleFunc("GET /samples/{file}", s.sample)
	mux.HandleFunc("GET /pages/{id}", s.show)
	mux.HandleFunc("GET /pages/{id}/original", s.original)
	mux.HandleFunc("GET /style.css", asset("web/style.css"))
	mux.HandleFunc("GET /viewer.js", asset("web/viewer.js"))
	s.handler = http.NewCrossOriginProtection().Handler(mux)
	return s, nil
}

// ServeHTTP answers requests that name this machine: a page elsewhere whose name is made to
// lead here must not read what is shown.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !isLoopback(r.Host) {
		http.Error(w, "the viewer answers this machine only", http.StatusForbidden)
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	s.handler.ServeHTTP(w, r)
}

func isLoopback(hostPort string) bool {
	host, _, err := net.SplitHostPort(hostPort)
	if err != nil {
		host = strings.Trim(hostPort, "[]")
	}
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

func asset(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, web, name) }
}

// start shows the form, and nothing else.
func (s *server) start(w http.ResponseWriter, r *http.Request) { s.write(w, nil) }

// parse takes a page from the form, and leads to what it becomes.
func (s *server) parse(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxPageBytes)
	if err := r.ParseMultipartForm(maxPageBytes); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		status := http.StatusBadRequest
		if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
			status = http.StatusRequestEntityTooLarge
		}
		http.Error(w, err.Error(), status)
		return
	}
	name, page := "pasted", []byte(strings.ReplaceAll(r.FormValue("page"), "\r\n", "\n")) // forms send each line end as two
	if file, header, err := r.FormFile("file"); err == nil && header.Size > 0 {
		defer file.Close()
		name = header.Filename
		if page, err = io.ReadAll(file); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
	}
	s.keep(w, r, name, page, r.FormValue("url"))
}

// sample leads to a bundled page.
func (s *server) sample(w http.ResponseWriter, r *http.Request) {
	file := r.PathValue("file")
	page, err := samples.ReadFile("samples/" + file)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	s.keep(w, r, file, page, "https://echo.example/news/"+strings.TrimSuffix(file, path.Ext(file)))
}

// keep parses a page, keeps what it becomes and leads there.
func (s *server) keep(w http.ResponseWriter, r *http.Request, name string, page []byte, address string) {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s", name, address, page))
	id := hex.EncodeToString(sum[:8])
	s.mu.Lock()
	_, kept := s.views[id]
	s.mu.Unlock()
	if !kept {
		v := newView(r.Context(), name, page, address)
		v.ID = id
		s.mu.Lock()
		if len(s.order) == maxPages {
			delete(s.views, s.order[0])
			s.order = s.order[1:]
		}
		if s.views[id] == nil {
			s.order = append(s.order, id)
		}
		s.views[id] = v
		s.mu.Unlock()
	}
	http.Redirect(w, r, "/pages/"+id, http.StatusSeeOther)
}

// show shows what a page became.
func (s *server) show(w http.ResponseWriter, r *http.Request) {
	if v := s.viewOf(w, r); v != nil {
		s.write(w, v)
	}
}

// original shows a page as it came, for a frame without rights: scripts, forms and requests
// are forbidden to it thrice, by what is written, by its policy and by the frame's sandbox.
func (s *server) original(w http.ResponseWriter, r *http.Request) {
	v := s.viewOf(w, r)
	if v == nil {
		return
	}
	w.Header().Set("Content-Security-Policy", "sandbox; default-src 'none'; style-src "+s.originalHash+"; base-uri 'none'; form-action 'none'; frame-ancestors 'self'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprintf(w, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Original</title><style>%s</style></head>\n<body>%s</body></html>\n", s.originalCSS, v.Original)
}

func (s *server) viewOf(w http.ResponseWriter, r *http.Request) *view {
	s.mu.Lock()
	v := s.views[r.PathValue("id")]
	s.mu.Unlock()
	if v == nil {
		http.Error(w, "this page is no longer kept; parse it again", http.StatusNotFound)
	}
	return v
}

func (s *server) write(w http.ResponseWriter, v *view) {
	var page strings.Builder
	err := s.page.ExecuteTemplate(&page, "page.html", struct {
		View    *view
		Samples []sample
	}{v, s.samples})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	io.WriteString(w, page.String())
}
