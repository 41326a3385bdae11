package io.lingoduct.streams.topics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.ResourceType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which permissions (ACLs) a route lacks, all at once and before it needs them. Topics tell what one may do with
 * them. Groups and transactional ids do not, as long as nobody uses them: there a request is made that takes the permission
 * and changes nothing that anybody uses.
 */
final class AccessCheck {

    private static final Logger LOG = LoggerFactory.getLogger(AccessCheck.class);
    // To remove a member takes the permission to read, and no group has this one.
    private static final MemberToRemove NOBODY = new MemberToRemove("lingoduct-access-check");
    // To fence a producer takes the permission to write, and none has an id with this ending.
    private static final String UNUSED_ID = "-access-check";

    /**
     * Uses that a route will make of topics, its group and transactional ids.
     *
     * @param read input topics
     * @param write output and dead-letter topics
     * @param create those of {@code write} that are to be created where they do not exist
     * @param group consumer group
     * @param transactionalIdPrefix first part of its transactional ids; empty where there are no transactions
     */
    record Needs(Set<String> read, Set<String> write, Set<String> create, String group, String transactionalIdPrefix) {

        Needs {
            read = Set.copyOf(read);
            write = Set.copyOf(write);
            create = Set.copyOf(create);
        }
    }

    private final Admin admin;
    private final Needs needs;
    private final List<String> missing = new ArrayList<>();

    private AccessCheck(Admin admin, Needs needs) {
        this.admin = admin;
        this.needs = needs;
    }

    /**
     * The permissions that are missing, each as a line such as {@code Write on topic texts.de}; empty where none is, as on a
     * cluster without an authorizer. Of a topic that does not exist only its creation can be asked about.
     *
     * @throws KafkaException if the brokers do not answer
     */
    static List<String> missing(Admin admin, Needs needs) {
        var check = new AccessCheck(admin, needs);
        check.topics();
        check.group();
        check.transactionalIds();
        return List.copyOf(check.missing);
    }

    private void topics() {
        var required = new TreeMap<String, Set<AclOperation>>();
        needs.read().forEach(topic -> require(required, topic, AclOperation.READ));
        needs.write().forEach(topic -> require(required, topic, AclOperation.WRITE));
        var absent = new TreeSet<String>();
        var asked =
                admin.describeTopics(required.keySet(), new DescribeTopicsOptions().includeAuthorizedOperations(true));
        for (var topic : required.entrySet()) {
            try {
                var allowed = AdminCall.await(asked.topicNameValues().get(topic.getKey()))
                        .authorizedOperations();
                // Brokers that do not tell what is allowed are believed to allow everything.
                if (allowed != null) {
                    topic.getValue().removeAll(allowed);
                    add(ResourceType.TOPIC, topic.getKey(), topic.getValue());
                }
            } catch (UnknownTopicOrPartitionException e) {
                absent.add(topic.getKey());
            } catch (AuthorizationException e) {
                add(ResourceType.TOPIC, topic.getKey(), topic.getValue());
            }
        }
        absent.retainAll(needs.create());
        creation(absent);
    }

    private static void require(Map<String, Set<AclOperation>> required, String topic, AclOperation operation) {
        required.computeIfAbsent(topic, added -> EnumSet.of(AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS))
                .add(operation);
    }

    private void creation(Set<String> topics) {
        var asked = admin.createTopics(
                topics.stream()
                        .map(topic -> new NewTopic(topic, Optional.empty(), Optional.empty()))
                        .toList(),
                new CreateTopicsOptions().validateOnly(true));
        asked.values()
                .forEach((topic, answer) ->
                        ask(() -> AdminCall.await(answer), ResourceType.TOPIC, topic, EnumSet.of(AclOperation.CREATE)));
    }

    private void group() {
        var removal = admin.removeMembersFromConsumerGroup(
                needs.group(), new RemoveMembersFromConsumerGroupOptions(List.of(NOBODY)));
        ask(
                () -> AdminCall.await(removal.memberResult(NOBODY)),
                ResourceType.GROUP,
                needs.group(),
                EnumSet.of(AclOperation.READ));
    }

    private void transactionalIds() {
        var prefix = needs.transactionalIdPrefix();
        if (!prefix.isEmpty()) {
            ask(
                    () -> AdminCall.await(
                            admin.fenceProducers(Set.of(prefix + UNUSED_ID)).all()),
                    ResourceType.TRANSACTIONAL_ID,
                    prefix,
                    EnumSet.of(AclOperation.WRITE));
        }
    }

    /** Makes a request whose only purpose is to be let through. */
    private void ask(Runnable request, ResourceType type, String name, Set<AclOperation> operations) {
        try {
            request.run();
        } catch (AuthorizationException e) {
            add(type, name, operations);
        } catch (RetriableException e) {
            throw e;
        } catch (ApiException e) {
            // Refused for another reason, such as that there is no such member: the permission was there.
            LOG.debug("a request for the permissions of {} {} was refused", type, name, e);
        }
    }

    private void add(ResourceType type, String name, Set<AclOperation> operations) {
        operations.forEach(operation -> missing.add(word(operation) + " on " + resource(type, name)));
    }

    private static String resource(ResourceType type, String name) {
        return switch (type) {
            case TOPIC -> "topic " + name;
            case GROUP -> "group " + name;
            default -> "transactional ids that begin with " + name;
        };
    }

    /** As the tool for ACLs writes it: {@code DescribeConfigs}. */
    private static String word(AclOperation operation) {
        var word = new StringBuilder();
        for (var part : operation.name().split("_")) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return word.toString();
    }
}
