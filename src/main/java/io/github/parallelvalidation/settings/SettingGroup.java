package io.github.parallelvalidation.settings;

import java.util.List;

/// Settings that belong together.
public record SettingGroup(String title, List<Setting> settings) {
    public SettingGroup {
        settings = List.copyOf(settings);
    }
}
