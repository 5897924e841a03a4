/** What there is to tell a subscriber, apart from how it is written: each kind of destination has a renderer of its own. */
@NullMarked
package dev.clausewatch.alert.notice;

import org.jspecify.annotations.NullMarked;
