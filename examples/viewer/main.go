// Viewer shows what newsparse makes of a page, in a browser on this machine: the original with
// each block tinted by its role, what was removed and why, what was mended, the Article with
// its evidence, and every output.
//
//	go run . [-addr localhost:8089]
//
// It fetches nothing, and answers this machine only.
package main

import (
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"
)

func main() {
	addr := flag.String("addr", "localhost:8089", "loopback `address` to listen on; port 0 takes a free one")
	flag.Parse()
	if err := serve(*addr); err != nil {
		fmt.Fprintln(os.Stderr, "viewer:", err)
		os.Exit(1)
	}
}

func serve(addr string) error {
	listener, err := listen(addr)
	if err != nil {
		return err
	}
	handler, err := newServer()
	if err != nil {
		return err
	}
	fmt.Printf("open http://%s/ in a browser; Ctrl+C ends\n", listener.Addr())
	server := http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}

// listen listens on a loopback address, and refuses any other.
func listen(addr string) (net.Listener, error) {
	resolved, err := net.ResolveTCPAddr("tcp", addr)
	if err != nil {
		return nil, err
	}
	if !resolved.IP.IsLoopback() {
		return nil, errors.New(addr + " is not a loopback address: the viewer answers this machine only")
	}
	return net.ListenTCP("tcp", resolved)
}
