package dev.clausewatch.classifier.assess;

import java.util.List;

/**
 * Words of one kind that say for whom a difference is better or worse, as written in {@code assess/direction.yaml}.
 *
 * @param id of the kind
 * @param gone what it means that such words went, as a sentence without its end
 * @param come what it means that such words came
 * @param phrases the words
 */
record DirectionWords(String id, String gone, String come, List<String> phrases) {}
