package com.footstone.audit.analysis;

/** Names of functions that injections call; most have honest uses too, which the place decides. */
final class SuspectNames {

    static final NameSet PURE_FUNCTIONS = NameSet.of(
            "char",
            "chr",
            "nchar",
            "ascii",
            "ord",
            "unicode",
            "concat",
            "concat_ws",
            "length",
            "len",
            "char_length",
            "lower",
            "upper",
            "substring",
            "substr",
            "mid",
            "right",
            "abs",
            "hex",
            "unhex",
            "md5",
            "coalesce",
            "ifnull",
            "nvl",
            "nullif",
            "strcmp",
            "reverse",
            "repeat",
            "elt",
            "make_set",
            "row",
            "bitand",
            "greatest",
            "least");

    static final NameSet WAITS = NameSet.of(
            "sleep", "pg_sleep", "pg_sleep_for", "pg_sleep_until", "benchmark", "receive_message", "randomblob");

    static final NameSet OUTSIDE = NameSet.of(
            "load_file",
            "xp_dirtree",
            "xp_fileexist",
            "xp_subdirs",
            "xp_cmdshell",
            "openrowset",
            "opendatasource",
            "dblink",
            "dblink_connect",
            "dblink_send_query",
            "fn_trace_gettable",
            "fn_get_audit_file",
            "fn_xe_file_target_read_file",
            "httpuritype",
            "pg_read_file",
            "pg_read_binary_file",
            "pg_ls_dir",
            "lo_import",
            "lo_export",
            "sys_exec",
            "sys_eval",
            "query_to_xml",
            "database_to_xml",
            "utl_http",
            "utl_tcp",
            "utl_smtp",
            "utl_inaddr",
            "dbms_ldap");

    /** Raise an error that quotes an argument; no application calls them in a condition. */
    static final NameSet ERRORS =
            NameSet.of("drithsx", "ord_dicom", "dbms_xdb_version", "sqlid_to_sqlhash", "gtid_subset", "gtid_subtract");

    /** Raise an error that quotes an argument, and have honest uses on columns. */
    static final NameSet ERRORS_OF_LITERALS = NameSet.of("extractvalue", "updatexml");

    /** Refuse a query as argument, with the query's answer in the message. */
    static final NameSet ERRORS_OF_QUERIES = NameSet.of(
            "polygon",
            "multipolygon",
            "linestring",
            "multilinestring",
            "multipoint",
            "geometrycollection",
            "json_keys",
            "name_const",
            "st_latfromgeohash",
            "st_longfromgeohash",
            "st_pointfromgeohash");

    static final NameSet SERVER_FACTS = NameSet.of(
            "version",
            "database",
            "schema",
            "user",
            "current_user",
            "session_user",
            "system_user",
            "db_name",
            "host_name",
            "suser_sname",
            "suser_name",
            "user_name",
            "current_database",
            "current_schema",
            "inet_server_addr",
            "sys_context",
            "connection_id",
            "banner");

    /** Take letters, their codes or their number out of a string. */
    static final NameSet GUESSES = NameSet.of(
            "substring",
            "substr",
            "mid",
            "right",
            "ascii",
            "ord",
            "unicode",
            "bitand",
            "length",
            "len",
            "char_length",
            "instr",
            "locate",
            "lower",
            "upper",
            "hex",
            "bin",
            "lpad",
            "ifnull",
            "coalesce",
            "nvl",
            "isnull",
            "cast",
            "convert");

    static final NameSet LETTERS = NameSet.of("substring", "substr", "mid", "right", "instr", "locate");

    static final NameSet CODES = NameSet.of("ascii", "ord", "unicode", "bitand");

    static final NameSet CHARACTERS = NameSet.of("char", "chr", "nchar");

    static final NameSet CHOICES = NameSet.of("iif", "if", "decode");

    static final NameSet CONVERSIONS = NameSet.of("cast", "convert", "try_cast", "to_number");

    static final NameSet LOADS = NameSet.of("repeat", "rpad", "lpad", "replicate", "generate_series");

    /** Those whose call is worth a second look; common functions, harmless by themselves, are not among them. */
    private static final NameSet SUSPECTS = NameSet.of(
                    "sn",
                    "getmappingxpath",
                    "checkin",
                    "version",
                    "database",
                    "mid",
                    "exp",
                    "floor",
                    "xmltype",
                    "request",
                    "get_host_address",
                    "get_host_name",
                    "init",
                    "db_name",
                    "host_name",
                    "current_database",
                    "suser_sname",
                    "utl_inaddr",
                    "json_keys",
                    "concat")
            .and(WAITS, OUTSIDE, ERRORS, ERRORS_OF_LITERALS, ERRORS_OF_QUERIES, CODES, CHARACTERS, CHOICES, LOADS);

    private SuspectNames() {}

    /** Whether a call of the name is worth a second look; common functions of no danger alone are not. */
    static boolean mayBe(CharSequence text, int start, int end) {
        return SUSPECTS.has(text, start, end);
    }
}
