// Package catalogue is who is who: states, persons with dated roles,
// organizations, armed groups, outlets, and the nouns of office.
//
// In come the tables of data/catalogue (and overlays of the same form) as an
// fs.FS; out comes a [Catalogue], which never changes after [Load] and may be
// read by any number of goroutines. It answers four questions:
//
//   - what may this name be? [Catalogue.Lookup] for one name in all its
//     spellings, [Scanner.Scan] for every name in a sentence;
//   - what was this party on that day? [Catalogue.RolesOn], [Catalogue.SectorOn],
//     [Catalogue.Code];
//   - who held that office on that day? [Catalogue.LeaderOf], [Catalogue.OfficeHolder];
//   - are these two the same party? [Catalogue.Same].
//
// It answers with every candidate and the reason for each; choosing among them
// is the work of package who.
package catalogue
