// Package where resolves toponyms against a gazetteer and finds the place of
// each event.
//
// In come documents with names, mentions and predicates; out go
// doc.Document.Places ([Resolver.Resolve]) and, for a predicate, the place that
// governs the deed ([Resolver.ForEvent]). A place carries the precision with
// which it is known; coordinates are given for points, cities and districts
// only, so that the middle of a country is never sold as a spot.
//
// The [Gazetteer] is one compact file (GeoNames, see data/where/README.md) that
// is searched where it lies, with two small tables beside it that people edit:
// regions and further names. Looking up a name allocates nothing.
package where
