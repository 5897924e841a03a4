/**
 * The taxonomy of provisions and the register of laws, read from the files under {@code register/}: what a provision can do,
 * which areas follow from that, and which instruments an area's lawyer would open.
 */
@NullMarked
package dev.clausewatch.classifier.taxonomy;

import org.jspecify.annotations.NullMarked;
