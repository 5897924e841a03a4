package dev.clausewatch.crawler.document;

import java.io.IOException;

/** Where declarations are kept. */
interface DeclarationSource {

    /**
     * What is there now.
     *
     * @throws IOException with a sentence for people, when that cannot be said
     */
    DeclarationSet read() throws IOException;
}
