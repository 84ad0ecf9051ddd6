/// Prints the home of the Java that runs it: the build records there which JDK it used, for the launcher to fall back on.
final class BuildJdk {
    private BuildJdk() {}

    static void main() {
        IO.println(System.getProperty("java.home"));
    }
}
