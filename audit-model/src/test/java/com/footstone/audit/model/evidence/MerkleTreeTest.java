package com.footstone.audit.model.evidence;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MerkleTreeTest {

    /** The entries that implementations of RFC 6962 try themselves with. */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** Computed apart from this code, by the recursive definition of section 2.1. */
    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void rootsAreThoseOfTheStandard(int entries, String root) {
        assertThat(MerkleTree.root(leaves(entries)).hex()).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 32, 33, 100})
    void everyLeafLeadsToTheRootByItsPathAndNoOther(int count) {
        List<Hash> leaves = IntStream.range(0, count)
                .mapToObj(i -> Hash.sha256(new byte[] {(byte) i}))
                .toList();
        Hash root = MerkleTree.root(leaves);
        for (int index = 0; index < count; index++) {
            List<Hash> path = MerkleTree.path(leaves, index);
            assertThat(MerkleTree.root(leaves.get(index), index, count, path)).contains(root);
            assertThat(MerkleTree.root(Hash.NONE, index, count, path)).isNotEqualTo(Optional.of(root));
            Optional<Hash> elsewhere = MerkleTree.root(leaves.get(index), (index + 1) % count, count, path);
            assertThat(elsewhere.equals(Optional.of(root))).isEqualTo(count == 1);
        }
    }

    @Test
    void aPathOfAnotherLengthIsNone() {
        List<Hash> leaves = leaves(8);
        List<Hash> longer = new ArrayList<>(MerkleTree.path(leaves, 3));
        longer.add(Hash.NONE);

        assertThat(MerkleTree.root(leaves.get(3), 3, 8, longer)).isEmpty();
        assertThat(MerkleTree.root(leaves.get(3), 3, 8, List.of())).isEmpty();
        assertThat(MerkleTree.root(leaves.get(3), 8, 8, List.of())).isEmpty();
        assertThat(MerkleTree.root(leaves.get(3), -1, 8, List.of())).isEmpty();
    }

    @Test
    void theOrderOfLeavesMatters() {
        List<Hash> leaves = leaves(4);
        assertThat(MerkleTree.root(List.of(leaves.get(1), leaves.get(0), leaves.get(2), leaves.get(3))))
                .isNotEqualTo(MerkleTree.root(leaves));
    }

    private static List<Hash> leaves(int entries) {
        return ENTRIES.stream()
                .limit(entries)
                .map(HexFormat.of()::parseHex)
                .map(entry -> MerkleTree.leaf(entry, 0, entry.length))
                .toList();
    }
}
