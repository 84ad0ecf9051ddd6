/// Price files as people have them: sniffers, readers, timestamps, numbers.
/// [Readers][io.github.parallelvalidation.format.Readers] is the door.
@NullMarked
package io.github.parallelvalidation.format;

import org.jspecify.annotations.NullMarked;
