/// Price files in their many formats: sniffers, readers, timestamps, numbers.
/// [Readers][io.github.parallelvalidation.format.Readers] is the entry point.
@NullMarked
package io.github.parallelvalidation.format;

import org.jspecify.annotations.NullMarked;
