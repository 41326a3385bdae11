package io.lingoduct.registry;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

final class TestSchemas {

    static final Schema ARTICLE = SchemaBuilder.record("Article")
            .namespace("shop.news")
            .fields()
            .requiredString("title")
            .endRecord();

    /** Compatible with {@link #ARTICLE} both ways. */
    static final Schema ARTICLE_WITH_BODY = SchemaBuilder.record("Article")
            .namespace("shop.news")
            .fields()
            .requiredString("title")
            .name("body")
            .type()
            .stringType()
            .stringDefault("")
            .endRecord();

    /** Cannot read what was written with {@link #ARTICLE}. */
    static final Schema ARTICLE_WITH_REQUIRED_BODY = SchemaBuilder.record("Article")
            .namespace("shop.news")
            .fields()
            .requiredString("title")
            .requiredString("body")
            .endRecord();

    private TestSchemas() {}
}
