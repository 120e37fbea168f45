package com.footstone.audit.query;

import java.util.OptionalLong;

/** Questions about the policy as PostgreSQL SQL. */
final class PolicySql {

    private static final String VERSION = "select version, document, comment, made_by, made_at from policy_version";
    private static final String VERSIONS = "select version, comment, made_by, made_at from policy_version";
    private static final String EXEMPTIONS =
            "select id, request, owner, asked_at, approver, approved_at, ended_by, ended_at, applied, applied_at"
                    + " from policy_exemption";
    private static final String CHANGE =
            "select id, changed_at, changed_by, action, exemption, version, before, after from policy_change";
    private static final String CHANGES =
            "select id, changed_at, changed_by, action, exemption, version from policy_change";

    private PolicySql() {}

    static BoundSql inForce() {
        return new Conditions()
                .add("version = (select version from policy_head)")
                .statement(VERSION, "limit 1");
    }

    static BoundSql version(long version) {
        return new Conditions().add("version = ?", version).statement(VERSION, "limit 1");
    }

    /** Versions before one, newest first. */
    static BoundSql versions(OptionalLong before, int rows) {
        return before(before, "version").statement(VERSIONS, "order by version desc\nlimit ?", rows);
    }

    /** Exemptions asked for before one, newest first. */
    static BoundSql exemptions(OptionalLong before, int rows) {
        return before(before, "id").statement(EXEMPTIONS, "order by id desc\nlimit ?", rows);
    }

    static BoundSql exemption(long id) {
        return new Conditions().add("id = ?", id).statement(EXEMPTIONS, "limit 1");
    }

    /** Changes before one, newest first. */
    static BoundSql changes(OptionalLong before, int rows) {
        return before(before, "id").statement(CHANGES, "order by id desc\nlimit ?", rows);
    }

    static BoundSql change(long id) {
        return new Conditions().add("id = ?", id).statement(CHANGE, "limit 1");
    }

    private static Conditions before(OptionalLong before, String number) {
        Conditions conditions = new Conditions();
        before.ifPresent(last -> conditions.add(number + " < ?", last));
        return conditions;
    }
}
