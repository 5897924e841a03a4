package dev.clausewatch.classifier.training;

/**
 * The sixth of the services that no shipped model of types learns from: what weighs the models is fitted on their provisions, and they
 * measure the whole. {@code encoder/train.py --hold 1} holds out the same.
 */
public final class HeldOutServices {

    private static final int FOLDS = 6;
    private static final int FOLD = 1;

    private HeldOutServices() {}

    /** Whether a service is one of them; names that differ in case, spaces and marks only are one service. */
    public static boolean contains(String service) {
        return Folds.of(service, FOLDS) == FOLD;
    }
}
