package io.github.parallelvalidation.ui.notice;

import io.github.parallelvalidation.ui.model.Notice;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The program of a desktop that shows a notice. Java's own (`java.awt.TrayIcon`) wants AWT beside JavaFX, which macOS
/// does not bear, and a tray, which many desktops do not have. No shell sees the words.
sealed interface DesktopProgram {
    Path file();

    List<String> command(Notice notice);

    /// What is handed on besides arguments.
    default Map<String, String> environment(Notice notice) {
        return Map.of();
    }

    /// Linux and others that follow freedesktop.org.
    record NotifySend(Path file) implements DesktopProgram {
        static final String NAME = "notify-send";

        @Override
        public List<String> command(Notice notice) {
            return List.of(
                    file.toString(), "--app-name=Parallel Validation", "--", notice.title(), escaped(notice.text()));
        }

        /// The text of a notice may have markup there, its title may not.
        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    }

    /// macOS.
    record OsaScript(Path file) implements DesktopProgram {
        static final String NAME = "osascript";

        @Override
        public List<String> command(Notice notice) {
            return List.of(
                    file.toString(),
                    "-e",
                    "on run argv",
                    "-e",
                    "display notification (item 2 of argv) with title (item 1 of argv)",
                    "-e",
                    "end run",
                    "--",
                    notice.title(),
                    notice.text());
        }
    }

    /// Windows. What follows `-Command` is a script, so that the words go through the environment.
    record PowerShell(Path file) implements DesktopProgram {
        static final String NAME = "powershell.exe";
        private static final String TITLE = "PV_NOTICE_TITLE";
        private static final String TEXT = "PV_NOTICE_TEXT";
        private static final String SCRIPT = """
            $ErrorActionPreference = 'Stop'
            $manager = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
            $xml = $manager::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)
            $lines = $xml.GetElementsByTagName('text')
            [void]$lines.Item(0).AppendChild($xml.CreateTextNode($env:PV_NOTICE_TITLE))
            [void]$lines.Item(1).AppendChild($xml.CreateTextNode($env:PV_NOTICE_TEXT))
            $toast = [Windows.UI.Notifications.ToastNotification, Windows.UI.Notifications, ContentType = WindowsRuntime]::new($xml)
            $manager::CreateToastNotifier('Parallel Validation').Show($toast)
            """;

        @Override
        public List<String> command(Notice notice) {
            return List.of(file.toString(), "-NoProfile", "-NonInteractive", "-Command", SCRIPT);
        }

        @Override
        public Map<String, String> environment(Notice notice) {
            return Map.of(TITLE, notice.title(), TEXT, notice.text());
        }
    }

    /// @param system the name of the operating system
    /// @param path where programs are looked for, as in `PATH`
    /// @return empty where there is none
    static Optional<DesktopProgram> find(String system, String path) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return find(PowerShell.NAME, folders(path)).map(PowerShell::new);
        }
        return name.startsWith("mac")
                ? find(OsaScript.NAME, folders(path)).map(OsaScript::new)
                : find(NotifySend.NAME, folders(path)).map(NotifySend::new);
    }

    /// Where somebody was when the program was started says nothing of what may be started: a folder that is named
    /// relative to it is passed over.
    private static Stream<Path> folders(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .flatMap(DesktopProgram::folder)
                .filter(Path::isAbsolute);
    }

    private static Stream<Path> folder(String name) {
        try {
            return Stream.of(Path.of(name));
        } catch (InvalidPathException notAPath) {
            return Stream.empty();
        }
    }

    private static Optional<Path> find(String name, Stream<Path> folders) {
        return folders.map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
