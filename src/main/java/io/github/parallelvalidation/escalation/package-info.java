/// When a run asks for a decision, what can be decided, and what each choice would do. Pure but for its records.
@NullMarked
package io.github.parallelvalidation.escalation;

import org.jspecify.annotations.NullMarked;
