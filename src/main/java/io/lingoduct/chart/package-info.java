/**
 * Curves, bars and heat maps as SVG, and the page they stand on.
 *
 * <p>Start reading at {@link LineChart}, {@link HtmlPage}, {@link Canvas}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.chart;
