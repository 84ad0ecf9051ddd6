package io.github.parallelvalidation.idea;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What can be said of an idea before it is validated.
///
/// @param faults by the field that each is in
/// @param signals how often there would be one; empty where that is not known
/// @param why not, in a sentence; empty where it is known, or the faults say it
public record IdeaLook(Map<String, Fault> faults, Optional<SignalCount> signals, String why) {
    public IdeaLook {
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    static IdeaLook faulty(Map<String, Fault> faults) {
        return new IdeaLook(faults, Optional.empty(), "");
    }

    static IdeaLook uncounted(String why) {
        return new IdeaLook(Map.of(), Optional.empty(), why);
    }

    IdeaLook with(String field, Fault fault) {
        Map<String, Fault> more = new LinkedHashMap<>(faults);
        more.put(field, fault);
        return new IdeaLook(more, signals, why);
    }

    /// Whether this may be saved.
    public boolean isSound() {
        return faults.isEmpty();
    }
}
