/**
 * A YAML file as a tree in which every value is the text that stands there.
 *
 * <p>Start reading at {@link YamlTree}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.config.yaml;
