/// The tools that agents and programs call: plain values in, plain values out. The same run, lock, journal, trust and
/// limits as for people.
@NullMarked
package io.github.parallelvalidation.tools;

import org.jspecify.annotations.NullMarked;
