package com.footstone.audit.bench.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.footstone.audit.checking.Rule;

/** The rules that CDI finds in the server, found the same way: by being there. */
final class ShippedRules {

    private static final String FOLDER = "com/footstone/audit/checking/rules";

    private ShippedRules() {}

    static List<Rule> all() {
        try {
            URI place = Objects.requireNonNull(Rule.class.getClassLoader().getResource(FOLDER), FOLDER)
                    .toURI();
            if (!place.getScheme().equals("jar")) {
                return in(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return in(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The rules cannot be listed", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path holds what is not a path", e);
        }
    }

    private static List<Rule> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .sorted()
                    .map(name -> type(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> Rule.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                    .map(ShippedRules::instance)
                    .toList();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(FOLDER.replace('/', '.') + "." + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name + " is there but cannot be loaded", e);
        }
    }

    private static Rule instance(Class<?> type) {
        try {
            return (Rule) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName() + " must have a public constructor without parameters", e);
        }
    }
}
