package io.lingoduct.streams.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.demo.EmbeddedBroker;
import io.lingoduct.kafka.SecuredBroker;
import io.lingoduct.streams.topics.AccessCheck.Needs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessCheckIT {

    @TempDir
    private static Path folder;

    private static SecuredBroker broker;
    private static Admin admin;
    private static Admin service;

    @BeforeAll
    static void start() {
        broker = SecuredBroker.withLogins(folder);
        admin = broker.admin(SecuredBroker.ADMIN);
        service = broker.admin(SecuredBroker.SERVICE);
    }

    @AfterAll
    static void stop() {
        service.close();
        admin.close();
        broker.close();
    }

    @Test
    void shouldListWhateverIsMissingAtOnce() throws Exception {
        topics("none.en", "none.de");

        var missing = AccessCheck.missing(
                service,
                new Needs(
                        Set.of("none.en"),
                        Set.of("none.de", "none.dead"),
                        Set.of("none.dead"),
                        "none-route",
                        "none-route"));

        assertThat(missing)
                .containsExactlyInAnyOrder(
                        "Read on topic none.en",
                        "Describe on topic none.en",
                        "DescribeConfigs on topic none.en",
                        "Write on topic none.de",
                        "Describe on topic none.de",
                        "DescribeConfigs on topic none.de",
                        "Write on topic none.dead",
                        "Describe on topic none.dead",
                        "DescribeConfigs on topic none.dead",
                        "Read on group none-route",
                        "Write on transactional ids that begin with none-route");
    }

    @Test
    void shouldNotAcceptTheWrongPermission() throws Exception {
        topics("wrong.en", "wrong.de");
        allow(ResourceType.TOPIC, "wrong.en", AclOperation.WRITE);
        allow(ResourceType.TOPIC, "wrong.de", AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);
        allow(ResourceType.TOPIC, "wrong.dead", AclOperation.DESCRIBE, AclOperation.WRITE);
        allow(ResourceType.GROUP, "wrong-route", AclOperation.DESCRIBE);
        allow(ResourceType.TRANSACTIONAL_ID, "wrong-", AclOperation.DESCRIBE);

        var missing = AccessCheck.missing(
                service,
                new Needs(
                        Set.of("wrong.en"),
                        Set.of("wrong.de", "wrong.dead"),
                        Set.of("wrong.dead"),
                        "wrong-route",
                        "wrong-route"));

        assertThat(missing)
                .containsExactlyInAnyOrder(
                        "Read on topic wrong.en",
                        "DescribeConfigs on topic wrong.en",
                        "Write on topic wrong.de",
                        "Create on topic wrong.dead",
                        "Read on group wrong-route",
                        "Write on transactional ids that begin with wrong-route");
    }

    @Test
    void shouldFindNothingMissingWithThePermissionsThatAreDocumented() throws Exception {
        topics("full.en", "full.de");
        allow(ResourceType.TOPIC, "full.en", AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);
        allow(ResourceType.TOPIC, "full.de", AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
        allow(ResourceType.TOPIC, "full.dead", AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS, AclOperation.CREATE);
        allow(ResourceType.GROUP, "full-", AclOperation.READ);
        allow(ResourceType.TRANSACTIONAL_ID, "full-", AclOperation.WRITE);

        var needs = new Needs(
                Set.of("full.en"), Set.of("full.de", "full.dead"), Set.of("full.dead"), "full-route", "full-route");

        assertThat(AccessCheck.missing(service, needs)).isEmpty();
        assertThat(admin.listTopics().names().get()).doesNotContain("full.dead");
    }

    @Test
    void shouldAskForNoTransactionsWhereThereAreNone() throws Exception {
        topics("once.en");
        allow(ResourceType.TOPIC, "once.en", AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);
        allow(ResourceType.GROUP, "once-route", AclOperation.READ);

        assertThat(AccessCheck.missing(service, new Needs(Set.of("once.en"), Set.of(), Set.of(), "once-route", "")))
                .isEmpty();
    }

    @Test
    void shouldFindNothingMissingWhereThereIsNoAuthorizer(@TempDir Path plain) throws Exception {
        try (var open = EmbeddedBroker.start(0, plain);
                var anybody = Admin.create(Map.of("bootstrap.servers", open.bootstrapServers()))) {
            open.createTopics(1, "texts.en");
            var needs = new Needs(
                    Set.of("texts.en"), Set.of("texts.de"), Set.of("texts.de"), "lingoduct-route", "lingoduct-route");

            assertThat(AccessCheck.missing(anybody, needs)).isEmpty();
            assertThat(anybody.listTopics().names().get()).containsExactly("texts.en");
        }
    }

    private static void topics(String... names) throws Exception {
        admin.createTopics(Arrays.stream(names)
                        .map(name -> new NewTopic(name, Optional.of(1), Optional.empty()))
                        .toList())
                .all()
                .get();
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> admin.describeTopics(List.of(names))
                                .allTopicNames()
                                .get()
                                .size()
                        == names.length);
    }

    /** Names that end with a dash are prefixes. Returns when the broker knows of the permissions. */
    private static void allow(ResourceType type, String name, AclOperation... operations) throws Exception {
        var pattern = new ResourcePattern(type, name, name.endsWith("-") ? PatternType.PREFIXED : PatternType.LITERAL);
        var acls = Arrays.stream(operations)
                .map(operation -> new AclBinding(
                        pattern,
                        new AccessControlEntry(
                                "User:" + SecuredBroker.SERVICE, "*", operation, AclPermissionType.ALLOW)))
                .toList();
        admin.createAcls(acls).all().get();
        Awaitility.await()
                .until(() -> admin.describeAcls(new AclBindingFilter(pattern.toFilter(), AccessControlEntryFilter.ANY))
                                .values()
                                .get()
                                .size()
                        == operations.length);
    }
}
