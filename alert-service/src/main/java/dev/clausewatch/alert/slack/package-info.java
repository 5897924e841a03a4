/** Messages for incoming webhooks of Slack, written as blocks. */
@NullMarked
package dev.clausewatch.alert.slack;

import org.jspecify.annotations.NullMarked;
