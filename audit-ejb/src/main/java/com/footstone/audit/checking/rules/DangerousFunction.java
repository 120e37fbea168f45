package com.footstone.audit.checking.rules;

import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/** Finds calls that reach out of the database, or that make it wait, as injections do to learn whether they work. */
@Dependent
public final class DangerousFunction implements EventRule {

    private static final Set<String> NAMES = Set.of(
            "load_file",
            "sys_exec",
            "sys_eval",
            "sleep",
            "benchmark",
            "pg_sleep",
            "pg_sleep_for",
            "pg_sleep_until",
            "pg_read_file",
            "pg_read_binary_file",
            "pg_ls_dir",
            "lo_import",
            "lo_export",
            "dblink",
            "dblink_connect",
            "dblink_exec",
            "dblink_send_query",
            "httpuritype",
            "waitfor",
            "xp_cmdshell",
            "xp_regread",
            "xp_regwrite",
            "xp_dirtree",
            "xp_fileexist",
            "xp_subdirs",
            "xp_servicecontrol",
            "sp_oacreate",
            "sp_oamethod",
            "sp_execute_external_script",
            "sp_invoke_external_rest_endpoint",
            "openrowset",
            "opendatasource",
            "openquery");

    /** Of packages whose other functions are harmless. */
    private static final Set<String> QUALIFIED = Set.of(
            "dbms_session.sleep",
            "dbms_xslprocessor.read2clob",
            "dbms_xslprocessor.clob2file",
            "dbms_advisor.create_file",
            "dbms_cloud.send_request",
            "dbms_cloud.get_object",
            "dbms_cloud.put_object");

    private static final Set<String> PACKAGES = Set.of(
            "dbms_pipe",
            "dbms_lock",
            "dbms_scheduler",
            "dbms_java",
            "dbms_ldap",
            "dbms_file_transfer",
            "apex_web_service",
            "user_lock",
            "utl_file",
            "utl_http",
            "utl_inaddr",
            "utl_tcp",
            "utl_mail",
            "utl_smtp");

    private static final RuleInfo INFO = RuleInfo.of(
            "DangerousFunction",
            "Dangerous function",
            Severity.CRITICAL,
            Category.SECURITY,
            "The statement calls a function that runs programs, reads or writes files, opens connections, or waits.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return DangerousFunction::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        for (String function : event.statement().functions()) {
            String name = function.substring(function.lastIndexOf('.') + 1);
            String schema = function.substring(0, Math.max(0, function.lastIndexOf('.')));
            // The owner of a package may stand before it.
            String pack = schema.substring(schema.lastIndexOf('.') + 1);
            if (NAMES.contains(name) || PACKAGES.contains(pack) || QUALIFIED.contains(pack + "." + name)) {
                String message = "The statement calls " + function + ".";
                return INFO.raise(Severity.CRITICAL, 90, message, Map.of("function", function));
            }
        }
        return RuleResult.CLEAR;
    }
}
