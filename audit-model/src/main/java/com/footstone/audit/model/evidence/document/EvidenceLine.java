package com.footstone.audit.model.evidence.document;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.evidence.Erasure;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.Release;
import com.footstone.audit.model.evidence.Seal;
import com.footstone.audit.model.evidence.SealedBatch;
import com.footstone.audit.model.evidence.Signable;

/**
 * A line of an export, a JSON object each: an {@link Opening}; for each partition a {@link Head}, its {@link Released}
 * lines, and its {@link Sealed} ones by offset, each with the {@link Erased} ones of its events somewhere before it; and a
 * {@link Closing}, without which the export is not whole. An {@link Unreadable} stands where the service found no sense.
 */
public sealed interface EvidenceLine {

    /** Version of the form of exports. */
    int VERSION = 1;

    /** The line's JSON, in ASCII, without a line break. */
    String json();

    /**
     * Reads a line.
     *
     * @throws InvalidValueException if it is not a line of an export of this version
     */
    static EvidenceLine parse(String json) {
        Fields fields = Fields.read(json);
        return switch (fields.text("type")) {
            case "opening" -> Opening.of(fields);
            case "head" -> Head.of(fields);
            case "release" -> Released.of(fields);
            case "erasure" -> Erased.of(fields);
            case "batch" -> Sealed.of(fields);
            case "unreadable" -> Unreadable.of(fields);
            case "closing" -> new Closing(fields.number("lines"), fields.hash("sha256"), fields.seal());
            default -> throw new InvalidValueException("type", "is not known to this version");
        };
    }

    /**
     * What was asked for, and when.
     *
     * @param from batches received from here on, all if there is none
     * @param to batches received before, all if there is none
     */
    record Opening(Optional<Instant> from, Optional<Instant> to, Instant exportedAt) implements EvidenceLine {

        static Opening of(Fields fields) {
            if (fields.number("version") != VERSION) {
                throw new InvalidValueException("version", "is not " + VERSION + ": verify with a newer command");
            }
            return new Opening(fields.maybeTime("from"), fields.maybeTime("to"), fields.time("exportedAt"));
        }

        @Override
        public String json() {
            return Fields.write()
                    .with("type", "opening")
                    .with("version", VERSION)
                    .with("from", from)
                    .with("to", to)
                    .with("exportedAt", exportedAt)
                    .json();
        }
    }

    /**
     * Where a partition's chain stood when the export was begun.
     *
     * @param next first offset that is not stored in both stores
     * @param claimed end of the range that was being stored; {@code next} if none was
     * @param to end of the last batch, released ones included
     * @param link its link, {@link Hash#NONE} if there never was one
     */
    record Head(String topic, int partition, long next, long claimed, long to, Hash link) implements EvidenceLine {

        static Head of(Fields fields) {
            return new Head(
                    fields.text("topic"),
                    fields.small("partition"),
                    fields.number("next"),
                    fields.number("claimed"),
                    fields.number("to"),
                    fields.hash("link"));
        }

        @Override
        public String json() {
            return Fields.write()
                    .with("type", "head")
                    .with("topic", topic)
                    .with("partition", partition)
                    .with("next", next)
                    .with("claimed", claimed)
                    .with("to", to)
                    .with("link", link)
                    .json();
        }
    }

    /** A release. */
    record Released(Release release, Seal seal) implements EvidenceLine {

        static Released of(Fields fields) {
            Release release = new Release(
                    fields.text("topic"),
                    fields.small("partition"),
                    fields.number("to"),
                    fields.time("receivedBefore"),
                    fields.small("days"),
                    fields.hash("link"),
                    fields.time("at"));
            return new Released(release, fields.seal());
        }

        @Override
        public String json() {
            return Fields.write()
                    .with("type", "release")
                    .with("topic", release.topic())
                    .with("partition", release.partition())
                    .with("to", release.to())
                    .with("receivedBefore", release.receivedBefore())
                    .with("days", release.days())
                    .with("link", release.link())
                    .with("at", release.at())
                    .with(seal)
                    .json();
        }
    }

    /** An erasure. */
    record Erased(Erasure erasure, Seal seal) implements EvidenceLine {

        static Erased of(Fields fields) {
            Erasure erasure = new Erasure(
                    EventId.parse(fields.text("event")),
                    fields.hash("leaf"),
                    fields.text("reason"),
                    fields.text("by"),
                    fields.time("at"));
            return new Erased(erasure, fields.seal());
        }

        @Override
        public String json() {
            return Fields.write()
                    .with("type", "erasure")
                    .with("event", erasure.event())
                    .with("leaf", erasure.leaf())
                    .with("reason", erasure.reason())
                    .with("by", erasure.by())
                    .with("at", erasure.at())
                    .with(seal)
                    .json();
        }
    }

    /** A batch. Its link is told for people; who verifies computes it. */
    record Sealed(SealedBatch batch, Seal seal) implements EvidenceLine {

        static Sealed of(Fields fields) {
            SealedBatch batch = new SealedBatch(
                    fields.small("format"),
                    fields.text("topic"),
                    fields.small("partition"),
                    fields.number("from"),
                    fields.number("to"),
                    fields.time("receivedAt"),
                    fields.small("events"),
                    fields.hash("root"),
                    fields.hash("previous"));
            return new Sealed(batch, fields.seal());
        }

        Fields into(Fields fields) {
            return fields.with("format", batch.format())
                    .with("topic", batch.topic())
                    .with("partition", batch.partition())
                    .with("from", batch.from())
                    .with("to", batch.to())
                    .with("receivedAt", batch.receivedAt())
                    .with("events", batch.events())
                    .with("root", batch.root())
                    .with("previous", batch.previous())
                    .with("link", batch.link())
                    .with(seal);
        }

        @Override
        public String json() {
            return into(Fields.write().with("type", "batch")).json();
        }
    }

    /** Of what there is evidence, by the name that an export has for it. */
    enum Part {
        HEAD,
        RELEASE,
        ERASURE,
        BATCH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Part of(String name) {
            return Arrays.stream(values())
                    .filter(part -> part.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValueException("part", "is not known to this version"));
        }
    }

    /**
     * What the service holds and cannot read, because it is not as the service wrote it.
     *
     * @param part of what kind it is
     * @param offset where it is: the first of a batch or an erasure, the end of a release or a chain
     * @param fault what is wrong with it
     */
    record Unreadable(Part part, String topic, int partition, long offset, String fault) implements EvidenceLine {

        static Unreadable of(Fields fields) {
            return new Unreadable(
                    Part.of(fields.text("part")),
                    fields.text("topic"),
                    fields.small("partition"),
                    fields.number("offset"),
                    fields.text("fault"));
        }

        @Override
        public String json() {
            return Fields.write()
                    .with("type", "unreadable")
                    .with("part", part)
                    .with("topic", topic)
                    .with("partition", partition)
                    .with("offset", offset)
                    .with("fault", fault)
                    .json();
        }
    }

    /**
     * The end.
     *
     * @param lines how many lines come before it
     * @param sha256 hash of all bytes before it, line breaks included
     */
    record Closing(long lines, Hash sha256, Seal seal) implements EvidenceLine {

        /** What the seal is of. */
        static Signable statement(Hash sha256) {
            return () -> Signable.bytes("sql-audit export", sha256);
        }

        /** What the seal is of. */
        public Signable statement() {
            return statement(sha256);
        }

        @Override
        public String json() {
            return Fields.write()
                    .with("type", "closing")
                    .with("lines", lines)
                    .with("sha256", sha256)
                    .with(seal)
                    .json();
        }
    }
}
