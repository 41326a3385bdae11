package io.lingoduct.streams.route;

import io.lingoduct.streams.fault.RouteHeldException;
import io.lingoduct.streams.topics.AdminCall;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Looks at the members of a route's group for instances that have another configuration. */
final class RouteMembers {

    private final Admin admin;
    private final String group;
    private final RouteFingerprint fingerprint;
    private final boolean handedOutByBroker;

    /** @param handedOutByBroker whether the group has the protocol {@code streams} */
    RouteMembers(Admin admin, String group, RouteFingerprint fingerprint, boolean handedOutByBroker) {
        this.handedOutByBroker = handedOutByBroker;
        this.admin = admin;
        this.group = group;
        this.fingerprint = fingerprint;
    }

    /**
     * @param joined whether this instance is a member
     * @throws RouteHeldException if this instance is the one that differs
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
     */
    void requireSameConfiguration(boolean joined) {
        fingerprint.outvotedBy(clientIds(), joined).ifPresent(others -> {
            throw new RouteHeldException(
                    null,
                    "other instances serve the group " + group + " with another configuration of this route (" + others
                            + " members): give all instances the same one, or the route another name");
        });
    }

    private List<String> clientIds() {
        try {
            return handedOutByBroker ? ofStreamsGroup() : ofConsumerGroup();
        } catch (GroupIdNotFoundException e) {
            return List.of();
        }
    }

    private List<String> ofConsumerGroup() {
        var groups = admin.describeConsumerGroups(List.of(group)).describedGroups();
        return AdminCall.await(groups.get(group)).members().stream()
                .map(MemberDescription::clientId)
                .toList();
    }

    private List<String> ofStreamsGroup() {
        var groups = admin.describeStreamsGroups(List.of(group)).describedGroups();
        return AdminCall.await(groups.get(group)).members().stream()
                .map(StreamsGroupMemberDescription::clientId)
                .toList();
    }
}
