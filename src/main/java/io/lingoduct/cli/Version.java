package io.lingoduct.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Output of {@code --version}: the version under which Maven packaged the application. */
final class Version implements IVersionProvider {

    private static final String POM_PROPERTIES = "/META-INF/maven/io.lingoduct/lingoduct/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"lingoduct " + packagedVersion()};
    }

    /** The version alone. */
    static String packagedVersion() throws IOException {
        try (var file = Version.class.getResourceAsStream(POM_PROPERTIES)) {
            if (file == null) {
                return "(not packaged)";
            }
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        }
    }
}
