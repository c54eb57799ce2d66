//go:build !linux

package main

import "time"

var begun = time.Now()

// threadTime stands in for the processor time of the thread: the time that passes.
func threadTime() time.Duration { return time.Since(begun) }

// processTime likewise.
func processTime() time.Duration { return time.Since(begun) }
