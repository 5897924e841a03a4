package dev.clausewatch.classifier.assess;

import java.util.List;

/**
 * What the analysis of a change is told with, as written in {@code assess/analysis.yaml}.
 *
 * @param others phrases for those who may receive data or act for the platform
 * @param texts by what came or went
 */
record AnalysisFile(List<String> others, List<AnalysisText> texts) {

    AnalysisFile {
        others = List.copyOf(others);
        texts = List.copyOf(texts);
    }
}
