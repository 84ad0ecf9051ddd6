import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Gives libraries that were compiled for Java 5 the class files of Java 8: the same code with the stack maps that
/// compilers have written since. Java checks code without them by a slow older way, and leaves it out of its caches.
final class ModernClasses {
    /// The first whose code has to have stack maps.
    private static final int MAPPED = 50;

    private static final int JAVA_8 = 52;

    private ModernClasses() {}

    /// @param arguments the folder of jars
    static void main(String[] arguments) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            if (isOld(jar)) {
                Files.write(jar, modern(jar));
            }
        }
    }

    private static boolean isOld(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (isClass(entry)) {
                    // The first class tells: a library is compiled at once.
                    return parsed(ClassFile.of(), zip, entry).majorVersion() < MAPPED;
                }
            }
            return false;
        }
    }

    private static byte[] modern(Path jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes);
                URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            ClassFile writer = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)));
            out.setComment("Class files rewritten for Java 8, with stack maps, when Parallel Validation was packaged");
            for (ZipEntry entry : Collections.list(zip.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(isClass(entry) ? modern(writer, zip, entry) : zip.getInputStream(entry).readAllBytes());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] modern(ClassFile writer, ZipFile zip, ZipEntry entry) throws IOException {
        ClassTransform codeAnew = ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
        return writer.transformClass(parsed(writer, zip, entry), codeAnew.andThen((builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(JAVA_8, 0);
            } else {
                builder.with(element);
            }
        }));
    }

    private static ClassModel parsed(ClassFile reader, ZipFile zip, ZipEntry entry) throws IOException {
        return reader.parse(zip.getInputStream(entry).readAllBytes());
    }

    /// A description of a module, and what is only for a newer Java, was compiled on its own.
    private static boolean isClass(ZipEntry entry) {
        String name = entry.getName();
        return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class");
    }
}
