/// The JavaFX window. Its parts are packages of their own.
@NullMarked
package io.github.parallelvalidation.ui;

import org.jspecify.annotations.NullMarked;
