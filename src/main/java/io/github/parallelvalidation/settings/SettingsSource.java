package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Source;
import java.util.List;
import java.util.stream.Stream;

/// The two files in which people set what a run does.
public enum SettingsSource {
    RUN,
    PROTOCOL;

    /// What can be changed in it.
    public List<SettingGroup> groups() {
        return switch (this) {
            case RUN -> RunSettings.groups();
            case PROTOCOL ->
                Stream.of(Tier.values())
                        .map(tier -> new ProtocolSettings(tier).group())
                        .toList();
        };
    }

    /// Reads a text as a run would read the file.
    ///
    /// @return what is odd about it although it is right
    /// @throws io.github.parallelvalidation.workspace.ProblemException when a run would refuse it
    List<Problem> read(Source source) {
        return switch (this) {
            case RUN -> SettingsFile.read(source).warnings();
            case PROTOCOL -> {
                for (Tier tier : Tier.values()) {
                    TierProtocolFile.read(source, tier);
                }
                yield List.of();
            }
        };
    }
}
