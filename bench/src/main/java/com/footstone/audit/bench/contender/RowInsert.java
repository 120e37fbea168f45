package com.footstone.audit.bench.contender;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import com.clickhouse.client.api.metadata.TableSchema;
import com.clickhouse.data.ClickHouseFormat;
import com.footstone.audit.bench.stage.Databases;
import com.footstone.audit.dev.Database;

/** Collects rows in ClickHouse's binary form and inserts them. A row is one of the template's with a place of its own. */
final class RowInsert implements AutoCloseable {

    private static final int TEMPLATE_ROWS = 5_000;
    private static final int PARTITION = 2;
    private static final int OFFSET = 3;

    private final List<Object[]> template;
    private final Client client;
    private final TableSchema schema;
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream(1 << 20);
    private RowBinaryFormatWriter writer;
    private int next;

    RowInsert(Map<String, String> environment, List<Object[]> template) {
        this.template = template;
        String url = environment.get("CLICKHOUSE_URL");
        String database = url.substring(url.lastIndexOf('/') + 1);
        client = new Client.Builder()
                .addEndpoint(url.substring("jdbc:clickhouse:".length(), url.lastIndexOf('/'))
                        .replaceFirst("^", "http:"))
                .setUsername(environment.get("CLICKHOUSE_USER"))
                .setPassword(environment.get("CLICKHOUSE_PASSWORD"))
                .setDefaultDatabase(database)
                .build();
        schema = client.getTableSchema("events", database);
        writer = writer();
    }

    /** Rows of another database's table {@code events}, column by column as they are to be written. */
    static List<Object[]> template(Map<String, String> environment, String database) {
        String url = environment.get("CLICKHOUSE_URL").replaceFirst("/[^/]*$", "/" + database);
        Database source = new Database(url, environment.get("CLICKHOUSE_USER"), environment.get("CLICKHOUSE_PASSWORD"));
        List<Object[]> rows = new ArrayList<>();
        try (Connection connection = Databases.open(source);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM events LIMIT " + TEMPLATE_ROWS)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = value(result.getObject(i + 1));
                }
                rows.add(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rows to copy cannot be read", e);
        }
        return rows;
    }

    private static Object value(Object read) throws SQLException {
        if (read instanceof Array array) {
            return Arrays.asList((Object[]) array.getArray());
        }
        return read instanceof java.sql.Timestamp time ? time.toInstant().atZone(java.time.ZoneOffset.UTC) : read;
    }

    void add(int partition, long offset) throws IOException {
        Object[] row = template.get(next++ % template.size());
        for (int column = 1; column <= row.length; column++) {
            writer.setValue(column, row[column - 1]);
        }
        writer.setInteger(PARTITION, partition);
        writer.setLong(OFFSET, offset);
        writer.commitRow();
    }

    /** Inserts what was collected if there are rows enough; answers whether it did. */
    boolean send(int enough) throws IOException {
        if (writer.getRowCount() < enough) {
            return false;
        }
        try {
            client.insert("events", new ByteArrayInputStream(rows.toByteArray()), ClickHouseFormat.RowBinary)
                    .get()
                    .close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while inserting", e);
        } catch (ExecutionException e) {
            throw new IOException("ClickHouse refused rows", e);
        } catch (Exception e) {
            throw new IOException("An answer of ClickHouse could not be closed", e);
        }
        rows.reset();
        writer = writer();
        return true;
    }

    private RowBinaryFormatWriter writer() {
        return new RowBinaryFormatWriter(rows, schema, ClickHouseFormat.RowBinary);
    }

    @Override
    public void close() {
        client.close();
    }
}
