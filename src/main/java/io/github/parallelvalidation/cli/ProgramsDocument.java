package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.trust.ProgramFiles;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Programs of a workspace as plain maps for `--json`.
final class ProgramsDocument {
    private ProgramsDocument() {}

    static Map<String, @Nullable Object> of(NotAcceptedException refused) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("workspace", refused.workspace().root().toString());
        map.put("not_accepted", programs(refused.programs(), Accepted.NONE));
        return map;
    }

    static List<Map<String, @Nullable Object>> programs(List<NamedProgram> programs, Accepted accepted) {
        return programs.stream().map(program -> program(program, accepted)).toList();
    }

    private static Map<String, @Nullable Object> program(NamedProgram program, Accepted accepted) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("use", program.use().key());
        map.put("strategy_id", program.strategy().map(StrategyId::value).orElse(null));
        map.put("named_in", program.namedIn().toString());
        map.put("folder", program.folder().toString());
        map.put("arguments", program.arguments());
        map.put("files", ProgramFiles.of(program).stream().map(Path::toString).toList());
        map.put("accepted", accepted.covers(program));
        return map;
    }
}
