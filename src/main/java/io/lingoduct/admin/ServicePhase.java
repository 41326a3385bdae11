package io.lingoduct.admin;

/** Phase of a service as a whole; each of its routes has a state of its own. */
enum ServicePhase {

    /** Models are loaded, routes are not there yet. */
    STARTING,

    /** Routes work, each in a state of its own. */
    SERVING,

    /** Somebody has asked the service to end. */
    STOPPING,

    /** The service has ended although nobody asked it to. */
    ENDED
}
