package io.lingoduct.front.number;

import java.math.BigDecimal;

/** What a number, a date or a time is worth, however it is written. Values that are equal are the same. */
public sealed interface NumberValue {

    /**
     * A number, or a sum of money.
     *
     * @param number without zeros at the end, so that 1.50 and 1.5 are the same
     * @param currency ISO 4217 code, or the sign where it is not known whose it is; empty for what is no money
     */
    record Amount(BigDecimal number, String currency) implements NumberValue {

        public Amount {
            number = number.stripTrailingZeros();
        }

        static Amount of(long number) {
            return new Amount(BigDecimal.valueOf(number), "");
        }

        /** The same without its currency. */
        Amount bare() {
            return new Amount(number, "");
        }
    }

    /**
     * A day.
     *
     * @param year 0 if it is not said
     * @param month 1 to 12
     * @param dayOfMonth 1 to 31
     */
    record Day(int year, int month, int dayOfMonth) implements NumberValue {}

    /** A time of the day, in seconds since midnight; the end of a day is 86,400. */
    record Clock(int secondOfDay) implements NumberValue {

        int hour() {
            return secondOfDay / 3600;
        }

        int minute() {
            return secondOfDay / 60 % 60;
        }

        boolean isFullHour() {
            return secondOfDay % 3600 == 0;
        }
    }

    /**
     * Digits that make no number, such as a score, a ratio or a telephone number, and numbers of more digits than anybody counts with.
     *
     * @param written with spaces and dashes of one kind
     */
    record Digits(String written) implements NumberValue {}
}
