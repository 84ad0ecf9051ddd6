package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sets owner, group and mode of a file that replaces another or is new. Where a system has no such modes, nothing is
/// done.
final class FileModes {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private FileModes() {}

    static boolean areKnown(Path folder) {
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    }

    /// Nobody who may not read or write the folder may read or write the new file in it, whatever the umask says.
    static void narrow(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || folder == null) {
            return;
        }
        Set<PosixFilePermission> now = view.readAttributes().permissions();
        Set<PosixFilePermission> allowed = EnumSet.copyOf(OWNER);
        allowed.addAll(Files.getPosixFilePermissions(folder));
        if (!allowed.containsAll(now)) {
            Set<PosixFilePermission> narrowed = EnumSet.noneOf(PosixFilePermission.class);
            narrowed.addAll(now);
            narrowed.retainAll(allowed);
            view.setPermissions(narrowed);
        }
    }

    /// A copy may be read, written and run by whom the file may be, as far as its folder lets them.
    static void copyPermissions(Path file, Path to) throws IOException {
        PosixFileAttributes old = of(file);
        if (old != null) {
            Files.setPosixFilePermissions(to, old.permissions());
            narrow(to);
        }
    }

    /// Owner, group and mode of the file that is replaced.
    static void copy(PosixFileAttributes old, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        if (!now.owner().equals(old.owner())) {
            attempt(() -> view.setOwner(old.owner()));
        }
        boolean sameGroup = now.group().equals(old.group()) || attempt(() -> view.setGroup(old.group()));
        view.setPermissions(sameGroup ? old.permissions() : withoutGroup(old.permissions()));
    }

    /// What the old group was allowed is not allowed to another.
    private static Set<PosixFilePermission> withoutGroup(Set<PosixFilePermission> permissions) {
        Set<PosixFilePermission> narrowed = EnumSet.noneOf(PosixFilePermission.class);
        narrowed.addAll(permissions);
        if (!permissions.contains(PosixFilePermission.OTHERS_READ)) {
            narrowed.remove(PosixFilePermission.GROUP_READ);
        }
        if (!permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            narrowed.remove(PosixFilePermission.GROUP_WRITE);
        }
        return narrowed;
    }

    static @Nullable PosixFileAttributes of(Path file) throws IOException {
        return areKnown(file)
                ? file.getFileSystem().provider().readAttributesIfExists(file, PosixFileAttributes.class)
                : null;
    }

    private interface Change {
        void run() throws IOException;
    }

    /// Only the superuser may give files away, and only members may give them to a group: kept where possible.
    private static boolean attempt(Change change) throws IOException {
        try {
            change.run();
            return true;
        } catch (FileSystemException notAllowed) {
            return false;
        }
    }
}
