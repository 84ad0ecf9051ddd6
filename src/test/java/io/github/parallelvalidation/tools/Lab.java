package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A workspace with workers without processes, and agents that call its tools.
///
/// @param workers those of all agents
record Lab(TestWorkspace workspace, HeldWorkers workers, List<Agent> agents) implements AutoCloseable {
    /// @param words for each strategy from STR-101 on, what its attempts do, as [HeldWorkers] reads it
    static Lab in(Path folder, String... words) {
        TestWorkspace workspace = TestWorkspace.in(folder);
        Map<StrategyId, List<String>> scripts = new TreeMap<>();
        for (int i = 0; i < words.length; i++) {
            String id = "STR-" + (101 + i);
            workspace.strategy(id);
            scripts.put(new StrategyId(id), List.of(words[i].split(" ")));
        }
        return new Lab(workspace, new HeldWorkers(scripts), new ArrayList<>());
    }

    Agent agent() {
        return agent(Hosting.HERE);
    }

    Agent agent(Hosting hosting) {
        Agent agent = new Agent(workers, workspace.workspace(), hosting);
        agents.add(agent);
        return agent;
    }

    /// The status of each entry of the queue.
    List<String> statuses() {
        return workspace
                .queue()
                .lines()
                .filter(line -> line.contains("status:"))
                .map(line -> line.strip().substring("status: ".length()))
                .toList();
    }

    /// Somebody writes another word into the queue.
    void writesStatus(String strategy, String status) {
        workspace.write(
                ".crypto/pipeline/queue.yaml",
                workspace.queue().replaceAll("(id: " + strategy + "\n    status: )[^\n]*", "$1" + status));
    }

    @Override
    public void close() {
        agents.forEach(Agent::close);
    }
}
