package io.lingoduct.admin;

import io.lingoduct.serving.ServedModel;
import io.lingoduct.streams.status.RouteStatus;
import java.time.Instant;
import java.util.List;

/**
 * The service as the admin server sees it: what it tells of it and asks of it. Called on its threads, several at once.
 * Probes ask for {@link #phase} and {@link #routes}, so these answer at once.
 */
interface AdminService {

    /** Version of the application. */
    String version();

    Instant startedAt();

    ServicePhase phase();

    /** Every route's status, in the order of the configuration; empty while the service starts. */
    List<RouteStatus> routes();

    /**
     * Lets a route rest until it is resumed.
     *
     * @return whether there is a route of that name
     */
    boolean pause(String route);

    /**
     * Lets a paused route go on.
     *
     * @return whether there is a route of that name
     */
    boolean resume(String route);

    List<ServedModel> models();
}
