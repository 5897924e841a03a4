package dev.clausewatch.crawler.declaration;

import java.io.IOException;

/** Where declarations are kept. */
public interface DeclarationSource {

    /**
     * What is there now.
     *
     * @throws IOException with a sentence for people, when that cannot be said
     */
    DeclarationSet read() throws IOException;
}
