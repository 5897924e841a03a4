package dev.clausewatch.filter;

/** What people call the areas, types and laws of the register. */
public interface Titles {

    /** The title of a regulatory area; the id where there is none. */
    String area(String id);

    /** The title of what a provision does; the id where there is none. */
    String type(String id);

    /** The title of a law; the id where there is none. */
    String instrument(String id);
}
