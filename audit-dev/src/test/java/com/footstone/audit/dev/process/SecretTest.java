package com.footstone.audit.dev.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretTest {

    @Test
    void isMadeOnceForItsOwnerAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep/audit.password");
        Secret secret = Secret.in(file);
        assertThat(secret.value()).matches("[0-9a-f]{48}");
        assertThat(Secret.in(file)).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(secret.toString()).doesNotContain(secret.value());
    }
}
