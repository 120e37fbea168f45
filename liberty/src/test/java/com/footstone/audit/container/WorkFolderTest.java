package com.footstone.audit.container;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WorkFolderTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderWithRoomWillDoAndIsLeftAsItWas() {
        assertThat(new WorkFolder(folder, "SETTING", 1).fault()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedWithItsSetting() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(new WorkFolder(file, "SETTING", 1).fault()).hasValueSatisfying(fault -> assertThat(fault)
                .contains(file.toString(), "SETTING", "cannot be written"));
    }

    @Test
    void aFolderWithoutRoomIsNamedWithWhatItNeeds() {
        assertThat(new WorkFolder(folder, "SETTING", 1L << 40).fault()).hasValueSatisfying(fault -> assertThat(fault)
                .contains(folder.toString(), "SETTING", "1099511627776 MB"));
    }
}
