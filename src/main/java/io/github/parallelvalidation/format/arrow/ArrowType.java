package io.github.parallelvalidation.format.arrow;

/// How the values of a column are stored.
public sealed interface ArrowType {
    /// For sentences.
    String label();

    /// @param bytes of one number: 1, 2, 4 or 8
    record Whole(int bytes, boolean isSigned) implements ArrowType {
        @Override
        public String label() {
            return (isSigned ? "int" : "uint") + bytes * Byte.SIZE;
        }
    }

    /// @param bytes of one number: 2, 4 or 8
    record Floating(int bytes) implements ArrowType {
        @Override
        public String label() {
            return "float" + bytes * Byte.SIZE;
        }
    }

    /// @param bytes of one number: 4 or 8
    /// @param perSecond how many of its units a second has; 0 for whole days
    record Moment(int bytes, long perSecond) implements ArrowType {
        private static final long DAY = 86_400_000L;
        private static final long MILLIS = 1000;

        @Override
        public String label() {
            return perSecond == 0 ? "date" : "timestamp";
        }

        /// Milliseconds since 1970.
        public long millis(long units) {
            if (perSecond == 0) {
                return units * DAY;
            }
            return perSecond < MILLIS ? units * MILLIS : Math.floorDiv(units, perSecond / MILLIS);
        }
    }

    /// Text in one buffer, and where each begins in another.
    ///
    /// @param offsetBytes of one such place: 4 or 8
    record Text(int offsetBytes) implements ArrowType {
        @Override
        public String label() {
            return "text";
        }
    }

    /// Short text within a buffer of fixed width, longer text in further buffers.
    record ViewedText() implements ArrowType {
        static final int WIDTH = 16;
        static final int INLINE = 12;

        @Override
        public String label() {
            return "text";
        }
    }

    /// What is passed over.
    record Other(String label) implements ArrowType {}
}
