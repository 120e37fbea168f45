package com.footstone.audit.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.rule.AuditRule;

/** The rules of {@code docs/rules/own-rules.md}, made as the page says and put where a server is told to look. */
final class OwnRules {

    private static final String RULE = "com.example.rules.ManyTables";

    private OwnRules() {}

    /** Makes them; answers what a server has to be told. */
    static Map<String, String> environment() {
        try {
            String page = Files.readString(TestFolders.repository().resolve("docs/rules/own-rules.md"));
            Path declared = TestFolders.freshHandedOver("declared-rules");
            Files.writeString(declared.resolve("payroll.yaml"), block(page, "yaml"));
            Path jars = TestFolders.freshHandedOver("rule-jars");
            pack(jars.resolve("many-tables.jar"), compiled(block(page, "java")));
            return Map.of("AUDIT_RULES_DECLARED", declared.toString(), "AUDIT_RULES_JARS", jars.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The rules of the page cannot be made", e);
        }
    }

    /** The page's first block of a language. */
    private static String block(String page, String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        if (!block.find()) {
            throw new IllegalStateException("The page has no rule in " + language);
        }
        return block.group(1);
    }

    private static Path compiled(String source) throws IOException {
        Path folder = TestFolders.fresh("rule-classes");
        Path file = Files.writeString(folder.resolve(RULE.substring(RULE.lastIndexOf('.') + 1) + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int faults = compiler.run(
                null,
                null,
                null,
                "--release",
                "17",
                "-classpath",
                place(AuditRule.class) + ":" + place(AnalysedEvent.class),
                "-d",
                folder.toString(),
                file.toString());
        if (faults != 0) {
            throw new IllegalStateException("The page's rule does not compile");
        }
        return folder;
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path holds what is not a path", e);
        }
    }

    private static void pack(Path jar, Path classes) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : all) {
                entry(out, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            entry(out, "META-INF/services/" + AuditRule.class.getName(), RULE.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void entry(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
