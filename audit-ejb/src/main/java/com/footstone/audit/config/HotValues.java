package com.footstone.audit.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.eclipse.microprofile.config.Config;

/**
 * The settings that hold now, of those that may change while the service runs. What a folder holds counts before every other
 * source, once two looks in a row have found it: a file may be half written, and of a mounted ConfigMap the files before a
 * change and after it may be read in one look. A folder that holds a value that cannot be used changes nothing until it is
 * corrected. One thread looks, any read.
 */
final class HotValues {

    /** Where their values come from, as operators are told. */
    static final String SOURCE = "folder of settings";

    private static final System.Logger LOG = System.getLogger(HotValues.class.getName());

    private final Config below;
    private final KnownSettings known;
    private final SettingsFolder folder;
    /** What was found last; empty after a look that failed. */
    private Optional<Map<String, String>> seen;
    /** What was taken or refused last; empty after a look that failed, so that it is judged anew. */
    private Optional<Map<String, String>> judged;

    private volatile LaidOver config;
    private volatile Optional<String> refusal = Optional.empty();

    /**
     * Reads the folder for the first time.
     *
     * @throws ConfigurationException if it cannot be read, or a file that needs a value is blank; other values are not
     *     looked at yet
     */
    HotValues(Config below, KnownSettings known, SettingsFolder folder) {
        this.below = below;
        this.known = known;
        this.folder = folder;
        try {
            seen = Optional.of(folder.settledTexts());
            judged = seen;
            config = laidOver(accepted(seen.get()));
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

    /** Takes what has changed in the folder, if it is what the last look found and all of it can be used. Never fails. */
    void look() {
        try {
            Optional<Map<String, String>> found = Optional.of(folder.texts());
            boolean settled = found.equals(seen);
            seen = found;
            if (settled && !found.equals(judged)) {
                judged = found;
                take(found.get());
            }
        } catch (IOException | UncheckedIOException e) {
            lookAnew("The folder " + folder.path() + " cannot be read");
        } catch (RuntimeException e) {
            // Its message may quote a value.
            lookAnew("Looking at the folder " + folder.path() + " failed with "
                    + e.getClass().getName());
        }
    }

    private void lookAnew(String why) {
        seen = Optional.empty();
        judged = Optional.empty();
        refuse(why);
    }

    private void take(Map<String, String> found) {
        LaidOver proposed;
        try {
            proposed = laidOver(accepted(found));
            known.verifyHot(proposed);
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

    /**
     * Of the texts, those that may change while the service runs; the others are named and left out.
     *
     * @throws ConfigurationException if one is blank whose setting needs a value
     */
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
        refuseBlanks(accepted);
        return accepted;
    }

    private void refuseBlanks(Map<String, String> texts) {
        List<ConfigurationException> faults = known.all().stream()
                .filter(Setting::needsText)
                .map(Setting::key)
                .filter(key -> texts.containsKey(key) && texts.get(key).isBlank())
                .map(key -> new ConfigurationException(
                        key,
                        "is an empty file in " + folder.path()
                                + "; write a value into it, or remove it for what is configured elsewhere"))
                .toList();
        if (!faults.isEmpty()) {
            throw ConfigurationException.of(faults);
        }
    }

    private LaidOver laidOver(Map<String, String> texts) {
        return new LaidOver(below, SOURCE, texts);
    }
}
