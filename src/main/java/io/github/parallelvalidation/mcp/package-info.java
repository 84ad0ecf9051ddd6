/// The tools as a server of the Model Context Protocol, on standard input and output.
@NullMarked
package io.github.parallelvalidation.mcp;

import org.jspecify.annotations.NullMarked;
