package com.footstone.audit.dev.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a JVM of this project is started: with this JVM's Java and class path, and a heap of its own. */
public final class JavaCommand {

    /** Names the class path of child processes where {@code java.class.path} is not the project's, as inside Maven. */
    public static final String CLASS_PATH = "dev.classpath";

    private static final int ASKS_FOR_NATIVE_ACCESS = 22;

    private JavaCommand() {}

    /** Program and arguments. */
    public static List<String> of(Class<?> main, int heapMegabytes, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        if (Runtime.version().feature() >= ASKS_FOR_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** The variables that carry the class path, which would make the command line hard to read. */
    public static Map<String, String> environment() {
        return Map.of("CLASSPATH", System.getProperty(CLASS_PATH, System.getProperty("java.class.path")));
    }
}
