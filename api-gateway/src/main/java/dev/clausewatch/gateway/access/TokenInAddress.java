package dev.clausewatch.gateway.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A feed: a read that a feed token in its address opens too, since feed readers cannot send headers. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TokenInAddress {

    /** The query parameter that holds the token. */
    String PARAMETER = "token";
}
