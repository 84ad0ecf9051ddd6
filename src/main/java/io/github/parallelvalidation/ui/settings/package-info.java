/// The settings and gates of the workspace.
@NullMarked
package io.github.parallelvalidation.ui.settings;

import org.jspecify.annotations.NullMarked;
