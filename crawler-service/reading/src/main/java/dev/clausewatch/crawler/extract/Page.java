package dev.clausewatch.crawler.extract;

import dev.clausewatch.crawler.RawBytes;
import org.jspecify.annotations.Nullable;

/**
 * What is read.
 *
 * @param body the bytes as they came, decompressed
 * @param mediaType lower case, without parameters; HTML when unknown
 * @param charset as the server said; a byte order mark is stronger, the page's own word weaker
 * @param url the address that answered, to make links absolute
 */
public record Page(
        RawBytes body, @Nullable String mediaType, @Nullable String charset, String url) {}
