package com.footstone.audit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.footstone.audit.bench.capture.CaptureOverhead;
import com.footstone.audit.bench.measure.Spread;

/** The report as lines for people, in Markdown, so that they can be put into a page as they are. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    private Table() {}

    static List<String> of(BenchReport report) {
        Table table = new Table();
        table.machine(report);
        if (report.contenders() != null) {
            table.contenders(report.contenders());
        }
        table.rest(report);
        if (report.capture() != null) {
            table.capture(report.capture());
        }
        if (report.code() != null) {
            table.head("code", "ns", "±", "bytes allocated");
            report.code()
                    .forEach(code -> table.row(
                            code.benchmark(),
                            number(code.nanos()),
                            number(code.error()),
                            number(code.allocatedBytes())));
        }
        if (report.rules() != null) {
            table.head("rule", "ns for an event");
            report.rules().forEach(rule -> table.row(rule.rule(), decimal(rule.nanos())));
        }
        if (report.worstCases() != null) {
            table.head("worst statements", "ms", "t(2n)/t(n)");
            report.worstCases()
                    .forEach(worst -> table.row(worst.statement(), decimal(worst.millis()), decimal(worst.ratio())));
        }
        table.head("target", "wanted", "measured", "met");
        report.targets()
                .forEach(target -> table.row(
                        target.name(),
                        target.wanted(),
                        target.measured() > 100 ? number(target.measured()) : fine(target.measured()),
                        target.met() ? "yes" : "no"));
        return table.lines;
    }

    private void machine(BenchReport report) {
        lines.add("");
        lines.add(String.format(
                "%d processors, Java %s, %s; %d rounds%s",
                report.machine().processors(),
                report.machine().java(),
                report.machine().system(),
                report.rounds(),
                report.quick() ? "; a quick run, whose figures mean nothing" : ""));
    }

    private void contenders(List<Contest.Result> contenders) {
        head(
                "contender",
                "events/s, median (least to most)",
                "CPU-s per million",
                "of it compiler, collector",
                "CPU-s of the stores",
                "peak MB");
        for (Contest.Result result : contenders) {
            row(
                    result.contender(),
                    spread(result.eventsPerSecond()),
                    decimal(result.cpuSecondsPerMillion().median()),
                    percent(result.compilerShare()) + ", " + percent(result.collectorShare()),
                    decimal(result.storesCpuSecondsPerMillion().median()),
                    number(result.peakMemoryBytes() >> 20));
        }
    }

    private void rest(BenchReport report) {
        if (report.latency() != null) {
            Latency.Result latency = report.latency();
            head("append to queryable at", "p50 ms", "p90", "p95", "p99", "most");
            row(
                    number(latency.eventsPerSecond()) + " events/s",
                    number(latency.p50()),
                    number(latency.p90()),
                    number(latency.p95()),
                    number(latency.p99()),
                    number(latency.max()));
        }
        if (report.fingerprints() != null) {
            head("distinct statements", "events/s", "CPU-s per million");
            report.fingerprints()
                    .forEach(result -> row(
                            number(result.distinct()) + " (" + number(result.met()) + " met)",
                            number(result.eventsPerSecond()),
                            decimal(result.cpuSecondsPerMillion())));
        }
        if (report.storedRows() != null) {
            head("rows stored before", "events/s", "CPU-s per million");
            report.storedRows()
                    .forEach(result -> row(
                            number(result.rows()),
                            number(result.eventsPerSecond()),
                            decimal(result.cpuSecondsPerMillion())));
        }
        if (report.backlog() != null) {
            head("backlog, heap", "events/s", "resident MB after each tenth");
            row(
                    number(report.backlog().events()) + ", " + report.backlog().heapMegabytes() + " MB",
                    number(report.backlog().eventsPerSecond()),
                    String.join(
                            " ",
                            report.backlog().residentBytes().stream()
                                    .map(bytes -> String.valueOf(bytes >> 20))
                                    .toList()));
        }
    }

    private void capture(CaptureOverhead.Result capture) {
        head("capture", "transactions/s without", "lost with", "p99 longer by", "lost without Kafka", "p99 longer by");
        load("as many as can be", capture.full());
        load("half as many", capture.half());
    }

    private void load(String name, CaptureOverhead.Load load) {
        row(
                name,
                number(load.plainPerSecond().median()),
                percent(load.kafkaUp().throughputLoss().median()),
                percent(load.kafkaUp().p99Growth().median()),
                percent(load.kafkaAway().throughputLoss().median()),
                percent(load.kafkaAway().p99Growth().median()));
    }

    private void head(String... cells) {
        lines.add("");
        row(cells);
        lines.add("|---".repeat(cells.length) + "|");
    }

    private void row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    private static String spread(Spread spread) {
        return number(spread.median()) + " (" + number(spread.min()) + " to " + number(spread.max()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    private static String fine(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", part * 100);
    }
}
