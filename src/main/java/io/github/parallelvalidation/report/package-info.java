/// Exports of a finished run: an HTML page, JUnit XML, CSV.
@NullMarked
package io.github.parallelvalidation.report;

import org.jspecify.annotations.NullMarked;
