package io.github.parallelvalidation.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// A file whose writing ends with the program's life. Closing always works: an operating system closes the
/// files of the dead.
final class MortalChannel extends FileChannel {
    private final FileChannel real;
    private final String name;
    private final Life life;

    MortalChannel(FileChannel real, String name, Life life) {
        this.real = real;
        this.name = name;
        this.life = life;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int bytes = life.write("write " + name, source.remaining());
        if (bytes == source.remaining()) {
            return real.write(source);
        }
        ByteBuffer half = source.slice(source.position(), bytes);
        while (half.hasRemaining()) {
            real.write(half);
        }
        throw new Life.Stopped();
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        life.operation("write " + name);
        return real.write(source, position);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        life.operation("write " + name);
        return real.write(sources, offset, length);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        life.operation("truncate " + name);
        real.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metadata) {
        // Who is killed loses nothing that was written; forcing to the disk is for machines that lose power.
        life.look();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        life.look();
        return real.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        life.look();
        return real.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        life.look();
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
        life.look();
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        life.operation("write " + name);
        return real.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        life.look();
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        life.look();
        return real.lock(position, size, shared);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        life.look();
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
