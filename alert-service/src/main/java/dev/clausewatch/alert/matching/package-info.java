/** Which subscriptions a classified change alerts: whether it alerts at all, and which filters match. Plain Java. */
@NullMarked
package dev.clausewatch.alert.matching;

import org.jspecify.annotations.NullMarked;
