package com.footstone.audit.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.eclipse.microprofile.config.Config;

/**
 * The settings that hold now, of those that may change while the service runs. What a folder holds counts before every other
 * source; a folder that holds a value that cannot be used changes nothing until it is corrected. One thread looks, any read.
 */
final class HotValues {

    /** Where their values come from, as operators are told. */
    static final String SOURCE = "folder of settings";

    private static final System.Logger LOG = System.getLogger(HotValues.class.getName());

    private final Config below;
    private final KnownSettings known;
    private final SettingsFolder folder;
    /** What was found last; empty after a look that failed, so that the next is a new one. */
    private Optional<Map<String, String>> seen;

    private volatile LaidOver config;
    private volatile Optional<String> refusal = Optional.empty();

    /**
     * Reads the folder for the first time.
     *
     * @throws ConfigurationException if it cannot be read; values are not looked at yet
     */
    HotValues(Config below, KnownSettings known, SettingsFolder folder) {
        this.below = below;
        this.known = known;
        this.folder = folder;
        try {
            Map<String, String> found = folder.texts();
            seen = Optional.of(found);
            config = laidOver(accepted(found));
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigurationException(
                    HotSettings.FOLDER.key(),
                    "is '" + folder.path()
                            + "', which cannot be read as a folder; mount or make it, or leave the key out"
                            + " (environment variable " + HotSettings.FOLDER.environmentVariable() + ")");
        }
    }

    /** The configuration with the values that hold now. */
    Config config() {
        return config;
    }

    /** Why what the folder holds is not in force; empty if it is. */
    Optional<String> refusal() {
        return refusal;
    }

    /** Takes what has changed in the folder, if all of it can be used. */
    void look() {
        try {
            Map<String, String> found = folder.texts();
            if (!seen.equals(Optional.of(found))) {
                seen = Optional.of(found);
                take(laidOver(accepted(found)));
            }
        } catch (IOException | UncheckedIOException e) {
            seen = Optional.empty();
            refuse("The folder " + folder.path() + " cannot be read");
        }
    }

    private void take(LaidOver proposed) {
        try {
            known.verify(proposed);
        } catch (ConfigurationException e) {
            refuse(e.getMessage());
            return;
        }
        LaidOver before = config;
        config = proposed;
        refusal = Optional.empty();
        tellChanges(before, proposed);
    }

    private void refuse(String why) {
        if (!refusal.equals(Optional.of(why))) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Changed settings are not taken, those from before stay in force. {0}",
                    why);
        }
        refusal = Optional.of(why);
    }

    private void tellChanges(LaidOver before, LaidOver now) {
        TreeSet<String> keys = new TreeSet<>(before.texts().keySet());
        keys.addAll(now.texts().keySet());
        known.all().stream().filter(setting -> keys.contains(setting.key())).forEach(setting -> {
            Optional<String> value = EffectiveSetting.of(setting, now).value();
            if (!value.equals(EffectiveSetting.of(setting, before).value())) {
                LOG.log(System.Logger.Level.INFO, "{0} is {1} from now on", setting.key(), value.orElse("not set"));
            }
        });
    }

    /** Of the texts, those that may change while the service runs; the others are named and left out. */
    private Map<String, String> accepted(Map<String, String> texts) {
        Map<String, String> others = new TreeMap<>(texts);
        known.all().stream().filter(Setting::isHot).map(Setting::key).forEach(others::remove);
        others.keySet()
                .forEach(key -> LOG.log(
                        System.Logger.Level.WARNING,
                        "The folder {0} holds {1}, which is no setting that can change while the service runs, and is not"
                                + " read; see docs/configuration.md",
                        folder.path(),
                        key));
        Map<String, String> accepted = new TreeMap<>(texts);
        accepted.keySet().removeAll(others.keySet());
        return accepted;
    }

    private LaidOver laidOver(Map<String, String> texts) {
        return new LaidOver(below, SOURCE, texts);
    }
}
