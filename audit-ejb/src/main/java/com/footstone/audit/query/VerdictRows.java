package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.Verdict;

/** Reads the whole of a verdict from the columns that it is kept in. */
final class VerdictRows {

    /** The columns that it takes. */
    static final String COLUMNS = "risk_parts, confidence, findings, unchecked, policy_version, exempted";

    private VerdictRows() {}

    static Verdict verdict(ResultSet row) throws SQLException {
        List<Finding> findings = StoredJson.findings(row.getString("findings"));
        Severity worst = findings.stream().map(Finding::severity).reduce(Severity.SAFE, Severity::max);
        return new Verdict(
                worst,
                RiskScore.of(StoredJson.riskParts(row.getString("risk_parts"))),
                row.getInt("confidence"),
                findings,
                Rows.texts(row, "unchecked"),
                row.getLong("policy_version"),
                StoredJson.exempted(row.getString("exempted")));
    }
}
