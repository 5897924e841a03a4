/**
 * A neural encoder that reads provisions: a graph that ONNX Runtime computes, in native code. How it is trained and exported,
 * {@code classifier-service/training/encoder/README.md} tells.
 */
@NullMarked
package dev.clausewatch.classifier.encoder;

import org.jspecify.annotations.NullMarked;
