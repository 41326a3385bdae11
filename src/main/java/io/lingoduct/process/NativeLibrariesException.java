package io.lingoduct.process;

/** Native libraries can be written to, or loaded from, no folder that may hold them. */
public final class NativeLibrariesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param place what was tried last */
    NativeLibrariesException(String place, Throwable cause) {
        super(
                "native libraries cannot be loaded from " + place + ": " + cause.getMessage() + "; set "
                        + NativeLibraries.SETTING
                        + " to a folder that belongs to this user and lies on a file system that is writable and not mounted noexec",
                cause);
    }
}
