/** Messages for workflows of Microsoft Teams, written as adaptive cards. */
@NullMarked
package dev.clausewatch.alert.teams;

import org.jspecify.annotations.NullMarked;
