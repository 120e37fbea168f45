package com.footstone.audit.command;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.footstone.audit.analysis.ParserThreads;
import com.footstone.audit.analysis.SchemaFiles;
import com.footstone.audit.analysis.Schemas;
import com.footstone.audit.checking.Rule;

/** The entry from a terminal: {@code analyze}, statements in, a line of JSON for each out. See {@link Call}. */
public final class CommandLine {

    private static final int WRONG_USE = 2;

    private CommandLine() {}

    /** Reads standard input to its end. Ends the virtual machine with 2 if it was called wrongly. */
    public static void main(String[] arguments) throws IOException {
        Call call;
        List<Rule> rules;
        Schemas schemas;
        try {
            call = Call.of(List.of(arguments));
            rules = RuleSet.of(call.rules());
            schemas = declared(call);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
            return;
        }
        Writer answers = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        try (Advice advice = new Advice(call.dbSystem(), rules, schemas)) {
            StatementSource statements = new StatementSource(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String sql = statements.next(); sql != null; sql = statements.next()) {
                answers.write(advice.on(sql));
                answers.write('\n');
                // Somebody may be waiting for this answer before typing the next statement.
                answers.flush();
            }
        }
    }

    /** @throws IllegalArgumentException saying what is wrong with the file */
    static Schemas declared(Call call) {
        if (call.schemas().isEmpty()) {
            return Schemas.NONE;
        }
        try (ParserThreads threads = new ParserThreads(1)) {
            SchemaFiles.Reading reading = SchemaFiles.ofFile(call.schemas().get(0), call.dbSystem(), threads);
            if (!reading.faults().isEmpty()) {
                throw new IllegalArgumentException(String.join(System.lineSeparator(), reading.faults()));
            }
            reading.notUnderstood().forEach(lines -> System.err.println("Not understood: " + lines));
            reading.tookTooLong().forEach(lines -> System.err.println("Took too long: " + lines));
            return reading.schemas();
        }
    }
}
