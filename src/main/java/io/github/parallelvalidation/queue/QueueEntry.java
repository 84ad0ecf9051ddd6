package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Optional;

/// One strategy of the queue.
///
/// @param statusText the status as it is written, empty where it is absent
/// @param statusWritten the value as it stands in the file, from behind its colon on; empty where there is no key
/// @param priority smaller first; absent ones last
/// @param position place in the file, from 0
/// @param line line of the entry, from 1
/// @param failureReason the failure reason that the entry records of an earlier failure
/// @param relaxedGates the thresholds that it passed under where it passed under no others: `ic=0.009`
public record QueueEntry(
        StrategyId id,
        String name,
        Status status,
        String statusText,
        Optional<String> statusWritten,
        Optional<Double> priority,
        int position,
        int line,
        Optional<String> failureReason,
        Optional<String> relaxedGates) {

    /// The same entry in another line.
    QueueEntry atLine(int number) {
        return new QueueEntry(
                id, name, status, statusText, statusWritten, priority, position, number, failureReason, relaxedGates);
    }
}
