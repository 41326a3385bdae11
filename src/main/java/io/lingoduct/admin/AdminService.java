package io.lingoduct.admin;

import io.lingoduct.serving.ServedModel;
import java.util.List;

/** What the admin server tells of a service and asks of it. Called on its threads, several at once. */
public interface AdminService {

    /** Whether the service works or will; false means that only a restart helps. */
    boolean isAlive();

    /** Whether messages are being translated. */
    boolean isReady();

    List<ServedModel> models();
}
