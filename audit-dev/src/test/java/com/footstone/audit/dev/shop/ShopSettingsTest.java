package com.footstone.audit.dev.shop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ShopSettingsTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SHOP_POSTGRES_URL", "jdbc:audit:postgresql://db/shop?password=hidden",
            "SHOP_POSTGRES_USER", "clerk",
            "SHOP_POSTGRES_PASSWORD", "secret");

    @Test
    void runsForeverUnlessToldOtherwise() {
        ShopSettings settings = ShopSettings.from(ENVIRONMENT, new Properties());

        assertThat(settings.seed()).isEqualTo(1);
        assertThat(settings.plan()).isEqualTo(ShopPlan.timed(ShopPlan.ENDLESS, 20, Duration.ofMinutes(1)));
        assertThat(settings.ledger()).isEmpty();
    }

    @Test
    void readsEveryProperty() {
        Properties properties = properties(Map.of(
                "shop.seed", "42",
                "shop.operations", "100",
                "shop.rate", "2.5",
                "shop.accidents.rounds", "3",
                "shop.accidents.every", "PT10S",
                "shop.duration", "PT2M",
                "shop.ledger", "target/ledger.json"));

        ShopSettings settings = ShopSettings.from(ENVIRONMENT, properties);

        assertThat(settings.seed()).isEqualTo(42);
        assertThat(settings.plan()).isEqualTo(new ShopPlan(100, 2.5, 3, Duration.ofSeconds(10), Duration.ofMinutes(2)));
        assertThat(settings.ledger()).contains(Path.of("target/ledger.json"));
    }

    @Test
    void aNumberOfOperationsGoesWithOneRoundOfAccidents() {
        ShopPlan plan = ShopSettings.from(ENVIRONMENT, properties(Map.of("shop.operations", "7")))
                .plan();

        assertThat(plan.accidentRounds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOP_POSTGRES_URL", "SHOP_POSTGRES_USER"})
    void namesWhatIsMissing(String key) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.remove(key);

        assertThatThrownBy(() -> ShopSettings.from(environment, new Properties()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "shop.seed, seven, shop.seed",
        "shop.operations, -1, operations",
        "shop.rate, 0, ratePerSecond",
        "shop.rate, fast, shop.rate",
        "shop.accidents.rounds, -1, accidentRounds",
        "shop.accidents.every, 10, shop.accidents.every",
        "shop.accidents.every, PT-1S, accidentsEvery",
        "shop.duration, PT-1S, duration",
        "shop.duration, soon, shop.duration"
    })
    void namesWhatIsWrong(String key, String text, String named) {
        assertThatThrownBy(() -> ShopSettings.from(ENVIRONMENT, properties(Map.of(key, text))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void keepsSecretsToItself() {
        ShopSettings settings = ShopSettings.from(ENVIRONMENT, new Properties());

        assertThat(settings.toString()).doesNotContain("secret").doesNotContain("hidden");
    }

    @Test
    void tellsWhoCaptures() {
        ShopSettings settings = ShopSettings.from(ENVIRONMENT, new Properties());

        assertThat(settings.driverCaptures()).isTrue();
        assertThat(settings.uncapturedUrl()).isEqualTo("jdbc:postgresql://db/shop?password=hidden");
    }

    private static Properties properties(Map<String, String> texts) {
        Properties properties = new Properties();
        properties.putAll(texts);
        return properties;
    }
}
