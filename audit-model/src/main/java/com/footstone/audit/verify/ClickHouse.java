package com.footstone.audit.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.evidence.RowFormat;

/** Asks ClickHouse for rows, over its HTTP interface and as whoever verifies, who needs to read one table. */
final class ClickHouse {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(10);

    private static final String OF_PARTITION = "topic = {topic:String} AND partition = {partition:Int32}";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final URI address;
    private final String user;
    private final String password;

    private ClickHouse(URI address, String user, String password) {
        this.address = address;
        this.user = user;
        this.password = password;
    }

    static ClickHouse at(String url, Map<String, String> environment) {
        URI address = address(url);
        String path = address.getPath();
        if (!List.of("http", "https").contains(String.valueOf(address.getScheme()))
                || address.getHost() == null
                || path == null
                || path.length() < 2) {
            throw new InvalidValueException("--clickhouse", "is not http(s)://host:port/database");
        }
        return new ClickHouse(
                address,
                environment.getOrDefault("CLICKHOUSE_USER", "default"),
                environment.getOrDefault("CLICKHOUSE_PASSWORD", ""));
    }

    private static URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("--clickhouse", "is not an address");
        }
    }

    /** The rows of a range of offsets, by offset, in a version of {@link RowFormat}; no more than a number. */
    List<Row> rows(int format, Partition partition, long from, long to, long most)
            throws IOException, InterruptedException {
        String sql = "SELECT " + RowFormat.names(format) + " FROM events WHERE " + OF_PARTITION
                + " AND offset >= {from:Int64} AND offset < {to:Int64} ORDER BY offset LIMIT {most:Int64}";
        Map<String, Object> values = partition(partition.topic(), partition.number());
        values.put("from", from);
        values.put("to", to);
        values.put("most", most);
        List<Row> rows = new ArrayList<>();
        try (InputStream in = ask(sql, "RowBinary", values)) {
            RowReader reader = new RowReader(in, format);
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    /** Which rows of a partition meet a condition: how many, and the first and last of their offsets. */
    Extent extent(String topic, int partition, String condition, Map<String, Object> bound)
            throws IOException, InterruptedException {
        Map<String, Object> values = partition(topic, partition);
        values.putAll(bound);
        String sql = "SELECT count(), min(offset), max(offset) FROM events WHERE " + OF_PARTITION + " AND " + condition;
        String[] answer = lines(sql, values).get(0).split("\t", -1);
        return new Extent(Long.parseLong(answer[0]), Long.parseLong(answer[1]), Long.parseLong(answer[2]));
    }

    /** Every partition that has rows, as topic, tabulator, partition. */
    List<String> partitions() throws IOException, InterruptedException {
        return lines(
                "SELECT topic, partition FROM events GROUP BY topic, partition ORDER BY topic, partition LIMIT 100000",
                Map.of());
    }

    private static Map<String, Object> partition(String topic, int partition) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("topic", topic);
        values.put("partition", partition);
        return values;
    }

    private List<String> lines(String sql, Map<String, Object> values) throws IOException, InterruptedException {
        try (InputStream in = ask(sql, "TabSeparated", values)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** The whole answer is ready before it begins, so that one that fails on the way does not look like a short one. */
    private InputStream ask(String sql, String format, Map<String, Object> values)
            throws IOException, InterruptedException {
        StringBuilder query = new StringBuilder("?wait_end_of_query=1&default_format=" + format + "&database="
                + encoded(address.getPath().substring(1)));
        values.forEach((name, value) ->
                query.append("&param_").append(name).append('=').append(encoded(String.valueOf(value))));
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/" + query))
                .header("X-ClickHouse-User", user)
                .header("X-ClickHouse-Key", password)
                .timeout(ANSWER_LIMIT)
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        HttpResponse<InputStream> response = send(request);
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("ClickHouse refused to answer: HTTP status " + response.statusCode()
                    + response.headers()
                            .firstValue("X-ClickHouse-Exception-Code")
                            .map(code -> ", error " + code)
                            .orElse(""));
        }
        return new BufferedInputStream(response.body(), 1 << 16);
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IOException("ClickHouse at " + address.getHost() + " cannot be reached", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Some rows. */
    record Extent(long rows, long first, long last) {}
}
