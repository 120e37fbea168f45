package com.footstone.audit.container;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FolderWatchTest {

    @TempDir
    private Path parent;

    @Test
    void aFaultIsToldOnceAndSoIsItsEnd() throws Exception {
        WorkFolder folder = new WorkFolder(parent.resolve("absent"), "SETTING", 1);
        FolderWatch watch = new FolderWatch(List.of(folder));

        assertThat(watch.news(folder))
                .hasValueSatisfying(news -> assertThat(news).contains("absent", "SETTING", "cannot be written"));
        assertThat(watch.news(folder)).isEmpty();

        Files.createDirectory(folder.path());
        assertThat(watch.news(folder))
                .hasValueSatisfying(news -> assertThat(news).contains("absent", "SETTING", "can be used again"));
        assertThat(watch.news(folder)).isEmpty();
    }
}
