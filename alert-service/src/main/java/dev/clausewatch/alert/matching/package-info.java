/** Which subscriptions a classified change alerts: whether it alerts at all, and whose filters match. */
@NullMarked
package dev.clausewatch.alert.matching;

import org.jspecify.annotations.NullMarked;
