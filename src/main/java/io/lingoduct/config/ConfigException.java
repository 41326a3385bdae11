package io.lingoduct.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration was refused; carries every fault that was found in it, so that all can be mended at once. */
public final class ConfigException extends RuntimeException {

    private final transient List<ConfigFault> faults;

    /**
     * @param source what was read, usually the file's name
     * @param faults at least one
     */
    public ConfigException(String source, List<ConfigFault> faults) {
        super(faults.stream().map(fault -> source + ": " + fault).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    /** The faults, in the order in which the keys were read; the message holds one line for each. */
    public List<ConfigFault> faults() {
        return faults;
    }
}
