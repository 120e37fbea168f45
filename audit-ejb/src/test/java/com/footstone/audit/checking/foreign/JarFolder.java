package com.footstone.audit.checking.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import com.footstone.audit.rule.AuditRule;

/** Packs rules of the tests into jars. */
record JarFolder(Path folder) {

    /** A jar that names a rule and, unless it is to be left out, holds it. */
    Path jar(String name, String ruleClass, boolean whole) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("META-INF/services/" + AuditRule.class.getName()));
            out.write(ruleClass.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            if (whole) {
                String file = ruleClass.replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(file));
                try (InputStream in = JarFolder.class.getClassLoader().getResourceAsStream(file)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
