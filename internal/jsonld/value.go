package jsonld

// A kind is the type of a JSON value.
type kind uint8

const (
	null kind = iota
	text
	number
	boolean
	list
	object
)

// A value is one JSON value, reduced to what things are made of: an object holds only the
// members of the wanted keys.
type value struct {
	kind  kind
	key   key    // of a member of an object
	text  string // of text, number and boolean, decoded
	items []value
}

// A key is a member name that counts.
type key uint8

const (
	keyNone key = iota
	keyType
	keyID
	keyGraph
	keyList
	keyName
	keyGivenName
	keyFamilyName
	keyHeadline
	keyDescription
	keyPublished
	keyModified
	keyCreated
	keyAuthor
	keyPublisher
	keySection
	keyKeywords
	keyImage
	keyURL
	keyContentURL
	keyWidth
	keyHeight
	keyCaption
	keyLanguage
	keyAlternateName
	keyFree
	keyBody
	keyMainEntity
	keyMainEntityOfPage
	keyPartOf
	keyElements
	keyItem
	keyPosition
	keyValue
	keyGenre
	keyLicense
	keyCorrection
)

// keyOf knows the names of schema.org, and the JSON-LD keywords, by which things are told.
var keyOf = map[string]key{
	"@type": keyType, "type": keyType, "@id": keyID, "@graph": keyGraph, "@list": keyList, "@set": keyList, "@value": keyValue,
	"name": keyName, "givenName": keyGivenName, "familyName": keyFamilyName, "alternateName": keyAlternateName,
	"headline": keyHeadline, "description": keyDescription,
	"datePublished": keyPublished, "dateModified": keyModified, "dateCreated": keyCreated, "uploadDate": keyCreated,
	"author": keyAuthor, "authors": keyAuthor, "Author": keyAuthor, "creator": keyAuthor,
	"publisher": keyPublisher, "sourceOrganization": keyPublisher, "articleSection": keySection, "keywords": keyKeywords,
	"image": keyImage, "thumbnailUrl": keyImage, "url": keyURL, "contentUrl": keyContentURL,
	"width": keyWidth, "height": keyHeight, "caption": keyCaption, "inLanguage": keyLanguage,
	"isAccessibleForFree": keyFree, "articleBody": keyBody,
	"genre": keyGenre, "license": keyLicense, "correction": keyCorrection,
	"mainEntity": keyMainEntity, "mainEntityOfPage": keyMainEntityOfPage, "isPartOf": keyPartOf,
	"itemListElement": keyElements, "item": keyItem, "position": keyPosition, "value": keyValue,
}

// get is the first member of that key, or the zero value. An @type inside of a list is
// found too: a value that should be one object is often a list of one.
func (v *value) get(k key) *value {
	if v.kind == list && len(v.items) > 0 {
		v = &v.items[0]
	}
	if v.kind == object {
		for i := range v.items {
			if v.items[i].key == k {
				return &v.items[i]
			}
		}
	}
	return &none
}

// none stands for what is missing. It is never written to.
var none value

// first is the text of a scalar, or of the first text of a list, or of an object's @value.
func (v *value) first() string {
	switch v.kind {
	case text, number, boolean:
		return v.text
	case list:
		for i := range v.items {
			if s := v.items[i].first(); s != "" {
				return s
			}
		}
	case object:
		for _, k := range [...]key{keyValue, keyName} {
			if s := v.get(k).first(); s != "" {
				return s
			}
		}
	}
	return ""
}

// all are the texts of a scalar or a list, and the names of its objects.
func (v *value) all() []string {
	if v.kind != list {
		if s := v.first(); s != "" {
			return []string{s}
		}
		return nil
	}
	var out []string
	for i := range v.items {
		if s := v.items[i].first(); s != "" {
			out = append(out, s)
		}
	}
	return out
}
