package dev.clausewatch.gateway.pages;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param title of the window
 * @param section which entry of the menu is the current one
 * @param signedInAs name of the key; null on pages that need no session
 * @param rebuilding whether answers may be incomplete
 */
public record Frame(String title, String section, @Nullable String signedInAs, boolean rebuilding) {}
