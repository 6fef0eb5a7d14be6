/** A program that measures the product beside what the machine itself can do; see bin/bench. Nothing here is an assertion. */
@NullMarked
package fi.seloste.bench;

import org.jspecify.annotations.NullMarked;
