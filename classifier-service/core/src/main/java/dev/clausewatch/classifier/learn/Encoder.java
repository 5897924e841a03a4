package dev.clausewatch.classifier.learn;

/** Both opinions of a neural network, on what provisions do and on what their changes do. */
public interface Encoder extends TypeScorer, DifferenceScorer {}
