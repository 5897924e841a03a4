/** Mails: how they are written and sent by SMTP, how an address is confirmed before it gets any, and how a reader stops them. */
@NullMarked
package dev.clausewatch.alert.mail;

import org.jspecify.annotations.NullMarked;
