package io.lingoduct.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * First page of a package, its {@code package-info.java}: the idea, where to start reading, and what the package may import.
 *
 * @param name of the package, without {@code io.lingoduct.}
 * @param idea first paragraph
 * @param start simple names of the classes to start reading at, at least one
 * @param mayUse packages that this one may import, without {@code io.lingoduct.}
 */
record PackagePage(String name, String idea, List<String> start, List<String> mayUse) {

    static final String OURS = "io.lingoduct.";

    private static final String FILE = "package-info.java";
    private static final List<Path> SOURCES =
            List.of(Path.of("..", "src", "main", "java"), Path.of("..", "training", "main", "java"));
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\{@link\\s+([\\w.]+)[^}]*}");
    private static final Pattern CODE = Pattern.compile("\\{@code\\s+([^}]*)}");

    /** All pages of both modules by the name of their package. */
    static TreeMap<String, PackagePage> all() {
        var pages = new TreeMap<String, PackagePage>();
        for (var source : SOURCES) {
            try (var files = Files.walk(source)) {
                files.filter(file -> file.endsWith(FILE)).sorted().forEach(file -> {
                    var folder = source.relativize(file.getParent()).toString().replace('\\', '/');
                    var name = folder.replace('/', '.').substring(OURS.length());
                    pages.put(name, parse(name, read(file)));
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return pages;
    }

    /** @throws IllegalArgumentException if the page lacks one of its parts */
    static PackagePage parse(String name, String text) {
        var comment = COMMENT.matcher(text);
        if (!comment.find()) {
            throw new IllegalArgumentException(name + ": the page has no comment");
        }
        var plain = comment.group(1)
                .replaceAll("\\n\\s*\\*", "\n")
                .replaceAll("\\s+", " ")
                .strip();
        var paragraphs = plain.split("\\s*<p>\\s*");
        return new PackagePage(
                name,
                paragraphs[0],
                found(LINK, paragraph(name, paragraphs, "Start reading at ")).stream()
                        .map(link -> link.substring(link.lastIndexOf('.') + 1))
                        .toList(),
                found(CODE, paragraph(name, paragraphs, "May use ")));
    }

    /** The idea in Markdown. */
    String ideaInMarkdown() {
        return CODE.matcher(LINK.matcher(idea).replaceAll("`$1`")).replaceAll("`$1`");
    }

    private static String paragraph(String name, String[] paragraphs, String opening) {
        for (var paragraph : paragraphs) {
            if (paragraph.startsWith(opening)) {
                return paragraph;
            }
        }
        throw new IllegalArgumentException(name + ": no paragraph of its page opens with \"" + opening + "\"");
    }

    private static List<String> found(Pattern pattern, String text) {
        var found = new ArrayList<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return List.copyOf(found);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
