@NullMarked
package fi.seloste;

import org.jspecify.annotations.NullMarked;
