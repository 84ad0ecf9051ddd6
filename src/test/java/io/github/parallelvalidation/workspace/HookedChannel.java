package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// A channel of [HookedFiles]. A write that is stopped has written its first half.
final class HookedChannel extends FileChannel {
    private final FileChannel real;
    private final HookedFiles.Hook hook;

    HookedChannel(FileChannel real, HookedFiles.Hook hook) {
        this.real = real;
        this.hook = hook;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (source.remaining() < 2) {
            hook.before("write");
            return real.write(source);
        }
        ByteBuffer half = source.slice(source.position(), source.remaining() / 2);
        int written = real.write(half);
        source.position(source.position() + written);
        hook.before("write");
        return written + real.write(source);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        hook.before("force");
        real.force(metaData);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        hook.before("truncate");
        real.truncate(size);
        return this;
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        hook.before("lock");
        return real.tryLock(position, size, shared);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        hook.before("lock");
        return real.lock(position, size, shared);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        hook.before("read");
        return real.read(target);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        hook.before("read");
        return real.read(target, position);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return real.read(targets, offset, length);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return real.write(sources, offset, length);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        hook.before("write");
        return real.write(source, position);
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
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        return real.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
