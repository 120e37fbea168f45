package com.footstone.audit.analysis;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.MapConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SchemaFilesTest {

    private final ParserThreads threads = new ParserThreads(1);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void aFileWhoseNameDoesNotSayWhatItIsOfIsAFault() throws IOException {
        Files.writeString(folder.resolve("shop.sql"), "CREATE TABLE a (b int)");
        Files.writeString(folder.resolve("shop.cobol.sql"), "CREATE TABLE a (b int)");

        assertThat(read().faults()).hasSize(2).allSatisfy(fault -> assertThat(fault)
                .contains("does not say which database it is of"));
    }

    @Test
    void whatIsNoDdlIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("README"), "x");
        Files.writeString(folder.resolve(".shop.mysql.sql"), "x");

        assertThat(read().faults()).singleElement().asString().contains("holds no file that ends in .sql");
    }

    @Test
    void aFolderOrFileThatCannotBeReadIsAFault() throws IOException {
        assertThat(SchemaFiles.ofFolder(folder.resolve("none"), threads).faults())
                .singleElement()
                .asString()
                .contains("none is no folder that can be read");

        Files.write(folder.resolve("shop.mysql.sql"), new byte[] {'a', (byte) 0xff});
        assertThat(read().faults()).singleElement().asString().contains("is not text in UTF-8");
    }

    @Test
    void aDumpWithItsDataIsAFault() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("shop.mysql.sql").toFile(), "rw")) {
            file.setLength(SchemaFiles.MAX_BYTES + 1L);
        }

        assertThat(read().faults()).singleElement().asString().contains("export the schema without data");
    }

    @Test
    void twoFilesOfOneDatabaseAreAFault() throws IOException {
        Files.writeString(folder.resolve("shop.mysql.sql"), "CREATE TABLE a (b int)");
        Files.writeString(folder.resolve("Shop.mariadb.sql"), "CREATE TABLE a (b int)");

        assertThat(read().faults()).singleElement().asString().contains("is the second one of its database");
    }

    @Test
    void textOfWindowsIsRead() throws IOException {
        Files.write(
                folder.resolve("shop.sqlserver.sql"),
                "\ufeffCREATE TABLE [dbo].[a] ([b] [int])\r\nGO\r\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(read().learned()).singleElement().asString().endsWith("1 tables, 0 views");
    }

    @Test
    void viewsThatReadEachOtherEnd() throws IOException {
        Files.writeString(
                folder.resolve("default.postgresql.sql"),
                "CREATE VIEW a AS SELECT x FROM b; CREATE VIEW b AS SELECT x FROM a; CREATE VIEW c AS SELECT * FROM c;");

        SchemaFiles.Reading reading = read();

        assertThat(reading.learned()).singleElement().asString().endsWith("0 tables, 3 views");
        Relation a = reading.schemas().of("anything", Dialect.POSTGRESQL).relation("a");
        assertThat(a.behind()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whatIsNotUnderstoodIsToldByLineWithoutItsText() throws IOException {
        Files.writeString(
                folder.resolve("shop.postgresql.sql"),
                "CREATE TABLE a (b int);\n\nCREATE VIEW v AS SELECT secret FROM WHERE;\nCREATE TABLE c (d text); 'never ends");

        SchemaFiles.Reading reading = read();

        assertThat(reading.notUnderstood()).containsExactly(folder.resolve("shop.postgresql.sql") + ", lines 3, 4");
    }

    @Test
    void aViewThatIsNotParsedInTimeIsNotSaidToBeWrong() {
        BoundedParser neverDone = new BoundedParser(parse -> {}, Duration.ofMillis(1));

        SchemaReader.Reading reading = SchemaReader.read(
                "CREATE TABLE a (b int);\nCREATE VIEW v AS SELECT b FROM a;",
                Dialect.POSTGRESQL,
                "",
                neverDone,
                () -> false);

        assertThat(reading.tookTooLong()).containsExactly(2);
        assertThat(reading.notUnderstood()).isEmpty();
        assertThat(reading.tables()).isEqualTo(1);
    }

    @Test
    void theStartGoesOnWhenAllItsTimeIsUp() throws IOException {
        Files.writeString(folder.resolve("shop.mysql.sql"), "CREATE TABLE a (b int)");

        SchemaFiles.Reading reading = SchemaFiles.ofFolder(folder, threads, Duration.ZERO);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.tookTooLong()).containsExactly(folder.resolve("shop.mysql.sql") + ", from line 1 on");
        assertThat(reading.schemas().of("shop", Dialect.MYSQL).isKnown()).isFalse();
    }

    @Test
    void itIsToldFromWhereOnThereWasNoTime() {
        AtomicInteger asked = new AtomicInteger();

        SchemaReader.Reading reading = SchemaReader.read(
                "CREATE TABLE a (b int);\nCREATE TABLE c (d int);\nCREATE VIEW v AS SELECT b FROM a;",
                Dialect.POSTGRESQL,
                "",
                new BoundedParser(threads, Duration.ofSeconds(5)),
                () -> asked.getAndIncrement() > 1);

        assertThat(reading.endedAt()).isEqualTo(2);
        assertThat(reading.tables()).isEqualTo(1);
        assertThat(reading.views()).isZero();
    }

    @Test
    void aWrongFolderStopsTheStart() {
        DeclaredSchemas schemas = new DeclaredSchemas();
        schemas.read(folder.resolve("none").toString());

        assertThatThrownBy(() -> schemas.verify(MapConfig.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("audit.analysis.schemas names schemas that cannot be used");
    }

    @Test
    void withoutAFolderNothingIsDeclared() {
        DeclaredSchemas schemas = new DeclaredSchemas();
        schemas.read("");
        schemas.verify(MapConfig.of());

        assertThat(schemas.schemas()).isSameAs(Schemas.NONE);
    }

    private SchemaFiles.Reading read() {
        return SchemaFiles.ofFolder(folder, threads);
    }
}
