package io.lingoduct.streams.route;

import io.lingoduct.streams.fault.RouteHeldException;
import io.lingoduct.streams.topics.AdminCall;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The group that all routes of a service shared in versions in which they were one stream: it is called as the application id
 * alone. A route that has committed nothing yet goes on where that group has stopped, so that an upgrade translates nothing
 * twice.
 */
final class FormerGroup {

    private static final Logger LOG = LoggerFactory.getLogger(FormerGroup.class);

    private final Admin admin;
    private final String former;
    private final String group;

    /**
     * @param former the shared group
     * @param group the route's own
     */
    FormerGroup(Admin admin, String former, String group) {
        this.admin = admin;
        this.former = former;
        this.group = group;
    }

    /**
     * Takes over the offsets of some topics, where the route's group has none of its own.
     *
     * @throws RouteHeldException if the shared group still has members, whose messages would be translated twice
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer, or access is denied
     */
    void handOver(Set<String> topics) {
        var left = committed(former, topics);
        if (left.isEmpty() || !committed(group, topics).isEmpty()) {
            return;
        }
        int members = members();
        if (members > 0) {
            throw new RouteHeldException(
                    null,
                    "the group " + former + ", in which earlier versions served all routes, still has " + members
                            + " members: stop those instances, then this route goes on where they were");
        }
        AdminCall.await(admin.alterConsumerGroupOffsets(group, left).all());
        LOG.info("the group {} goes on at the offsets of {} in {} partitions", group, former, left.size());
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String of, Set<String> topics) {
        try {
            return AdminCall.await(admin.listConsumerGroupOffsets(of).partitionsToOffsetAndMetadata())
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getValue() != null
                            && topics.contains(entry.getKey().topic()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (GroupIdNotFoundException | GroupAuthorizationException e) {
            return Map.of(); // a group that the service may not look at has never been its own
        }
    }

    private int members() {
        try {
            return AdminCall.await(admin.describeConsumerGroups(Set.of(former))
                            .describedGroups()
                            .get(former))
                    .members()
                    .size();
        } catch (GroupIdNotFoundException e) {
            return 0;
        }
    }
}
