package decode

import "bytes"

// A signature is how the files of a binary format begin.
type signature struct {
	prefix string
	format string
}

// signatures holds no prefix that could open a text.
var signatures = [...]signature{
	{"%PDF-", "PDF"},
	{"%!PS-Adobe", "PostScript"},
	{"{\\rtf", "RTF document"},
	{"\x89PNG\r\n\x1A\n", "PNG image"},
	{"\xFF\xD8\xFF", "JPEG image"},
	{"GIF87a", "GIF image"},
	{"GIF89a", "GIF image"},
	{"II*\x00", "TIFF image"},
	{"MM\x00*", "TIFF image"},
	{"\x00\x00\x01\x00", "icon"},
	{"PK\x03\x04", "ZIP archive or Office document"},
	{"PK\x05\x06", "ZIP archive"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Office document"},
	{"\x1F\x8B", "gzip data"},
	{"BZh91AY&SY", "bzip2 data"},
	{"\xFD7zXZ\x00", "xz data"},
	{"\x28\xB5\x2F\xFD", "zstd data"},
	{"7z\xBC\xAF\x27\x1C", "7z archive"},
	{"Rar!\x1A\x07", "RAR archive"},
	{"\x00asm", "WebAssembly"},
	{"\x7FELF", "ELF program"},
	{"\xCF\xFA\xED\xFE", "Mach-O program"},
	{"MZ\x90\x00", "Windows program"},
	{"SQLite format 3\x00", "SQLite database"},
	{"OggS\x00", "Ogg media"},
	{"ID3\x03", "MP3 audio"},
	{"ID3\x04", "MP3 audio"},
	{"fLaC\x00", "FLAC audio"},
	{"\x1A\x45\xDF\xA3", "Matroska or WebM video"},
	{"wOFF\x00", "font"},
	{"wOF2\x00", "font"},
	{"wOFFOTTO", "font"},
	{"wOF2OTTO", "font"},
}

// binaryFormat names the format of b if b is one of the known binary formats, and is empty
// otherwise.
func binaryFormat(b []byte) string {
	for _, s := range signatures {
		if len(b) >= len(s.prefix) && string(b[:len(s.prefix)]) == s.prefix {
			return s.format
		}
	}
	// Containers name their content after a length.
	if len(b) >= 12 {
		switch {
		case string(b[:4]) == "RIFF" && string(b[8:12]) == "WEBP":
			return "WebP image"
		case string(b[:4]) == "RIFF" && (string(b[8:12]) == "WAVE" || string(b[8:12]) == "AVI "):
			return "audio or video"
		case b[0] == 0 && string(b[4:8]) == "ftyp":
			return "MP4 video or AVIF image"
		}
	}
	// Servers send PDFs with blank lines before them.
	if bytes.HasPrefix(bytes.TrimLeft(b[:min(len(b), 64)], " \t\r\n"), []byte("%PDF-")) {
		return "PDF"
	}
	return ""
}
