package io.github.parallelvalidation.trials;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// How many independent series correlated ones count as: the effective rank of their correlation matrix.
///
/// Roy and Vetterli, "The Effective Rank: A Measure of Effective Dimensionality", EUSIPCO 2007: exp of the entropy of
/// the eigenvalues, normalised to a sum of 1. n unrelated series count as n, n copies of one as 1.
final class EffectiveRank {
    private EffectiveRank() {}

    /// Correlations that were each computed over other days need not fit together; where an eigenvalue is negative for
    /// that, it counts as 0.
    ///
    /// @param correlations symmetric, with ones on the diagonal
    static double of(double[][] correlations) {
        int size = correlations.length;
        if (size < 2) {
            return size;
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, false, true);
        if (!eigen.decompose(new DMatrixRMaj(correlations))) {
            // It has never been seen to happen for a symmetric matrix. Counting all of them is the careful answer.
            return size;
        }
        double[] values = IntStream.range(0, size)
                .mapToDouble(i -> eigen.getEigenvalue(i).getReal())
                .filter(value -> value > 0)
                .toArray();
        double sum = DoubleStream.of(values).sum();
        double entropy = DoubleStream.of(values)
                .map(value -> -value / sum * Math.log(value / sum))
                .sum();
        return Math.exp(entropy);
    }
}
