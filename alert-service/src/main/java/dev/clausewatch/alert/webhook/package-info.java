/** Webhooks by the Standard Webhooks specification: bodies and signatures. */
@NullMarked
package dev.clausewatch.alert.webhook;

import org.jspecify.annotations.NullMarked;
