// Package server answers over HTTP from a store: a versioned JSON API under /v1 and
// an explorer for people at /.
//
// A [store.Reader] and a function that codes a report go in; out comes an
// [http.Handler]. The package never writes to the store. It promises:
//
//   - no page or answer loads anything from elsewhere, holds inline script, or names
//     a path of the machine's disk;
//   - every input has a limit, and what lies beyond it is refused with a reason
//     (problem+json under /v1, a page elsewhere);
//   - the same address gives the same answer while the store stands, with an ETag;
//   - pages work without script: charts and map are SVG drawn here, and script only
//     adds highlighting and keys.
//
// [Listen] refuses to listen beyond loopback without a token.
package server
