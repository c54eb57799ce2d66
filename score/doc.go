// Package score weighs what the codebook found. In goes a sentence with its tree,
// its predicates and the acts that rules fired; out comes, by a small linear
// model, how likely the sentence tells cooperation or conflict, in words or in
// deeds, and, by a second one, how likely an event stands as it was coded.
//
// Both models are files under data/score. They decide nothing: rules do. The same
// sentence gives the same numbers on any machine; each number can be taken apart
// into the features that made it ([Model.Explain]). Scoring allocates nothing once
// an [Extractor] has grown to its longest sentence.
package score
