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

    private void awaitTrue(String what, String condition) {
        Awaitility.await(what).atMost(SystemUnderTest.PATIENCE).until(() -> browser.evaluate(condition)
                .equals("true"));
    }

    private void awaitText(String text) {
        Awaitility.await(text).atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> assertThat(browser.text())
                .contains(text));
    }
}
