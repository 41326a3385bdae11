package io.lingoduct.admin;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Address of the admin server, and the clients that it answers.
 *
 * @param address port 0 takes a free one
 * @param token what administrators have to show; null where they have to be on this machine instead
 * @param hosts names by which clients may call the server, beside addresses, {@code localhost} and the name in
 *     {@code address}
 */
record AdminSettings(InetSocketAddress address, String token, List<String> hosts) {

    public AdminSettings {
        hosts = List.copyOf(hosts);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "AdminSettings[address=" + address + ", token=" + (token == null ? "none" : "********") + ", hosts="
                + hosts + "]";
    }
}
