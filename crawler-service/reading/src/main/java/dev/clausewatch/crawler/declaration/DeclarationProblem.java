package dev.clausewatch.crawler.declaration;

/**
 * Why a declaration is not in force.
 *
 * @param file its file name
 * @param path where in it, as JSON path
 * @param reason what is wrong
 * @param remedy what to do
 */
public record DeclarationProblem(String file, String path, String reason, String remedy) {}
