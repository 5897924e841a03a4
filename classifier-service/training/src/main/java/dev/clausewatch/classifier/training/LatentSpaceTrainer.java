package dev.clausewatch.classifier.training;

import dev.clausewatch.classifier.learn.LatentSpace;
import dev.clausewatch.classifier.rules.ProvisionInput;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ejml.data.DGrowArray;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.csc.CommonOps_DSCC;

/**
 * Finds the directions of a {@link LatentSpace} by subspace iteration from a fixed start (Halko, Martinsson and Tropp 2011, algorithm
 * 4.4). It computes on one thread: the same provisions give the same space on every machine.
 */
final class LatentSpaceTrainer {

    /** Words in fewer provisions tell nothing of what goes together. */
    private static final int FEWEST_PROVISIONS = 3;

    private static final int ROUNDS = 4;
    private static final long START = 1;

    /** What is left of a direction that the others span: it leads nowhere. */
    private static final double NOTHING = 1e-6;

    private LatentSpaceTrainer() {}

    /** The space of these provisions; it has fewer directions where they have fewer words. */
    static LatentSpace train(Collection<ProvisionInput> provisions, int most) {
        Map<String, Integer> frequencies = new TreeMap<>();
        List<SortedMap<String, Integer>> counts =
                provisions.stream().map(LatentSpace::counts).toList();
        counts.forEach(one -> one.keySet().forEach(word -> frequencies.merge(word, 1, Integer::sum)));
        frequencies.values().removeIf(count -> count < FEWEST_PROVISIONS);
        Map<String, Integer> places = new LinkedHashMap<>();
        double[] rarities = new double[frequencies.size()];
        frequencies.forEach((word, count) -> {
            rarities[places.size()] = Math.log((1.0 + provisions.size()) / (1 + count)) + 1;
            places.put(word, places.size());
        });
        int dimensions = Math.min(most, places.size());
        DMatrixRMaj basis = basis(rows(counts, places, rarities), dimensions);
        Map<String, LatentSpace.Word> words = new LinkedHashMap<>();
        places.forEach((word, place) -> {
            short[] coordinates = new short[dimensions];
            for (int i = 0; i < dimensions; i++) {
                coordinates[i] = (short) Math.round(basis.get(place, i) * LatentSpace.UNIT);
            }
            words.put(word, new LatentSpace.Word(rarities[place], coordinates));
        });
        return new LatentSpace(words, dimensions);
    }

    /** A row of length one for each provision, a column for each word. */
    private static DMatrixSparseCSC rows(
            List<SortedMap<String, Integer>> counts, Map<String, Integer> places, double[] rarities) {
        DMatrixSparseTriplet rows = new DMatrixSparseTriplet(counts.size(), places.size(), 0);
        for (int i = 0; i < counts.size(); i++) {
            Map<String, Integer> known = new TreeMap<>(counts.get(i));
            known.keySet().retainAll(places.keySet());
            int[] columns = known.keySet().stream().mapToInt(places::get).toArray();
            double[] weights =
                    known.values().stream().mapToDouble(LatentSpace::sublinear).toArray();
            for (int j = 0; j < columns.length; j++) {
                weights[j] *= rarities[columns[j]];
            }
            LatentSpace.scale(weights);
            for (int j = 0; j < columns.length; j++) {
                rows.addItem(i, columns[j], weights[j]);
            }
        }
        return DConvertMatrixStruct.convert(rows, (DMatrixSparseCSC) null);
    }

    /** Directions at right angles that the rows differ most in, as columns. */
    private static DMatrixRMaj basis(DMatrixSparseCSC rows, int dimensions) {
        DMatrixRMaj basis = new DMatrixRMaj(rows.numCols, dimensions);
        Random start = new Random(START);
        for (int direction = 0; direction < dimensions; direction++) {
            for (int word = 0; word < rows.numCols; word++) {
                basis.set(word, direction, start.nextGaussian());
            }
        }
        DMatrixRMaj products = new DMatrixRMaj(rows.numRows, dimensions);
        DGrowArray room = new DGrowArray();
        for (int round = 0; round < ROUNDS; round++) {
            CommonOps_DSCC.mult(rows, basis, products);
            CommonOps_DSCC.multTransA(rows, products, basis, room);
            basis = atRightAngles(basis);
        }
        return basis;
    }

    /** Makes directions orthonormal; those that earlier ones span become nothing. */
    private static DMatrixRMaj atRightAngles(DMatrixRMaj basis) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(basis.numRows, basis.numCols);
        qr.decompose(basis);
        DMatrixRMaj directions = qr.getQ(null, true);
        DMatrixRMaj lengths = qr.getR(null, true);
        for (int i = 0; i < directions.numCols; i++) {
            double length = lengths.get(i, i);
            CommonOps_DDRM.scaleCol(Math.abs(length) < NOTHING ? 0 : Math.signum(length), directions, i);
        }
        return directions;
    }
}
