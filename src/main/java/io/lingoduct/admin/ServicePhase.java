package io.lingoduct.admin;

/** Where a service as a whole stands; how its routes fare is said by each of them. */
public enum ServicePhase {

    /** Models are loaded, routes are not there yet. */
    STARTING,

    /** Routes work, each in a state of its own. */
    SERVING,

    /** Somebody has asked the service to end. */
    STOPPING,

    /** The service has ended although nobody asked it to. */
    ENDED
}
