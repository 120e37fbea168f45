package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.evidence.Erasure;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.Release;
import com.footstone.audit.model.evidence.Seal;
import com.footstone.audit.model.evidence.SealedBatch;
import com.footstone.audit.model.evidence.document.EvidenceLine;

/** Reads the rows that {@link EvidenceQueries} asks for. */
final class EvidenceRows {

    private EvidenceRows() {}

    static EvidenceLine.Head head(ResultSet row) throws SQLException {
        String link = row.getString("link");
        return new EvidenceLine.Head(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("next_offset"),
                row.getLong("claimed_offset"),
                row.getLong("to_offset"),
                link == null ? Hash.NONE : Hash.parse(link));
    }

    static EvidenceLine.Sealed batch(ResultSet row) throws SQLException {
        SealedBatch batch = new SealedBatch(
                row.getInt("format"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("from_offset"),
                row.getLong("to_offset"),
                Rows.time(row, "received_at"),
                row.getInt("events"),
                Hash.parse(row.getString("root")),
                Hash.parse(row.getString("previous")));
        return new EvidenceLine.Sealed(batch, seal(row));
    }

    static EvidenceLine.Released release(ResultSet row) throws SQLException {
        Release release = new Release(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("to_offset"),
                Rows.time(row, "received_before"),
                row.getInt("days"),
                Hash.parse(row.getString("link")),
                Rows.time(row, "released_at"));
        return new EvidenceLine.Released(release, seal(row));
    }

    static EvidenceLine.Erased erasure(ResultSet row) throws SQLException {
        Erasure erasure = new Erasure(
                new EventId(row.getString("topic"), row.getInt("partition"), row.getLong("event_offset")),
                Hash.parse(row.getString("leaf")),
                row.getString("reason"),
                row.getString("erased_by"),
                Rows.time(row, "erased_at"));
        return new EvidenceLine.Erased(erasure, seal(row));
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(row.getString("key_id"), row.getString("signature"));
    }
}
