package com.footstone.audit.model.evidence;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trees of hashes as RFC 6962 defines them: leaves and inner nodes are told apart by a first byte, and a node without a
 * sibling moves up as it is, so that no two lists of leaves have one root.
 */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** The leaf of an entry, which is a part of an array. */
    public static Hash leaf(byte[] data, int offset, int length) {
        return leaf(data, offset, length, Hash.digest());
    }

    /** The same, by a digest that serves again and again: to make one costs as much as to hash a short entry. */
    static Hash leaf(byte[] data, int offset, int length, MessageDigest digest) {
        digest.update(LEAF);
        digest.update(data, offset, length);
        return Hash.end(digest);
    }

    /** The root above leaves, in their order; that of no leaves is the hash of nothing. */
    public static Hash root(List<Hash> leaves) {
        MessageDigest digest = Hash.digest();
        if (leaves.isEmpty()) {
            return Hash.end(digest);
        }
        List<Hash> level = leaves;
        while (level.size() > 1) {
            level = above(level, digest);
        }
        return level.get(0);
    }

    /**
     * The hashes by which the root follows from one leaf, lowest first.
     *
     * @param index place of the leaf, from 0
     */
    public static List<Hash> path(List<Hash> leaves, int index) {
        MessageDigest digest = Hash.digest();
        List<Hash> path = new ArrayList<>();
        int at = index;
        for (List<Hash> level = leaves; level.size() > 1; level = above(level, digest)) {
            int sibling = at ^ 1;
            if (sibling < level.size()) {
                path.add(level.get(sibling));
            }
            at /= 2;
        }
        return path;
    }

    /**
     * The root that follows from a leaf and its path.
     *
     * @param index place of the leaf, from 0
     * @param leaves how many leaves the tree has
     * @return nothing if the path is not one of such a tree
     */
    public static Optional<Hash> root(Hash leaf, int index, int leaves, List<Hash> path) {
        if (index < 0 || index >= leaves) {
            return Optional.empty();
        }
        MessageDigest digest = Hash.digest();
        Hash hash = leaf;
        int used = 0;
        int at = index;
        for (int size = leaves; size > 1; size = (size + 1) / 2) {
            if ((at ^ 1) < size) {
                if (used == path.size()) {
                    return Optional.empty();
                }
                Hash sibling = path.get(used++);
                hash = (at & 1) == 0 ? node(hash, sibling, digest) : node(sibling, hash, digest);
            }
            at /= 2;
        }
        return used == path.size() ? Optional.of(hash) : Optional.empty();
    }

    private static List<Hash> above(List<Hash> level, MessageDigest digest) {
        List<Hash> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(node(level.get(i), level.get(i + 1), digest));
        }
        if (level.size() % 2 == 1) {
            above.add(level.get(level.size() - 1));
        }
        return above;
    }

    private static Hash node(Hash left, Hash right, MessageDigest digest) {
        digest.update(NODE);
        left.feed(digest);
        right.feed(digest);
        return Hash.end(digest);
    }
}
