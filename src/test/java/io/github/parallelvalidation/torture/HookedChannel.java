package io.github.parallelvalidation.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// A file behind a hook, which is asked a second time in the middle of a write: what is stopped there has written its
/// first half. Closing always works: an operating system closes the files of the dead.
final class HookedChannel extends FileChannel {
    private final FileChannel real;
    private final String name;
    private final Hook hook;

    HookedChannel(FileChannel real, String name, Hook hook) {
        this.real = real;
        this.name = name;
        this.hook = hook;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        hook.before("write", name);
        if (source.remaining() < 2) {
            return real.write(source);
        }
        ByteBuffer half = source.slice(source.position(), source.remaining() / 2);
        int written = real.write(half);
        source.position(source.position() + written);
        hook.before("write the rest of", name);
        return written + real.write(source);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        hook.before("write", name);
        return real.write(source, position);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        hook.before("write", name);
        return real.write(sources, offset, length);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        hook.before("truncate", name);
        real.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        hook.before("force", name);
        if (hook.forces()) {
            real.force(metadata);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        hook.before("read", name);
        return real.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        hook.before("read", name);
        return real.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        hook.before("read", name);
        return real.read(target, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        hook.before("read", name);
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        hook.before("write", name);
        return real.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        hook.before("read", name);
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        hook.before("lock", name);
        return real.lock(position, size, shared);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        hook.before("lock", name);
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
