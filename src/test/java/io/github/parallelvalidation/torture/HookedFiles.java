package io.github.parallelvalidation.torture;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The machine's own files, with something that happens before each operation: a fault, a kill, another program's
/// write.
public final class HookedFiles extends FileSystem {
    private final FileSystem real;
    private final HookedProvider provider;

    private HookedFiles(FileSystem real, Hook hook) {
        this.real = real;
        this.provider = new HookedProvider(this, real.provider(), hook);
    }

    /// The same place, seen through the hook.
    public static Path hooked(Path real, Hook hook) {
        return new HookedFiles(real.getFileSystem(), hook).wrap(real);
    }

    Path wrap(Path path) {
        return (Path) Proxy.newProxyInstance(
                HookedFiles.class.getClassLoader(), new Class<?>[] {Path.class}, new Handler(this, path));
    }

    static Path real(Path path) {
        return Proxy.isProxyClass(path.getClass()) && Proxy.getInvocationHandler(path) instanceof Handler handler
                ? handler.inner
                : path;
    }

    /// A path does what the real one does, and all paths that come of it are hooked too.
    private record Handler(HookedFiles system, Path inner) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("getFileSystem")) {
                return system;
            }
            if (method.getName().equals("equals") && arguments != null && !isOfThisSystem(arguments[0])) {
                return false;
            }
            Object[] plain = arguments == null
                    ? new Object[0]
                    : Arrays.stream(arguments)
                            .map(argument -> argument instanceof Path path ? real(path) : argument)
                            .toArray();
            try {
                return wrapped(method.invoke(inner, plain));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private boolean isOfThisSystem(@Nullable Object other) {
            return other instanceof Path path && path.getFileSystem() == system;
        }

        private @Nullable Object wrapped(@Nullable Object result) {
            return switch (result) {
                case Path path -> system.wrap(path);
                case Iterator<?> _ ->
                    StreamSupport.stream(inner.spliterator(), false)
                            .map(system::wrap)
                            .iterator();
                case null, default -> result;
            };
        }
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return real.isReadOnly();
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return StreamSupport.stream(real.getRootDirectories().spliterator(), false)
                .map(this::wrap)
                .toList();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return wrap(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        PathMatcher matcher = real.getPathMatcher(pattern);
        return path -> matcher.matches(real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
