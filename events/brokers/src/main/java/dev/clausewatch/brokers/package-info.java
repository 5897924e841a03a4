/** What the brokers hold, asked from outside of the services: topics as they are set, how far readers are, dead letters. */
@NullMarked
package dev.clausewatch.brokers;

import org.jspecify.annotations.NullMarked;
