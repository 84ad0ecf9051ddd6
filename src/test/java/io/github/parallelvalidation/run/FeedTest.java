package io.github.parallelvalidation.run;

import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// How work is handed to the slots of a run, and how long some of it was underway.
class FeedTest {

    private static Optional<String> next(Feed<String> feed) {
        try {
            return feed.next(() -> true);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void workThatIsAllThereIsHandedOutInOrderAndEnds() {
        Feed<String> feed = Feed.of(List.of("a", "b"));
        assertThat(feed.unfinished()).isEqualTo(2);
        assertThat(next(feed)).contains("a");
        feed.done();
        assertThat(next(feed)).contains("b");
        assertThat(feed.unfinished()).isEqualTo(1);
        feed.done();
        assertThat(next(feed)).isEmpty();
        assertThat(feed.unfinished()).isZero();
    }

    @Test
    void whoeverWaitsGetsWhatComesAndIsToldWhenNothingWill() {
        Feed<String> feed = Feed.open();
        CompletableFuture<Optional<String>> first = CompletableFuture.supplyAsync(() -> next(feed));
        feed.add("a");
        assertThat(first.join()).contains("a");
        CompletableFuture<Optional<String>> second = CompletableFuture.supplyAsync(() -> next(feed));
        feed.close();
        assertThat(second.join()).isEmpty();
    }

    @Test
    void whatWaitsWhenItIsClosedIsStillHandedOut() {
        Feed<String> feed = Feed.open();
        feed.add("a");
        feed.close();
        assertThat(next(feed)).contains("a");
        assertThat(next(feed)).isEmpty();
    }

    @Test
    void nobodyWaitsOnceTheRunIsToEnd() {
        Feed<String> feed = Feed.open();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        CompletableFuture<Optional<String>> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return feed.next(goesOn::get);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        goesOn.set(false);
        assertThat(waiting.join()).isEmpty();
    }

    @Test
    void timeIsCountedOnlyWhileSomethingIsUnderway() {
        Feed<String> feed = Feed.open();
        assertThat(feed.busySeconds()).isZero();
        feed.add("a");
        feed.add("b");
        assertThat(feed.busySeconds()).as("nobody is at it").isZero();
        next(feed);
        next(feed);
        until("time passes", () -> feed.busySeconds() > 0.02);
        feed.done();
        double one = feed.busySeconds();
        until("it still passes", () -> feed.busySeconds() > one);
        feed.done();
        double both = feed.busySeconds();
        long now = System.nanoTime();
        until("a while has passed", () -> System.nanoTime() - now > 5_000_000);
        assertThat(feed.busySeconds()).isEqualTo(both);
    }

    @Test
    void aSlotThatBreaksLeavesNothingUnderway() {
        Feed<String> feed = Feed.open();
        ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
        List.of("a", "broken", "b").forEach(feed::add);
        CompletableFuture<Void> pool = CompletableFuture.runAsync(() -> new WorkerPool(2)
                .run(
                        feed,
                        (_, work) -> {
                            if (work.equals("broken")) {
                                throw new IllegalStateException("our mistake");
                            }
                            done.add(work);
                        },
                        () -> true,
                        _ -> {}));
        until("all was taken", () -> feed.unfinished() == 0);
        feed.close();
        assertThatThrownBy(pool::join).hasRootCauseMessage("our mistake");
        assertThat(done).containsExactlyInAnyOrder("a", "b");
    }
}
