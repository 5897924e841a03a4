/** The servers that Clausewatch runs on when it is given none: a broker, a database and a web server, all on loopback. And topics, on any broker. */
@NullMarked
package dev.clausewatch.servers;

import org.jspecify.annotations.NullMarked;
