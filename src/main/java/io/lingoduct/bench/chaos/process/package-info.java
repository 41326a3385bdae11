/**
 * Processes under test, which may be killed, stopped and started again. They know no message.
 *
 * <p>Start reading at {@link ServiceInstance}, {@link BrokerHandle}.
 *
 * <p>May use {@code bench.service}, {@code demo}.
 */
package io.lingoduct.bench.chaos.process;
