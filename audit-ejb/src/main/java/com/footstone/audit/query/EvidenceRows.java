package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.evidence.Erasure;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.Release;
import com.footstone.audit.model.evidence.Seal;
import com.footstone.audit.model.evidence.SealedBatch;
import com.footstone.audit.model.evidence.document.EvidenceLine;
import com.footstone.audit.model.evidence.document.EvidenceLine.Part;

/**
 * Reads the rows that {@link EvidenceQueries} asks for. One may have been changed so that it makes no sense: an export must
 * not fail by it, and tells of it instead.
 */
final class EvidenceRows {

    private EvidenceRows() {}

    static ChainHead head(ResultSet row) throws SQLException {
        EvidenceLine link = line(row, Part.HEAD, row.getLong("to_offset"), EvidenceRows::linked);
        return link instanceof EvidenceLine.Head head
                ? new ChainHead(head, Optional.empty())
                : new ChainHead(head(row, Hash.NONE), Optional.of((EvidenceLine.Unreadable) link));
    }

    static EvidenceRow batchRow(ResultSet row) throws SQLException {
        long from = row.getLong("from_offset");
        return new EvidenceRow(from, row.getLong("to_offset"), line(row, Part.BATCH, from, EvidenceRows::sealed));
    }

    static EvidenceLine releaseLine(ResultSet row) throws SQLException {
        return line(row, Part.RELEASE, row.getLong("to_offset"), EvidenceRows::released);
    }

    static EvidenceRow erasureRow(ResultSet row) throws SQLException {
        long offset = row.getLong("event_offset");
        return new EvidenceRow(offset, offset + 1, line(row, Part.ERASURE, offset, EvidenceRows::erased));
    }

    /** The batch, for whoever can do nothing without it. */
    static EvidenceLine.Sealed batch(ResultSet row) throws SQLException {
        return readable(row, EvidenceRows::sealed);
    }

    /** The erasure, likewise. */
    static EvidenceLine.Erased erasure(ResultSet row) throws SQLException {
        return readable(row, EvidenceRows::erased);
    }

    private static EvidenceLine line(
            ResultSet row, Part part, long offset, Rows.Mapping<? extends EvidenceLine> mapping) throws SQLException {
        try {
            return mapping.map(row);
        } catch (RuntimeException e) {
            return new EvidenceLine.Unreadable(part, row.getString("topic"), row.getInt("partition"), offset, fault(e));
        }
    }

    private static <T> T readable(ResultSet row, Rows.Mapping<T> mapping) throws SQLException {
        try {
            return mapping.map(row);
        } catch (RuntimeException e) {
            throw new UnreadableValueException("evidence that was changed: " + fault(e));
        }
    }

    private static String fault(RuntimeException e) {
        return e instanceof InvalidValueException
                ? e.getMessage()
                : "reading failed with " + e.getClass().getName();
    }

    private static EvidenceLine.Head linked(ResultSet row) throws SQLException {
        return head(row, row.getString("link") == null ? Hash.NONE : hash(row, "link"));
    }

    private static EvidenceLine.Head head(ResultSet row, Hash link) throws SQLException {
        return new EvidenceLine.Head(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("next_offset"),
                row.getLong("claimed_offset"),
                row.getLong("to_offset"),
                link);
    }

    private static EvidenceLine.Sealed sealed(ResultSet row) throws SQLException {
        SealedBatch batch = new SealedBatch(
                row.getInt("format"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("from_offset"),
                row.getLong("to_offset"),
                Rows.time(row, "received_at"),
                row.getInt("events"),
                hash(row, "root"),
                hash(row, "previous"));
        return new EvidenceLine.Sealed(batch, seal(row));
    }

    private static EvidenceLine.Released released(ResultSet row) throws SQLException {
        Release release = new Release(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("to_offset"),
                Rows.time(row, "received_before"),
                row.getInt("days"),
                hash(row, "link"),
                Rows.time(row, "released_at"));
        return new EvidenceLine.Released(release, seal(row));
    }

    private static EvidenceLine.Erased erased(ResultSet row) throws SQLException {
        Erasure erasure = new Erasure(
                new EventId(row.getString("topic"), row.getInt("partition"), row.getLong("event_offset")),
                hash(row, "leaf"),
                row.getString("reason"),
                row.getString("erased_by"),
                Rows.time(row, "erased_at"));
        return new EvidenceLine.Erased(erasure, seal(row));
    }

    private static Hash hash(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null || bytes.length != Hash.LENGTH) {
            throw new InvalidValueException(column, "is not " + Hash.LENGTH + " bytes long");
        }
        return Hash.of(bytes);
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(row.getString("key_id"), row.getString("signature"));
    }
}
