package io.lingoduct.bench.chaos;

import java.util.List;

/**
 * What an event did to whom.
 *
 * @param routes names of those routes that it hit, which may be late; an instance that goes away hits none, since the other one
 *     must take its place
 */
record Hit(List<String> routes) {

    static Hit noRoute() {
        return new Hit(List.of());
    }

    static Hit of(ChaosRoute route) {
        return new Hit(List.of(route.title()));
    }

    static Hit everyRoute() {
        return new Hit(ChaosRoute.titles());
    }
}
