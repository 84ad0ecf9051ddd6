/// The JSON Schemas of the documents that the program prints for other programs.
@NullMarked
package io.github.parallelvalidation.schema;

import org.jspecify.annotations.NullMarked;
