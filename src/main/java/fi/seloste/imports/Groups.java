package fi.seloste.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which rows of a file are one person. Rows are numbered as they come; those that share a key with an earlier one are put aside, to be
 * read again together with it when the whole file is known.
 */
final class Groups {

    private final Seen seen = new Seen();
    private final Set<Integer> together = new HashSet<>();
    private int[] parents = new int[1 << 12];
    private long[] lines = new long[1 << 12];
    private int size;

    /** True where the row is somebody new; else it belongs to rows that came before. */
    boolean add(long line, long[] keys) {
        int number = next(line);
        for (var key : keys) {
            int other = seen.get(key);
            if (other == Seen.NEVER) {
                seen.put(key, number);
            } else if (other != number) {
                join(other, number);
            }
        }
        return parents[number] == number;
    }

    private int next(long line) {
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        parents[size] = size;
        lines[size] = line;
        return size++;
    }

    private void join(int one, int other) {
        int first = root(one);
        int second = root(other);
        parents[Math.max(first, second)] = Math.min(first, second);
        together.addAll(List.of(one, other, first, second));
    }

    private int root(int number) {
        int root = number;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Rows that have to be read again, each with the group it belongs to, in packs of whole groups that fit in memory. */
    List<Map<Long, Integer>> packs(int largest) {
        var groups = new TreeMap<Integer, List<Long>>();
        together.stream()
                .sorted()
                .forEach(number -> groups.computeIfAbsent(root(number), root -> new java.util.ArrayList<>())
                        .add(lines[number]));
        var packs = new java.util.ArrayList<Map<Long, Integer>>();
        var pack = new HashMap<Long, Integer>();
        for (var group : groups.entrySet()) {
            if (!pack.isEmpty() && pack.size() + group.getValue().size() > largest) {
                packs.add(pack);
                pack = new HashMap<>();
            }
            for (var line : group.getValue()) {
                pack.put(line, group.getKey());
            }
        }
        if (!pack.isEmpty()) {
            packs.add(pack);
        }
        return packs;
    }
}
