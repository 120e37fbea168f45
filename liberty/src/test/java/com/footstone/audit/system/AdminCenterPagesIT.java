package com.footstone.audit.system;

import java.io.IOException;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What the administrator sees of the server, with a real browser. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminCenterPagesIT {

    /** The document of the tool that is open. */
    private static final String TOOL = "document.getElementById('toolIFrame').contentDocument";

    private Browser browser;
    private String url;

    @BeforeAll
    void logIn(SystemUnderTest system) throws IOException {
        assumeTrue(Browser.installed(), "this machine has no chromium; install it to have the pages tested");
        browser = Browser.open();
        url = system.server().ports().adminCenterUrl();
        browser.go(url);
        awaitTrue("the login", "document.getElementById('j_username') !== null");
        browser.evaluate("document.getElementById('j_username').value = '" + SystemUnderTest.ADMIN + "';"
                + "document.getElementById('j_password').value = '" + system.adminPassword() + "';"
                + "document.getElementById('loginButton').click()");
        awaitText("Explore");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theLoginIsByTls() {
        assertThat(browser.evaluate("location.protocol")).isEqualTo("https:");
    }

    @Test
    void theApplicationIsShownRunning() {
        open("explore/apps");

        awaitTool("sql-audit-service", "Applications", "audit", "Running");
    }

    /** The pages list no modules; charts tell of what answers requests. Whose line it is, they do not always write. */
    @Test
    void theApplicationHasCharts(SystemUnderTest system) {
        system.api().get("/statistics/overview");
        open("explore/apps/audit/monitor");

        awaitTool("Request Count", "Average Response Time");
        awaitTrue(
                "numbers of the requests", "/Request Count[^]*\\n[0-9.e+]+(\\n|$)/.test(" + TOOL + ".body.innerText)");
    }

    @Test
    void theServersChartsTellOfItsJava() {
        open("explore/monitor");

        awaitTool("Used Heap Memory", "Loaded Classes", "Active JVM Threads", "CPU Usage");
        awaitTrue("numbers of the heap", "/Used: [0-9.]+ [MG]B/.test(" + TOOL + ".body.innerText)");
    }

    @Test
    void theConfigurationIsShownAndCannotBeSaved() {
        open("serverConfig");

        awaitTool("server.xml", "Read only", "Files are available in read-only mode");
        browser.evaluate("Array.from(" + TOOL + ".querySelectorAll('a'))"
                + ".filter(link => link.innerText.trim() === 'server.xml')[0].click()");
        awaitTool("Read only", "Enterprise Application", "Data Source", "postgres-queries");
        assertThat(browser.evaluate(TOOL + ".body.innerText")).doesNotContain("Save");
    }

    /** A page asks once what there is to show; so each is opened anew. */
    private void open(String page) {
        browser.go("about:blank");
        awaitTrue("an empty page", "location.href === 'about:blank'");
        browser.go(url + "#" + page);
    }

    private void awaitTool(String... texts) {
        Awaitility.await(String.join(", ", texts))
                .atMost(SystemUnderTest.PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(browser.evaluate(TOOL + ".body.innerText")).contains(texts));
    }

    private void awaitTrue(String what, String condition) {
        Awaitility.await(what).atMost(SystemUnderTest.PATIENCE).until(() -> browser.evaluate(condition)
                .equals("true"));
    }

    private void awaitText(String text) {
        Awaitility.await(text).atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> assertThat(browser.text())
                .contains(text));
    }
}
