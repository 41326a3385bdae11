package io.lingoduct.bench.chaos.event;

import io.lingoduct.bench.chaos.traffic.ChaosRoute;
import java.util.List;

/**
 * Routes that an event hit.
 *
 * @param routes names of those routes that it hit, which may be late; an instance that goes away hits none, since the other one
 *     must take its place
 */
public record Hit(List<String> routes) {

    static Hit noRoute() {
        return new Hit(List.of());
    }

    public static Hit of(ChaosRoute route) {
        return new Hit(List.of(route.title()));
    }

    static Hit everyRoute() {
        return new Hit(ChaosRoute.titles());
    }
}
