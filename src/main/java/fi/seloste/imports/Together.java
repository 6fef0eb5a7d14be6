package fi.seloste.imports;

import java.util.BitSet;

/** Of each row the first one of the same person, and which rows have to be read again: those of somebody who stands in several, and those put aside. */
final class Together {

    private final int[] parents;
    private final BitSet again;

    Together(int[] parents, BitSet again) {
        this.parents = parents;
        this.again = again;
    }

    /** Each by itself so far. */
    static Together apart(int rows, BitSet aside) {
        var parents = new int[rows];
        for (int row = 0; row < rows; row++) {
            parents[row] = row;
        }
        return new Together(parents, (BitSet) aside.clone());
    }

    void join(int one, int other) {
        int first = first(one);
        int second = first(other);
        parents[Math.max(first, second)] = Math.min(first, second);
        again.set(one);
        again.set(other);
    }

    int first(int row) {
        int root = row;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    boolean isRead(int row) {
        return again.get(row);
    }

    /** How many rows are read again. */
    int count() {
        return again.cardinality();
    }
}
