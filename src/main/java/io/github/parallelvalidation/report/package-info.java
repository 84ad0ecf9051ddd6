/// A finished run for others: a page to mail, XML for a build server, a table for a notebook.
@NullMarked
package io.github.parallelvalidation.report;

import org.jspecify.annotations.NullMarked;
