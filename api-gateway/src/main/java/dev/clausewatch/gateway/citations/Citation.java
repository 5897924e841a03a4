package dev.clausewatch.gateway.citations;

/**
 * How to cite a change, a version or a provision.
 *
 * @param citeAs one line with everything that finds it again, its address included
 * @param address where it is shown, as long as the archive lasts; without scheme and host where the gateway is not told its public address
 */
public record Citation(String citeAs, String address) {}
